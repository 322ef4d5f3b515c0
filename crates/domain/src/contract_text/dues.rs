//! Deposit and retention in article 7, from template 2 on.
use super::Lines;
use crate::contract::ContractTerms;
use crate::dues::DueTerms;
use crate::format;
use crate::words::{capitalised, vnd_words};

/// What a delivery is worth, and what is left to pay of it.
pub fn worth(dues: DueTerms) -> String {
    let less = match (dues.deposit_percent > 0, dues.retention_percent > 0) {
        (true, true) => "phần tiền đặt cọc được trừ và trừ tiền giữ lại",
        (true, false) => "phần tiền đặt cọc được trừ",
        (false, _) => "tiền giữ lại",
    };
    format!(
        "7.1. Giá trị của mỗi đợt bằng khối lượng nhận của đợt đó nhân với giá hợp đồng, làm tròn đến đồng. Số tiền phải trả của mỗi đợt \
         bằng giá trị của đợt trừ {less} nêu tại Điều này. Tổng số tiền Bên B trả bằng tổng giá trị của các đợt."
    )
}

/// The last paragraphs of the article, as many as the terms need.
pub fn write(lines: &mut Lines, terms: &ContractTerms) {
    let mut paragraphs = Vec::new();
    if terms.dues.deposit_percent > 0 {
        deposit(&mut paragraphs, terms);
    }
    if terms.dues.retention_percent > 0 {
        paragraphs.push(retention(terms.dues));
    }
    for (number, paragraph) in (6..).zip(paragraphs) {
        lines.push(format!("7.{number}. {paragraph}"));
    }
}

fn deposit(paragraphs: &mut Vec<String>, terms: &ContractTerms) {
    let dues = terms.dues;
    let amount = dues.deposit_of(terms.total);
    let by = match dues.deposit_days {
        0 => "ngay trong ngày bên sau cùng ký hợp đồng".to_owned(),
        days => format!("trong {days} ngày kể từ ngày bên sau cùng ký hợp đồng"),
    };
    paragraphs.push(format!(
        "Tiền đặt cọc: Bên B chuyển cho Bên A {}\u{A0}% giá trị hợp đồng tạm tính, bằng {} (bằng chữ: {}), {by}, để bảo đảm thực hiện \
         hợp đồng.",
        dues.deposit_percent,
        format::vnd(amount),
        capitalised(&vnd_words(amount)),
    ));
    paragraphs.push(
        "Tiền đặt cọc được trừ vào tiền hàng theo thứ tự nghiệm thu, đợt nghiệm thu trước được trừ trước, cho đến khi trừ hết. Khi \
         không còn đợt nào sẽ giao, phần chưa trừ được trừ vào tiền giữ lại (nếu có)."
            .to_owned(),
    );
    // The text names no law that the terms do not carry.
    let civil_code = terms.legal_basis.iter().any(|title| title.starts_with("Bộ luật Dân sự số 91/2015/QH13"));
    let law = if civil_code { "Theo Điều 328 Bộ luật Dân sự, Bên B" } else { "Bên B" };
    paragraphs.push(format!(
        "{law} từ chối thực hiện hợp đồng thì phần tiền đặt cọc chưa trừ thuộc về Bên A; Bên A từ chối thực hiện hợp đồng thì trả lại \
         cho Bên B phần tiền đặt cọc chưa trừ và trả thêm một khoản tiền bằng phần đó. Quy định này không áp dụng khi việc không thực \
         hiện là do bất khả kháng hoặc do lỗi của bên kia."
    ));
    paragraphs.push(format!(
        "Trong các trường hợp khác, Bên A trả lại cho Bên B phần tiền đặt cọc chưa trừ trong {} ngày kể từ ngày không còn đợt nào sẽ giao.",
        DueTerms::RETURN_DAYS
    ));
}

fn retention(dues: DueTerms) -> String {
    let by = match dues.retention_days {
        0 => "ngay khi nghiệm thu đợt cuối cùng".to_owned(),
        days => format!("trong {days} ngày kể từ ngày nghiệm thu đợt cuối cùng"),
    };
    format!(
        "Tiền giữ lại: Bên B giữ lại {}\u{A0}% giá trị của mỗi đợt, bỏ phần lẻ dưới một đồng, và trả cho Bên A {by}; nếu sau đó mới rõ \
         là không còn đợt nào sẽ giao thì trả trong ngày ấy.",
        dues.retention_percent
    )
}
