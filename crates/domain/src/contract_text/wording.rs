//! How the text names what the terms hold.
use crate::contract::{QualityPromise, SizePromise};
use crate::day::Window;
use crate::demand::Preference;
use crate::format;
use crate::hours::Hours;
use crate::money::{Vnd, VndPerKg};
use crate::penalty::Percent;
use crate::product::{CertKind, Grade, Quality, SizeMeasure};
use crate::vat::VatCase;
use crate::words::vnd_words;

pub fn grade(grade: Grade) -> &'static str {
    match grade {
        Grade::Extra => "loại đặc biệt",
        Grade::First => "loại 1",
        Grade::Second => "loại 2",
        Grade::Ungraded => "hàng xô, không phân loại",
    }
}

pub const fn certificate_kind(kind: CertKind) -> &'static str {
    match kind {
        CertKind::Vietgap => "Giấy chứng nhận VietGAP",
        CertKind::Globalgap => "Giấy chứng nhận GLOBALG.A.P.",
        CertKind::Organic => "Giấy chứng nhận sản xuất hữu cơ",
        CertKind::Haccp => "Giấy chứng nhận HACCP",
        CertKind::Attp => "Giấy chứng nhận cơ sở đủ điều kiện an toàn thực phẩm",
        CertKind::Ocop => "Giấy chứng nhận sản phẩm OCOP",
        CertKind::Gi => "Giấy chứng nhận quyền sử dụng chỉ dẫn địa lý",
        CertKind::GrowingAreaCode => "Mã số vùng trồng",
        CertKind::LabResult => "Phiếu kết quả kiểm nghiệm đạt",
    }
}

/// What is paid more for, and the most that is added for it.
pub fn premium(preference: &Preference) -> String {
    let kind = preference.attribute.certificate().map(|kind| certificate_kind(kind).to_owned());
    let graded = || preference.attribute.grade().map(|least| format!("{} trở lên", grade(least)));
    let attribute = kind.or_else(graded).unwrap_or_else(|| measured(&preference.quality));
    format!("{attribute} (đến {})", format::vnd_per_kg(preference.premium))
}

/// The sizes stand with their figures where the contract promises them.
fn measured(quality: &Quality) -> String {
    let labels: Vec<_> = quality.sizes.iter().map(|size| format!("cỡ {}", size.as_str())).collect();
    let sizes = (!labels.is_empty()).then(|| format!("chỉ gồm {}", labels.join(", ")));
    sizes.into_iter().chain(quality.brix_tenths.map(brix)).chain(quality.juice_percent.map(juice)).collect::<Vec<_>>().join("; ")
}

fn brix(tenths: u16) -> String {
    format!("độ ngọt từ {},{}\u{A0}°Brix trở lên", tenths / 10, tenths % 10)
}

fn juice(percent: u16) -> String {
    format!("lượng nước quả từ {percent}\u{A0}% khối lượng trở lên")
}

/// `cỡ 3 (81–92 mm), cỡ 4 (77–88 mm) theo tiêu chuẩn UNECE FFV-14; độ ngọt từ 10,5 °Brix trở lên`.
pub fn promised_quality(quality: &QualityPromise) -> String {
    let (what, unit) = match quality.measure {
        SizeMeasure::Diameter => ("", "mm"),
        SizeMeasure::Weight => ("nặng ", "g"),
        SizeMeasure::Length => ("dài ", "cm"),
    };
    let figure = |number: u16| format::grouped(number.into());
    let size = |SizePromise { code, from, to }: &SizePromise| match to {
        Some(to) => format!("cỡ {code} ({what}{}–{}\u{A0}{unit})", figure(*from), figure(*to)),
        None => format!("cỡ {code} ({what}từ {}\u{A0}{unit})", figure(*from)),
    };
    let sizes: Vec<_> = quality.sizes.iter().map(size).collect();
    let by = match &quality.standard {
        Some(standard) => format!(" theo ký hiệu của {standard}"),
        None => " theo bảng cỡ của chương trình".to_owned(),
    };
    let brix = quality.brix_tenths.map(brix);
    let juice = quality.juice_percent.map(juice);
    let sizes = (!sizes.is_empty()).then(|| format!("{}{by}", sizes.join(", ")));
    sizes.into_iter().chain(brix).chain(juice).collect::<Vec<_>>().join("; ")
}

pub const fn vat(vat: VatCase) -> &'static str {
    match vat {
        VatCase::NotSubject => {
            "hàng là nông sản do Bên A sản xuất, chưa chế biến hoặc chỉ qua sơ chế thông thường, thuộc đối tượng không chịu thuế."
        }
        VatCase::NoDeclaration => {
            "hàng là nông sản chưa chế biến hoặc chỉ qua sơ chế thông thường, bán giữa doanh nghiệp, hợp tác xã, không phải kê khai, \
             tính nộp thuế."
        }
        VatCase::Taxable => "thuế suất 5 %, cộng thêm vào giá hợp đồng và ghi trên hóa đơn.",
        VatCase::DirectRevenue => {
            "Bên A tự nộp thuế theo phương pháp trực tiếp trên doanh thu; Bên B không phải trả thêm thuế ngoài giá hợp đồng."
        }
        VatCase::StandardRate | VatCase::NeedsReview => {
            "theo thuế suất pháp luật quy định tại ngày giao hàng, cộng thêm vào giá hợp đồng và ghi trên hóa đơn."
        }
    }
}

/// `7,5 %`, with the space that does not break.
pub fn percent(share: Percent) -> String {
    format!("{}\u{A0}%", share.to_string().replace('.', ","))
}

pub fn price_words(price: VndPerKg) -> String {
    vnd_words(Vnd::new(price.dong()))
}

pub fn hours(hours: Hours) -> String {
    let range = format!("từ {} đến {}", hours.from, hours.to);
    if hours.past_midnight() { format!("{range} hôm sau, tính cho ngày bắt đầu nhận.") } else { format!("{range}.") }
}

pub fn days(window: Window) -> String {
    if window.from == window.to {
        return format::day(window.from);
    }
    format!("{} – {}", format::day(window.from), format::day(window.to))
}
