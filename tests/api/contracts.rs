//! From an agreed proposal to a contract in force: the text, the codes, the signatures, and saying no.
mod ending;
mod evidence;
mod signing;
