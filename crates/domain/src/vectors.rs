//! The shared test vectors, read by the tests of the modules they cover.
use serde_json::Value;
use std::fmt::Debug;

const FILE: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/test-vectors.json"));

pub fn group(name: &str) -> Value {
    let mut file: Value = serde_json::from_str(FILE).unwrap();
    file[name].take()
}

/// The list under `key`; an empty or missing list is an error, so that no test passes for want of cases.
pub fn cases<'a>(group: &'a Value, key: &str) -> &'a [Value] {
    let list = group[key].as_array().unwrap_or_else(|| panic!("no list `{key}`"));
    assert!(!list.is_empty(), "`{key}` is empty");
    list
}

pub fn text<'a>(case: &'a Value, key: &str) -> &'a str {
    case[key].as_str().unwrap_or_else(|| panic!("no text `{key}` in {case}"))
}

pub fn number(case: &Value, key: &str) -> i64 {
    case[key].as_i64().unwrap_or_else(|| panic!("no number `{key}` in {case}"))
}

pub fn flag(case: &Value, key: &str) -> bool {
    case[key].as_bool().unwrap_or_else(|| panic!("no flag `{key}` in {case}"))
}

/// Collects every failing case, so that one run shows them all.
#[derive(Default)]
pub struct Failures(Vec<String>);

impl Failures {
    #[expect(clippy::needless_pass_by_value, reason = "a case passes what it has just computed")]
    pub fn same<A: Debug + PartialEq<B>, B: Debug>(&mut self, input: &str, got: A, want: B) {
        if got != want {
            self.0.push(format!("{input:?}: got {got:?}, want {want:?}"));
        }
    }

    pub fn none(self) {
        assert!(self.0.is_empty(), "{} cases fail:\n{}", self.0.len(), self.0.join("\n"));
    }
}
