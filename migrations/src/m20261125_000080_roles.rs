//! Drivers, and the database's own list of roles. SQLite puts a check on a column only when it adds it, so each column is made anew; what it
//! is added with is the role that may least.
crate::table::migration!("m20261125_000080_roles", undo: r#"
UPDATE "user" SET role = 'viewer' WHERE role = 'driver';
ALTER TABLE "user" ADD COLUMN role_before text NOT NULL DEFAULT 'viewer';
UPDATE "user" SET role_before = role;
ALTER TABLE "user" DROP COLUMN role;
ALTER TABLE "user" RENAME COLUMN role_before TO role;
UPDATE invitation SET role = 'viewer' WHERE role = 'driver';
ALTER TABLE invitation ADD COLUMN role_before text NOT NULL DEFAULT 'viewer';
UPDATE invitation SET role_before = role;
ALTER TABLE invitation DROP COLUMN role;
ALTER TABLE invitation RENAME COLUMN role_before TO role;
"#, up: r#"
ALTER TABLE "user" ADD COLUMN role_checked text NOT NULL DEFAULT 'viewer'
    CHECK (role_checked IN ('director', 'clerk', 'viewer', 'driver', 'officer', 'operator'));
UPDATE "user" SET role_checked = role;
ALTER TABLE "user" DROP COLUMN role;
ALTER TABLE "user" RENAME COLUMN role_checked TO role;
ALTER TABLE invitation ADD COLUMN role_checked text NOT NULL DEFAULT 'viewer'
    CHECK (role_checked IN ('director', 'clerk', 'viewer', 'driver'));
UPDATE invitation SET role_checked = role;
ALTER TABLE invitation DROP COLUMN role;
ALTER TABLE invitation RENAME COLUMN role_checked TO role;
"#);
