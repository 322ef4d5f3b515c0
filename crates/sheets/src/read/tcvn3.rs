//! TCVN3 (the `.VnTime` fonts): Vietnamese letters in the places of Western ones.

/// From the Latin letter that a program shows to the one the font drew. The soft hyphen is ư.
const LETTERS: [(char, char); 74] = [
    ('¡', 'Ă'),
    ('¢', 'Â'),
    ('£', 'Ê'),
    ('¤', 'Ô'),
    ('¥', 'Ơ'),
    ('¦', 'Ư'),
    ('§', 'Đ'),
    ('¨', 'ă'),
    ('©', 'â'),
    ('ª', 'ê'),
    ('«', 'ô'),
    ('¬', 'ơ'),
    ('\u{AD}', 'ư'),
    ('®', 'đ'),
    ('µ', 'à'),
    ('¶', 'ả'),
    ('·', 'ã'),
    ('¸', 'á'),
    ('¹', 'ạ'),
    ('»', 'ằ'),
    ('¼', 'ẳ'),
    ('½', 'ẵ'),
    ('¾', 'ắ'),
    ('Æ', 'ặ'),
    ('Ç', 'ầ'),
    ('È', 'ẩ'),
    ('É', 'ẫ'),
    ('Ê', 'ấ'),
    ('Ë', 'ậ'),
    ('Ì', 'è'),
    ('Î', 'ẻ'),
    ('Ï', 'ẽ'),
    ('Ð', 'é'),
    ('Ñ', 'ẹ'),
    ('Ò', 'ề'),
    ('Ó', 'ể'),
    ('Ô', 'ễ'),
    ('Õ', 'ế'),
    ('Ö', 'ệ'),
    ('×', 'ì'),
    ('Ø', 'ỉ'),
    ('Ü', 'ĩ'),
    ('Ý', 'í'),
    ('Þ', 'ị'),
    ('ß', 'ò'),
    ('á', 'ỏ'),
    ('â', 'õ'),
    ('ã', 'ó'),
    ('ä', 'ọ'),
    ('å', 'ồ'),
    ('æ', 'ổ'),
    ('ç', 'ỗ'),
    ('è', 'ố'),
    ('é', 'ộ'),
    ('ê', 'ờ'),
    ('ë', 'ở'),
    ('ì', 'ỡ'),
    ('í', 'ớ'),
    ('î', 'ợ'),
    ('ï', 'ù'),
    ('ñ', 'ủ'),
    ('ò', 'ũ'),
    ('ó', 'ú'),
    ('ô', 'ụ'),
    ('õ', 'ừ'),
    ('ö', 'ử'),
    ('÷', 'ữ'),
    ('ø', 'ứ'),
    ('ù', 'ự'),
    ('ú', 'ỳ'),
    ('û', 'ỷ'),
    ('ü', 'ỹ'),
    ('ý', 'ý'),
    ('þ', 'ỵ'),
];

/// The text as its font drew it. Capitals had a font of their own over the small letters: a word in capitals becomes one.
pub fn renewed(text: &str) -> String {
    text.split_inclusive(|c: char| !c.is_alphanumeric() && letter(c).is_none()).map(word).collect()
}

fn word(word: &str) -> String {
    let plain: Vec<char> = word.chars().filter(char::is_ascii_alphabetic).collect();
    let capitals = plain.iter().all(char::is_ascii_uppercase) && (plain.len() > 1 || word.chars().any(is_capital));
    let renewed = word.chars().map(|c| letter(c).unwrap_or(c));
    if capitals && !plain.is_empty() { renewed.flat_map(char::to_uppercase).collect() } else { renewed.collect() }
}

fn is_capital(c: char) -> bool {
    letter(c).is_some_and(char::is_uppercase)
}

fn letter(c: char) -> Option<char> {
    LETTERS.iter().find(|(shown, _)| *shown == c).map(|(_, drawn)| *drawn)
}

/// A sign that stands for a letter here and never occurs inside a Vietnamese word in Unicode.
pub fn is_telling(c: char) -> bool {
    letter(c).is_some() && !super::legacy::is_vietnamese(c)
}
