//! The rules as they are written: a title, then sections with a heading, paragraphs and lists.
use serde::Serialize;
use std::str::FromStr;

/// `# title`, `## heading`, paragraphs with an empty line between them, and `- ` before each point of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RulesText {
    pub title: String,
    pub sections: Vec<Section>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Section {
    pub heading: String,
    /// One after another, above the points.
    pub paragraphs: Vec<String>,
    pub points: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RulesTextError {
    #[error("the rules are longer than {} characters", RulesText::MOST_CHARS)]
    TooLong,
    #[error("the first line of the rules is `# ` and their title")]
    NoTitle,
    #[error("the rules have no section: `## ` and a heading, with words below it")]
    NoSection,
    #[error("words stand before the first heading of the rules")]
    BeforeTheFirst,
    #[error("a paragraph of the rules follows the points of its section")]
    AfterPoints,
    #[error("the rules hold a character that is not shown")]
    Hidden,
}

impl RulesText {
    pub const MOST_CHARS: usize = 60_000;
}

impl FromStr for RulesText {
    type Err = RulesTextError;

    fn from_str(text: &str) -> Result<Self, RulesTextError> {
        if text.chars().count() > Self::MOST_CHARS {
            return Err(RulesTextError::TooLong);
        }
        if text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r')) {
            return Err(RulesTextError::Hidden);
        }
        let text = crate::text::nfc(text);
        let mut lines = text.lines().map(str::trim);
        let title = lines.next().and_then(|line| line.strip_prefix("# ")).map(str::trim).filter(|title| !title.is_empty());
        let title = title.ok_or(RulesTextError::NoTitle)?.to_owned();
        let mut sections: Vec<Section> = Vec::new();
        // Whether the line before belongs to the same paragraph or point.
        let mut goes_on = false;
        for line in lines {
            if let Some(heading) = line.strip_prefix("## ") {
                sections.push(Section { heading: heading.trim().to_owned(), ..Section::default() });
                goes_on = false;
                continue;
            }
            if line.is_empty() {
                goes_on = false;
                continue;
            }
            let section = sections.last_mut().ok_or(RulesTextError::BeforeTheFirst)?;
            if let Some(point) = line.strip_prefix("- ") {
                section.points.push(point.trim().to_owned());
            } else if goes_on && let Some(last) = section.points.last_mut().or_else(|| section.paragraphs.last_mut()) {
                last.push(' ');
                last.push_str(line);
            } else if section.points.is_empty() {
                section.paragraphs.push(line.to_owned());
            } else {
                return Err(RulesTextError::AfterPoints);
            }
            goes_on = true;
        }
        if sections.is_empty() || sections.iter().any(|section| section.paragraphs.is_empty() && section.points.is_empty()) {
            return Err(RulesTextError::NoSection);
        }
        Ok(Self { title, sections })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections_have_paragraphs_and_points_that_may_run_over_lines() {
        let text: RulesText =
            "# Quy chế\n\n## 1. Sàn\nMột dòng\nvà dòng sau.\n\nĐoạn hai.\n- điểm một\n  còn nữa\n- điểm hai\n## 2. Ai\nHTX.\n"
                .parse()
                .unwrap();
        assert_eq!(text.title, "Quy chế");
        let [first, second] = text.sections.as_slice() else { panic!("{text:?}") };
        assert_eq!(first.paragraphs, ["Một dòng và dòng sau.", "Đoạn hai."]);
        assert_eq!(first.points, ["điểm một còn nữa", "điểm hai"]);
        assert_eq!((second.heading.as_str(), second.paragraphs.len()), ("2. Ai", 1));
    }

    #[test]
    fn what_nobody_could_read_is_refused() {
        let read = |text: &str| text.parse::<RulesText>().unwrap_err();
        assert_eq!(read(""), RulesTextError::NoTitle);
        assert_eq!(read("# A\nlời"), RulesTextError::BeforeTheFirst);
        assert_eq!(read("# A\n## 1\n"), RulesTextError::NoSection);
        assert_eq!(read("# A\n## 1\n- một\n\nlời"), RulesTextError::AfterPoints);
        assert_eq!(read("# A\n## 1\nlời\0"), RulesTextError::Hidden);
        assert_eq!(read(&format!("# A\n## 1\n{}", "x".repeat(RulesText::MOST_CHARS))), RulesTextError::TooLong);
    }
}
