//! Lists that were sent as files: the list, its rows, and the marks by which a second upload is known.
mod list;
mod marks;
mod refused;
mod rows;

pub use list::{Counts, Import, find, get, hold, hold_office, insert, list, prune, recount, sent_since, set_head, set_state};
pub use marks::{Mark, Marks, marks, put_marks};
pub use refused::{refuse, refused_since};
pub use rows::{ImportRow, contents, insert_rows, row, rows, save_row, waiting};
