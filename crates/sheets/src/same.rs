//! Names of one organisation written in several ways.
use domain::text::fold;

/// Words that say what an organisation is and does, not which one it is.
const KINDS: [&str; 46] = [
    "hop", "tac", "xa", "htx", "htxnn", "htxdv", "htxdvnn", "htxsx", "lien", "hiep", "to", "tht", "nong", "nghiep", "nn", "lam", "thuy",
    "san", "ns", "dich", "vu", "dv", "dvnn", "dvnnth", "dvth", "tong", "hop", "th", "san", "xuat", "sx", "kinh", "doanh", "kd", "thuong",
    "mai", "tm", "cong", "ty", "cty", "tnhh", "co", "phan", "cp", "mtv", "va",
];

/// What is left of a name: `HTX DVNN TH Cao Phong` and `Hợp tác xã nông nghiệp Cao Phong` are `cao phong` alike. Two of one key
/// may still be two organisations: it is for asking, never for merging.
pub fn name_key(name: &str) -> String {
    let folded: String = fold(name).chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let own: Vec<&str> = folded.split_whitespace().filter(|word| !KINDS.contains(word)).collect();
    if own.is_empty() { folded.split_whitespace().collect::<Vec<_>>().join(" ") } else { own.join(" ") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variants_of_a_name_share_a_key() {
        for name in
            ["HTX Cao Phong", "Hợp tác xã nông nghiệp Cao Phong", "HTX DVNN TH Cao Phong", "HTXNN  CAO PHONG", "htx nn-dv cao phong."]
        {
            assert_eq!(name_key(name), "cao phong", "{name}");
        }
        assert_ne!(name_key("HTX Cao Phong 2"), name_key("HTX Cao Phong"));
        assert_eq!(name_key("HTX Nông nghiệp Tổng hợp"), "htx nong nghiep tong hop");
    }
}
