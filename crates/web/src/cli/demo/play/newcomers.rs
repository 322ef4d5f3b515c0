//! Organisations and papers that came in lately and wait for the office.
use crate::cli::demo::people::PASSWORD;
use crate::cli::demo::stage::{Answer, Stage};
use anyhow::bail;
use serde_json::json;

/// Kind, name, tax code, commune, address, representative, position, phone.
const NEWCOMERS: [[&str; 8]; 4] = [
    ["cooperative", "HTX Thung Xanh 242 (mẫu)", "9900091006", "05116", "Xóm Lành 3", "Bùi Văn Hiếu", "Giám đốc", "0900000397"],
    ["cooperative", "HTX Suối Ngọc 243 (mẫu)", "9900091013", "04831", "Xóm Ngọc 5", "Đinh Thị Thanh", "Giám đốc", "0900000398"],
    ["enterprise", "Bếp ăn Hoa Mơ 16 (mẫu)", "0000091007", "00340", "Số 12 đường Vàng", "Trần Minh Châu", "Giám đốc", "0900000399"],
    ["production_group", "Tổ hợp tác Khe Trăng 061 (mẫu)", "", "05158", "Xóm Xanh 1", "Hà Văn Sơn", "Tổ trưởng", "0900000400"],
];

pub async fn register(stage: &mut Stage) -> anyhow::Result<()> {
    for (at, [kind, name, tax_code, commune, address, representative, position, phone]) in NEWCOMERS.into_iter().enumerate() {
        let tax_code = if tax_code.is_empty() { None } else { Some(tax_code) };
        let body = json!({
            "organisation": {
                "kind": kind, "name": name, "tax_code": tax_code, "commune": commune, "address_line": address,
                "representative": representative, "position": position, "phone": phone, "vat_method": "direct",
            },
            "member": {
                "name": representative, "sign_in": format!("org{:04}@demo.example", 397 + at), "password": PASSWORD, "language": "vi",
                "consent": { "version": 1, "operating_rules": true, "personal_data": true },
            },
        });
        if let Answer::Refused(code) = stage.visit("/auth/register", body).await? {
            bail!("{name} could not register: {code}");
        }
    }
    let today = stage.app.env.today();
    let suppliers: Vec<String> = stage.cast.values().filter(|player| player.stable).map(|player| player.sign_in.clone()).take(3).collect();
    for (at, who) in suppliers.iter().enumerate() {
        let body = json!({
            "kind": "attp", "number": format!("ATTP-MAU-26-{:04}", 900 + at), "issuer": "Cơ quan chứng nhận mẫu", "varieties": [],
            "issued_on": today.minus(9), "valid_to": today.plus(3 * 365), "stars": null, "area_m2": null, "expected": null,
        });
        if let Answer::Refused(code) = stage.post(who, "/certificates", body).await? {
            bail!("{who} could not enter a certificate: {code}");
        }
    }
    Ok(())
}
