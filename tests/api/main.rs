//! Stories over HTTP, on the database that `TEST_DATABASE_URL` names, or on SQLite.
mod accounts;
mod certificates;
mod contracts;
mod demands;
mod demo;
mod mail;
mod offers;
mod overview;
