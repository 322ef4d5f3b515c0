//! What a lab found, line by line in one cell: `Chì | 0,02 mg/kg | 0,1 mg/kg | đạt; Cadimi | KPH | | đạt`.
use super::Reading;
use crate::grid::Cell;
use crate::words::{self, VERDICTS};
use domain::account::Language;
use domain::certificate::Analyte;

/// Signs that part one thing from the next; within a name they stand behind a backslash.
const SIGNS: [char; 3] = ['|', ';', '\\'];

pub fn analytes(cell: &Cell, _header: &str) -> Reading<Vec<Analyte>> {
    let shown = cell.shown();
    let lines: Vec<String> = split(&shown, &[';', '\n']).into_iter().filter(|line| !line.trim().is_empty()).collect();
    if lines.is_empty() {
        return Reading::ask("analytes_none");
    }
    lines.iter().map(|line| analyte(line)).collect::<Option<Vec<_>>>().map_or_else(|| Reading::ask("analyte_malformed"), Reading::Same)
}

/// Its name, what was found, the limit if there is one, and the verdict of the lab.
fn analyte(line: &str) -> Option<Analyte> {
    let parts: Vec<String> = split(line, &['|']).iter().map(|part| plain(part).trim().to_owned()).collect();
    let (name, found, limit, verdict) = match parts.as_slice() {
        [name, found, verdict] => (name, found, "", verdict),
        [name, found, limit, verdict] => (name, found, limit.as_str(), verdict),
        _ => return None,
    };
    let limit = if limit.is_empty() { None } else { Some(limit.parse().ok()?) };
    let (passed, _) = words::find(VERDICTS, verdict)?;
    Some(Analyte { name: name.parse().ok()?, found: found.parse().ok()?, limit, passed })
}

pub fn written(analytes: &[Analyte], language: Language) -> String {
    let line = |Analyte { name, found, limit, passed }: &Analyte| {
        let limit = limit.as_ref().map_or("", |limit| limit.as_str());
        let verdict = words::written(VERDICTS, *passed, language);
        format!("{} | {} | {} | {verdict}", guarded(name.as_str()), guarded(found.as_str()), guarded(limit))
    };
    analytes.iter().map(line).collect::<Vec<_>>().join("; ")
}

fn guarded(text: &str) -> String {
    text.chars().flat_map(|c| SIGNS.contains(&c).then_some('\\').into_iter().chain([c])).collect()
}

/// At these signs where they stand alone. What is behind a backslash stays as it is.
fn split(text: &str, at: &[char]) -> Vec<String> {
    let (mut parts, mut part, mut chars) = (Vec::new(), String::new(), text.chars().peekable());
    while let Some(c) = chars.next() {
        if c == '\\' && chars.peek().is_some_and(|next| SIGNS.contains(next)) {
            part.push(c);
            part.extend(chars.next());
        } else if at.contains(&c) {
            parts.push(std::mem::take(&mut part));
        } else {
            part.push(c);
        }
    }
    parts.push(part);
    parts
}

/// Without the backslashes that guard a sign.
fn plain(text: &str) -> String {
    let (mut out, mut chars) = (String::new(), text.chars().peekable());
    while let Some(c) = chars.next() {
        let guards = c == '\\' && chars.peek().is_some_and(|next| SIGNS.contains(next));
        out.push(if guards { chars.next().unwrap_or(c) } else { c });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Vec<Analyte>, String> {
        analytes(&Cell::Text(text.to_owned()), "").value().map_err(|question| question.code.into_owned())
    }

    #[test]
    fn a_report_is_read_as_people_write_it() {
        let report = read("Chì | 0,02 mg/kg | 0,1 mg/kg | Đạt\nCadimi | KPH | đạt;E. coli | 15 CFU/g | 10 CFU/g | KHÔNG ĐẠT; ").unwrap();
        let told = |analyte: &Analyte| {
            let limit = analyte.limit.as_ref().map_or("-", |limit| limit.as_str());
            format!("{} / {} / {limit} / {}", analyte.name, analyte.found, analyte.passed)
        };
        let told: Vec<String> = report.iter().map(told).collect();
        assert_eq!(told, ["Chì / 0,02 mg/kg / 0,1 mg/kg / true", "Cadimi / KPH / - / true", "E. coli / 15 CFU/g / 10 CFU/g / false"]);
    }

    #[test]
    fn what_cannot_be_told_apart_is_asked_about() {
        for (text, code) in [
            ("Chì 0,02", "analyte_malformed"),
            ("Chì | 0,02 | tạm được", "analyte_malformed"),
            ("Chì | | 0,1 | đạt", "analyte_malformed"),
            ("Chì | 1 | 2 | 3 | đạt", "analyte_malformed"),
            (" ; ", "analytes_none"),
        ] {
            assert_eq!(read(text), Err(code.to_owned()), "{text}");
        }
    }

    #[test]
    fn names_may_hold_every_sign() {
        let name = |text: &str| text.parse().unwrap();
        let odd = vec![Analyte { name: name(r"a|b;c\"), found: name(r"\|<0,01;"), limit: Some(name(r"\\x")), passed: false }];
        for language in [Language::Vi, Language::En] {
            assert_eq!(read(&written(&odd, language)), Ok(odd.clone()));
        }
    }
}
