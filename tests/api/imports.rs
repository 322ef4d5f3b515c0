//! Lists that come as files: what is read, what is asked, what is made, and what a second upload does not do.
mod exports;
mod files;
pub mod offers;
mod office;
