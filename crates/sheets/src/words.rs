//! The closed lists of the business in the words of its people. The first word of each is the one that is written.
use crate::cell::{Question, Reading};
use crate::grid::Cell;
use domain::account::{Language, OrgKind, VatMethod};
use domain::certificate::{OcopCriteria, OldCommune};
use domain::product::{CertKind, Grade};
use domain::text::fold;

/// A member of a closed list with its Vietnamese word, its English word, and others, folded.
pub struct Word<T: 'static>(pub T, pub &'static str, pub &'static str, pub &'static [&'static str]);

pub const ORG_KINDS: &[Word<OrgKind>] = &[
    Word(
        OrgKind::Cooperative,
        "Hợp tác xã",
        "Cooperative",
        &["htx", "htxnn", "cooperative", "lien hiep htx", "lien hiep hop tac xa", "qtdnd"],
    ),
    Word(
        OrgKind::ProductionGroup,
        "Tổ hợp tác",
        "Production group",
        &["tht", "to hop tac", "to san xuat", "nhom", "nhom ho", "nhom san xuat", "production_group"],
    ),
    Word(OrgKind::Farm, "Trang trại", "Farm", &["ho", "ho gia dinh", "ho kinh doanh", "hkd", "ho nong dan", "nong ho", "ca nhan"]),
    Word(
        OrgKind::Enterprise,
        "Doanh nghiệp",
        "Enterprise",
        &["dn", "cong ty", "cty", "cong ty tnhh", "cong ty co phan", "dntn", "sieu thi", "tnhh"],
    ),
];

pub const GRADES: &[Word<Grade>] = &[
    Word(Grade::Extra, "Đặc biệt", "Extra", &["loai dac biet", "vip", "thuong hang", "hang vip", "extra class"]),
    Word(Grade::First, "Loại 1", "Class I", &["1", "i", "loai i", "loai mot", "hang 1", "l1", "loai nhat", "first", "loai a", "a"]),
    Word(Grade::Second, "Loại 2", "Class II", &["2", "ii", "loai ii", "loai hai", "hang 2", "l2", "loai nhi", "second", "loai b", "b"]),
    Word(Grade::Ungraded, "Hàng xô", "Ungraded", &["xo", "hang xo", "mua xo", "khong phan loai", "chua phan loai", "ca vuon", "ungraded"]),
];

pub const CERT_KINDS: &[Word<CertKind>] = &[
    Word(CertKind::Vietgap, "VietGAP", "VietGAP", &["viet gap", "vietgap trong trot", "tcvn 11892", "vg"]),
    Word(CertKind::Globalgap, "GLOBALG.A.P.", "GLOBALG.A.P.", &["globalgap", "global gap", "globalg.a.p", "ggap"]),
    Word(CertKind::Organic, "Hữu cơ", "Organic", &["huu co", "tcvn 11041", "nong nghiep huu co"]),
    Word(CertKind::Haccp, "HACCP", "HACCP", &[]),
    Word(
        CertKind::Attp,
        "An toàn thực phẩm",
        "Food safety",
        &["attp", "vsattp", "co so du dieu kien attp", "du dieu kien attp", "ve sinh an toan thuc pham"],
    ),
    Word(CertKind::Ocop, "OCOP", "OCOP", &["san pham ocop"]),
    Word(CertKind::Gi, "Chỉ dẫn địa lý", "Geographical indication", &["cddl", "chi dan dia li", "gi", "chi dan dia ly cao phong"]),
    Word(
        CertKind::GrowingAreaCode,
        "Mã số vùng trồng",
        "Growing-area code",
        &["msvt", "ma vung trong", "puc", "growing_area_code", "ma so vung trong"],
    ),
    Word(CertKind::LabResult, "Kết quả kiểm nghiệm", "Lab result", &["phieu kiem nghiem", "kiem nghiem", "lab_result", "test report"]),
];

pub const OCOP_CRITERIA: &[Word<OcopCriteria>] = &[
    Word(
        OcopCriteria::Decision1048,
        "QĐ 1048/QĐ-TTg (2019)",
        "Decision 1048/QĐ-TTg (2019)",
        &["1048", "qd 1048", "1048/qd-ttg", "qd 1048/2019"],
    ),
    Word(OcopCriteria::Decision148, "QĐ 148/QĐ-TTg (2023)", "Decision 148/QĐ-TTg (2023)", &["148", "qd 148", "148/qd-ttg", "qd 148/2023"]),
];

pub const OLD_COMMUNES: &[Word<OldCommune>] = &[
    Word(OldCommune::CaoPhong, "Thị trấn Cao Phong", "Cao Phong town", &["cao phong", "tt cao phong", "05089"]),
    Word(OldCommune::BacPhong, "Xã Bắc Phong", "Bắc Phong commune", &["bac phong", "05098"]),
    Word(OldCommune::ThuPhong, "Xã Thu Phong", "Thu Phong commune", &["thu phong", "05101"]),
    Word(OldCommune::TanPhong, "Xã Tân Phong", "Tân Phong commune", &["tan phong", "05104"]),
    Word(OldCommune::TayPhong, "Xã Tây Phong", "Tây Phong commune", &["tay phong", "05110"]),
    Word(OldCommune::DungPhong, "Xã Dũng Phong", "Dũng Phong commune", &["dung phong", "05116"]),
];

pub const VAT_METHODS: &[Word<VatMethod>] = &[
    Word(VatMethod::Direct, "Trực tiếp", "Direct", &["phuong phap truc tiep", "tt", "pp truc tiep"]),
    Word(VatMethod::Deduction, "Khấu trừ", "Deduction", &["phuong phap khau tru", "kt", "pp khau tru"]),
];

/// What a lab says of one thing it looked for.
pub const VERDICTS: &[Word<bool>] = &[
    Word(true, "đạt", "passed", &["pass", "ok", "trong gioi han", "khong vuot"]),
    Word(false, "không đạt", "failed", &["fail", "vuot", "vuot gioi han", "k dat"]),
];

impl<T: Copy + PartialEq> Word<T> {
    const fn word(&self, language: Language) -> &'static str {
        match language {
            Language::Vi => self.1,
            Language::En => self.2,
        }
    }
}

pub fn written<T: Copy + PartialEq>(words: &[Word<T>], value: T, language: Language) -> &'static str {
    words.iter().find(|word| word.0 == value).map_or("", |word| word.word(language))
}

/// Found by one of its own words, or by another, which is then shown.
pub fn find<T: Copy + PartialEq>(words: &[Word<T>], text: &str) -> Option<(T, Option<&'static str>)> {
    let folded = fold(text);
    let own = |word: &&Word<T>| fold(word.1) == folded || fold(word.2) == folded;
    let other = |word: &&Word<T>| word.3.iter().any(|other| *other == folded);
    words.iter().find(own).map(|word| (word.0, None)).or_else(|| words.iter().find(other).map(|word| (word.0, Some(word.1))))
}

pub fn read<T: Copy + PartialEq>(words: &[Word<T>], cell: &Cell) -> Reading<T> {
    match find(words, &cell.shown()) {
        Some((value, None)) => Reading::Same(value),
        Some((value, Some(word))) => Reading::Corrected { value, to: word.to_owned(), code: "other_word" },
        None => Reading::Ask(Question::new("word_unknown").or(words.iter().map(|word| word.1.to_owned()))),
    }
}
