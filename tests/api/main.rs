//! Stories over HTTP, on the database that `TEST_DATABASE_URL` names, or on SQLite.
mod accounts;
mod certificates;
mod demands;
mod mail;
mod offers;
