//! Numbers as Vietnamese write them: dots between thousands, a comma before the decimals, and what others make of it.

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NumberFault {
    #[error("number_missing")]
    Missing,
    #[error("number_format")]
    Format,
    /// Dots that do not stand every three digits.
    #[error("number_grouping")]
    Grouping,
    /// Commas between thousands: `1,234,567`.
    #[error("number_foreign_grouping")]
    ForeignGrouping,
    #[error("number_negative")]
    Negative,
    /// Two numbers where one is asked for.
    #[error("number_range")]
    Range,
    /// About so much.
    #[error("number_approximate")]
    Approximate,
    /// Spelled out.
    #[error("number_words")]
    Words,
    #[error("number_ambiguous")]
    Ambiguous,
    #[error("number_out_of_range")]
    Overflow,
}

/// A written number in plain digits with a point, such as `12.5`, and how sure that reading is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Written {
    Clear(String),
    /// `1.500`: thousands by the custom of the country, decimals by that of others.
    Grouped {
        whole: String,
        decimal: String,
    },
    /// `1,500`: the reverse.
    Comma {
        decimal: String,
        whole: String,
    },
    /// `1.5`: no group of three, so a decimal of others, or a slip.
    Point(String),
}

pub fn written(text: &str) -> Result<Written, NumberFault> {
    let text = without_spaces(text)?;
    let (dots, commas) = (text.matches('.').count(), text.matches(',').count());
    let whole = || text.replace(['.', ','], "");
    let grouped = |text: &str, sign: char| {
        let mut groups = text.split(sign);
        let first = groups.next().is_some_and(|first| (1..=3).contains(&first.len()) && !first.starts_with('0'));
        first && groups.all(|group| group.len() == 3)
    };
    match (dots, commas) {
        (0, 0) => Ok(Written::Clear(text)),
        (1, 0) if grouped(&text, '.') => Ok(Written::Grouped { whole: whole(), decimal: text }),
        (1, 0) => Ok(Written::Point(text)),
        (_, 0) if grouped(&text, '.') => Ok(Written::Clear(whole())),
        (_, 0) => Err(NumberFault::Grouping),
        (0, 1) if grouped(&text, ',') => Ok(Written::Comma { decimal: text.replace(',', "."), whole: whole() }),
        (0, 1) => Ok(Written::Clear(text.replace(',', "."))),
        (0, _) if grouped(&text, ',') => Err(NumberFault::ForeignGrouping),
        (0, _) => Err(NumberFault::Format),
        _ => match text.split_once(',') {
            Some((thousands, decimals)) if !decimals.contains(['.', ',']) && grouped(thousands, '.') => {
                Ok(Written::Clear(format!("{}.{decimals}", thousands.replace('.', ""))))
            }
            Some((thousands, _)) if !thousands.contains('.') => Err(NumberFault::ForeignGrouping),
            _ => Err(NumberFault::Grouping),
        },
    }
}

/// Digits with their signs; spaces may stand between groups of three.
fn without_spaces(text: &str) -> Result<String, NumberFault> {
    let mut groups = text.split_whitespace();
    let first = groups.next().ok_or(NumberFault::Missing)?;
    let spaced: Vec<&str> = groups.collect();
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let grouped = digits(first) && first.len() <= 3 && spaced.iter().all(|group| digits(group) && group.len() == 3);
    if !spaced.is_empty() && !grouped {
        return Err(NumberFault::Format);
    }
    let text = format!("{first}{}", spaced.concat());
    let known = text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','));
    let framed = text.starts_with(|c: char| c.is_ascii_digit()) && text.ends_with(|c: char| c.is_ascii_digit());
    if known && framed { Ok(text) } else { Err(NumberFault::Format) }
}

/// Plain digits times a power of ten, when that is a whole number.
pub fn scaled(plain: &str, zeros: usize) -> Result<i64, Option<NumberFault>> {
    let (whole, fraction) = plain.split_once('.').unwrap_or((plain, ""));
    let fraction = fraction.trim_end_matches('0');
    if fraction.len() > zeros {
        return Err(None);
    }
    format!("{whole}{fraction:0<zeros$}").parse().map_err(|_| Some(NumberFault::Overflow))
}

/// The faults that show in the whole text, before any of it is read as a number. `text` is folded.
pub fn obvious(text: &str) -> Result<(), NumberFault> {
    let digit = |c: char| c.is_ascii_digit();
    let about = ["khoang", "chung", "uoc", "gan", "hon", "tren", "duoi", "~", ">", "<", "±"];
    if text.is_empty() {
        Err(NumberFault::Missing)
    } else if text.starts_with(['-', '−']) && text.contains(digit) {
        Err(NumberFault::Negative)
    } else if about.iter().any(|word| text.starts_with(word)) {
        Err(NumberFault::Approximate)
    } else if !text.contains(digit) {
        Err(NumberFault::Words)
    } else if is_range(text) {
        Err(NumberFault::Range)
    } else {
        Ok(())
    }
}

fn is_range(text: &str) -> bool {
    ["-", "–", "—", "−", " den ", "~"].iter().any(|sign| {
        text.split_once(sign).is_some_and(|(one, two)| [one, two].iter().all(|side| side.contains(|c: char| c.is_ascii_digit())))
    })
}
