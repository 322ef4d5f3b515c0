//! What the rows of offers and of demands have in common.
use domain::day::Timestamp;
use domain::id::UserId;
use domain::place::{GeoPoint, GeoPointError};
use domain::policy::Scope;
use domain::post::PostState;
use domain::product::{Quality, SizeCode};
use sea_orm::{ColumnTrait, Condition};
use uuid::Uuid;

pub const OPEN: &str = "open";
const WITHDRAWN: &str = "withdrawn";

/// The columns `status`, `withdrawn_by` and `withdrawn_at`.
pub fn columns(state: &PostState) -> (String, Option<Uuid>, Option<Timestamp>) {
    match state {
        PostState::Open => (OPEN.to_owned(), None, None),
        PostState::Withdrawn { by, at } => (WITHDRAWN.to_owned(), Some((*by).into()), Some(*at)),
    }
}

pub fn state(status: &str, by: Option<Uuid>, at: Option<Timestamp>) -> Option<PostState> {
    match (status, by, at) {
        (OPEN, None, None) => Some(PostState::Open),
        (WITHDRAWN, Some(by), Some(at)) => Some(PostState::Withdrawn { by: UserId::from(by), at }),
        _ => None,
    }
}

/// Both columns or neither.
pub fn point(lat_e6: Option<i64>, lon_e6: Option<i64>) -> Result<Option<GeoPoint>, GeoPointError> {
    match (lat_e6, lon_e6) {
        (None, None) => Ok(None),
        (Some(lat), Some(lon)) => {
            let small = |degrees: i64| i32::try_from(degrees).map_err(|_| GeoPointError::Malformed);
            GeoPoint::new(small(lat)?, small(lon)?).map(Some)
        }
        (Some(_), None) | (None, Some(_)) => Err(GeoPointError::Malformed),
    }
}

/// The labels as their column holds them.
pub fn written_sizes(quality: &Quality) -> String {
    quality.sizes.iter().map(SizeCode::as_str).collect::<Vec<_>>().join(" ")
}

/// What is stated or required beyond the grade, of three columns.
pub fn quality(sizes: &str, brix_tenths: Option<i64>, juice_percent: Option<i64>) -> Option<Quality> {
    Some(Quality {
        sizes: sizes.split_ascii_whitespace().map(str::parse).collect::<Result<_, _>>().ok()?,
        brix_tenths: brix_tenths.map(u16::try_from).transpose().ok()?,
        juice_percent: juice_percent.map(u16::try_from).transpose().ok()?,
    })
}

/// The rows of the organisations a query reaches; nothing when it reaches none.
pub fn reach(scope: Scope, owner: impl ColumnTrait) -> Option<Condition> {
    match scope {
        Scope::All => Some(Condition::all()),
        Scope::Org(org) => Some(Condition::all().add(owner.eq(Uuid::from(org)))),
        Scope::None => None,
    }
}
