//! The binary carries the front end, so it cannot be built before it.
fn main() {
    let index = concat!(env!("CARGO_MANIFEST_DIR"), "/../../frontend/build/index.html");
    println!("cargo::rerun-if-changed={}", concat!(env!("CARGO_MANIFEST_DIR"), "/../../frontend/build"));
    if !std::path::Path::new(index).exists() {
        println!("cargo::error=the front end is not built: run `make run`, or `npm ci && npm run build` in frontend/");
    }
}
