//! What each person wants by mail, what waits for the mail of the day, and addresses that take no mail.
crate::table::migration!("m20261122_000007_mail_settings", down: ["mail_bounce", "daily_notice", "mail_settings"], up: r#"
CREATE TABLE mail_settings (
    user_id {uuid} PRIMARY KEY REFERENCES "user" (id),
    quiet_from bigint,
    quiet_to bigint,
    wishes {json} NOT NULL,
    CHECK ((quiet_from IS NULL) = (quiet_to IS NULL))
);

CREATE TABLE daily_notice (
    notice_id {uuid} PRIMARY KEY REFERENCES notice (id),
    user_id {uuid} NOT NULL REFERENCES "user" (id),
    due_at {instant} NOT NULL
);
CREATE INDEX daily_notice_due ON daily_notice (due_at);
CREATE INDEX daily_notice_user ON daily_notice (user_id);

CREATE TABLE mail_bounce (
    user_id {uuid} PRIMARY KEY REFERENCES "user" (id),
    address text NOT NULL,
    reason text NOT NULL,
    at {instant} NOT NULL
);
CREATE INDEX IF NOT EXISTS mail_user ON mail (user_id, id);
"#);
