//! Text that a spreadsheet program would take for a formula is kept from running when a CSV file is opened.

fn runs(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'])
}

/// With an apostrophe before what would run.
pub fn escaped(text: &str) -> String {
    if runs(text) { format!("'{text}") } else { text.to_owned() }
}

/// As it was before [`escaped`].
pub fn unescaped(text: &str) -> &str {
    text.strip_prefix('\'').filter(|rest| runs(rest)).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn nothing_written_begins_like_a_formula() {
        for text in ["=1+1", "+84912345678", "-2", "@SUM(A1)", "\t=1", "\r=1", "＝1", "'=1"] {
            assert!(escaped(text).starts_with('\''), "{text:?}");
            assert_eq!(unescaped(&escaped(text)), text);
        }
        assert_eq!((escaped("HTX - 2"), escaped("'mẫu'")), ("HTX - 2".into(), "'mẫu'".into()));
    }

    proptest! {
        #[test]
        fn escaping_is_undone(text in "['=+@\t\r－-]{0,4}\\PC{0,6}") {
            let written = escaped(&text);
            prop_assert_eq!(unescaped(&written), text.as_str());
            prop_assert!(!written.starts_with(['=', '+', '-', '@', '\t', '\r']));
        }
    }
}
