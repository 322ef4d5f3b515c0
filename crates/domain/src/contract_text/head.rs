//! What stands before and after the articles: the nation's heading, the law, the parties, and who signs.
use super::Lines;
use crate::account::OrgKind;
use crate::contract::{ContractTerms, PartySnapshot};
use chrono::Datelike;

pub fn write(lines: &mut Lines, terms: &ContractTerms) {
    lines.push("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    lines.push("Độc lập - Tự do - Hạnh phúc");
    lines.blank();
    lines.push("HỢP ĐỒNG TIÊU THỤ NÔNG SẢN");
    lines.push(format!("Số: {}", terms.number));
    lines.blank();
    for law in &terms.legal_basis {
        lines.push(format!("Căn cứ {law};"));
    }
    lines.push("Căn cứ nhu cầu và khả năng của hai bên.");
    lines.blank();
    let made = terms.made_on.date();
    lines.push(format!(
        "Hợp đồng này được lập ngày {:02} tháng {:02} năm {} trên nền tảng giao dịch nông sản Mùa Vụ (sau đây gọi là Mùa Vụ), giữa hai bên:",
        made.day(),
        made.month(),
        made.year()
    ));
    lines.blank();
    party(lines, "BÊN BÁN (sau đây gọi là Bên A)", &terms.supplier);
    lines.blank();
    party(lines, "BÊN MUA (sau đây gọi là Bên B)", &terms.buyer);
    lines.blank();
    lines.push("Hai bên thống nhất ký hợp đồng với các điều khoản sau:");
}

fn party(lines: &mut Lines, role: &str, party: &PartySnapshot) {
    lines.push(format!("{role}: {}", party.name));
    lines.push(format!("- Loại hình: {}", kind(party.kind)));
    match &party.tax_code {
        Some(code) => lines.push(format!("- Mã số thuế: {code}")),
        None => lines.push("- Mã số thuế: chưa được cấp"),
    }
    lines.push(format!("- Địa chỉ: {}", party.address()));
    lines.push(format!("- Người đại diện: {}", party.representative));
    lines.push(format!("- Chức vụ: {}", party.position));
    lines.push(format!("- Điện thoại: {}", party.phone.national()));
    match &party.email {
        Some(email) => lines.push(format!("- Thư điện tử nhận thông báo: {email}")),
        None => lines.push("- Nơi nhận thông báo: tài khoản của bên này trên Mùa Vụ"),
    }
    match &party.bank_account {
        Some(account) => {
            lines.push(format!("- Tài khoản: số {} tại {}, chủ tài khoản {}", account.number, account.bank, account.holder));
        }
        None => lines.push("- Tài khoản: thông báo cho bên kia bằng văn bản hoặc trên Mùa Vụ trước khi thanh toán"),
    }
}

const fn kind(kind: OrgKind) -> &'static str {
    match kind {
        OrgKind::Cooperative => "Hợp tác xã",
        OrgKind::ProductionGroup => "Tổ hợp tác",
        OrgKind::Farm => "Trang trại",
        OrgKind::Enterprise => "Doanh nghiệp",
    }
}

pub fn write_signers(lines: &mut Lines, terms: &ContractTerms) {
    for (role, party) in [("ĐẠI DIỆN BÊN A", &terms.supplier), ("ĐẠI DIỆN BÊN B", &terms.buyer)] {
        lines.blank();
        lines.push(role);
        lines.push(format!("{} ({})", party.representative, party.position));
        lines.push(party.name.as_str());
    }
    lines.blank();
    lines.push("Chữ ký điện tử của hai bên được lưu cùng mã SHA-256 của văn bản này.");
}
