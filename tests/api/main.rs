//! Stories over HTTP, on the database that `TEST_DATABASE_URL` names, or on SQLite.
mod accounts;
mod certificates;
mod contracts;
mod demands;
mod demo;
mod lines;
mod mail;
mod market;
mod migrations;
mod offers;
mod openapi;
mod overview;
mod policy;
mod proposals;
mod reservations;
mod rounds;
mod scans;
