//! Files as people send them, with what comes of each row.
mod any_row;
mod bounds;
mod codes;
mod made;
mod messy_csv;
mod messy_papers;
mod messy_xlsx;
mod round_trip;
mod support;
