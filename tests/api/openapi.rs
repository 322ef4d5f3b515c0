//! The description of the API that is committed, from which the typed client is made.

#[test]
fn the_committed_description_is_what_the_server_says() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../frontend/openapi.json");
    let committed = std::fs::read_to_string(path).expect("frontend/openapi.json");
    let said = web::http::openapi().to_pretty_json().expect("JSON");
    let differs = committed.lines().zip(said.lines()).position(|(committed, said)| committed != said);
    assert!(committed.trim_end() == said, "run make openapi and commit; the first difference is after line {differs:?}");
}
