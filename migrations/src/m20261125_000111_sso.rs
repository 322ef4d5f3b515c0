//! Which account elsewhere a person signs in with: one for each person, each of one person only.
crate::table::migration!("m20261125_000111_sso", down: ["sso_identity"], up: r#"
CREATE TABLE sso_identity (
    user_id {uuid} PRIMARY KEY REFERENCES "user" (id),
    issuer text NOT NULL CHECK (length(issuer) BETWEEN 1 AND 2000),
    subject text NOT NULL CHECK (length(subject) BETWEEN 1 AND 255),
    email text,
    tied_at {instant} NOT NULL
);
CREATE UNIQUE INDEX sso_identity_subject_key ON sso_identity (issuer, subject);
"#);
