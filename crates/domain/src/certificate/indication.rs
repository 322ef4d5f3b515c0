//! What the geographical indication "Cao Phong" was registered for on 5 November 2014: four varieties and six communes.
use crate::coded::coded;
use crate::place::CommuneCode;

/// The varieties of the registration.
pub const GI_VARIETIES: [&str; 4] = ["cam-long-vang-cs1", "cam-xa-doai-cao", "cam-xa-doai-lun", "cam-canh"];

coded! {
    /// A commune of the registration, all in the district of Cao Phong in Hoà Bình, by its code of before July 2025. Communes have been
    /// merged twice since; the plots that count have not moved.
    OldCommune, OldCommuneError = "old_commune_outside_indication";
    /// The town.
    CaoPhong = "05089",
    BacPhong = "05098",
    ThuPhong = "05101",
    /// Merged into Hợp Phong in 2020, whose code this is; the rest of Hợp Phong does not count.
    TanPhong = "05104",
    TayPhong = "05110",
    DungPhong = "05116",
}

impl OldCommune {
    /// The commune of today in which it lies.
    pub fn commune(self) -> CommuneCode {
        let code = match self {
            Self::CaoPhong | Self::ThuPhong | Self::TanPhong => "05089",
            Self::BacPhong => "05092",
            Self::TayPhong | Self::DungPhong => "05116",
        };
        code.parse().expect("five digits")
    }
}
