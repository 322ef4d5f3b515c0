//! The plumbing of a closed list of names.
/// An enum whose members have one name each, the same in JSON, in the database and in an address.
macro_rules! coded {
    ($(#[$doc:meta])* $name:ident, $error:ident = $unknown:literal; $($(#[$member_doc:meta])* $member:ident = $code:literal,)+) => {
        $(#[$doc])*
        #[doc = concat!("One of", $(" `", $code, "`",)+ ".")]
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(try_from = "String", into = "&'static str")]
        pub enum $name {
            $($(#[$member_doc])* $member,)+
        }

        #[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
        #[error($unknown)]
        pub struct $error;

        impl $name {
            pub const ALL: &[Self] = &[$(Self::$member),+];

            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$member => $code,)+
                }
            }
        }
        impl std::str::FromStr for $name {
            type Err = $error;
            fn from_str(code: &str) -> Result<Self, $error> {
                Self::ALL.iter().copied().find(|member| member.code() == code).ok_or($error)
            }
        }
        impl TryFrom<String> for $name {
            type Error = $error;
            fn try_from(code: String) -> Result<Self, $error> {
                code.parse()
            }
        }
        impl utoipa::ToSchema for $name {}
        impl utoipa::PartialSchema for $name {
            fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::Schema> {
                utoipa::openapi::ObjectBuilder::new()
                    .schema_type(utoipa::openapi::Type::String)
                    .enum_values(Some([$($code),+]))
                    .into()
            }
        }
        impl From<$name> for &'static str {
            fn from(member: $name) -> Self {
                member.code()
            }
        }
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.code())
            }
        }
    };
}
pub(crate) use coded;

#[cfg(test)]
mod tests {
    coded! {
        Side, SideError = "side_unknown";
        Left = "left",
        FarRight = "far_right",
    }

    #[test]
    fn a_member_has_one_name_everywhere() {
        assert_eq!(serde_json::to_string(&Side::FarRight).unwrap(), r#""far_right""#);
        assert_eq!(serde_json::from_str::<Side>(r#""left""#).unwrap(), Side::Left);
        assert_eq!(format!("{:>6}", Side::Left), "  left");
        assert_eq!("Left".parse::<Side>(), Err(SideError));
        let unknown = serde_json::from_str::<Side>(r#""up""#).unwrap_err();
        assert!(unknown.to_string().starts_with("side_unknown"), "{unknown}");
    }
}
