//! Work to do after a commit, the mail it sends, and the notices people read in the app.
crate::table::migration!("m20261121_000007_mail", down: ["notice", "mail", "outbox"], up: r#"
CREATE TABLE outbox (
    id {uuid} PRIMARY KEY,
    job {json} NOT NULL,
    run_at {instant} NOT NULL,
    attempts bigint NOT NULL,
    last_error text,
    parked_at {instant}
);
CREATE INDEX outbox_run ON outbox (run_at);

CREATE TABLE mail (
    id {uuid} PRIMARY KEY,
    kind text NOT NULL,
    user_id {uuid} REFERENCES "user" (id),
    recipient text NOT NULL,
    recipient_name text NOT NULL,
    language text NOT NULL,
    subject text NOT NULL,
    body_text text NOT NULL,
    body_html text NOT NULL,
    secret boolean NOT NULL,
    status text NOT NULL,
    attempts bigint NOT NULL,
    error text,
    created_at {instant} NOT NULL,
    sent_at {instant}
);
CREATE INDEX mail_created ON mail (created_at, id);

CREATE TABLE notice (
    id {uuid} PRIMARY KEY,
    user_id {uuid} NOT NULL REFERENCES "user" (id),
    kind text NOT NULL,
    subject_id {uuid},
    arguments {json} NOT NULL,
    created_at {instant} NOT NULL,
    read_at {instant}
);
CREATE INDEX notice_user ON notice (user_id, id);
CREATE INDEX notice_unread ON notice (user_id, read_at);
"#);
