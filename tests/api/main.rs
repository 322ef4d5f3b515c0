//! Stories over HTTP, on the database that `TEST_DATABASE_URL` names, or on SQLite.
mod accounts;
mod mail;
