//! Hours of the day: in which a depot takes goods, in which nobody wants mail.
use chrono::NaiveTime;
use serde::{Deserialize, Serialize};

/// Minutes in a day.
const DAY: u16 = 24 * 60;

/// A wall-clock time of day to the minute, `05:30`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(try_from = "String", into = "String")]
#[schema(value_type = String, example = "05:30")]
pub struct ClockTime(u16);

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("time_malformed")]
pub struct ClockTimeError;

impl ClockTime {
    pub const fn minutes(self) -> u16 {
        self.0
    }

    /// Of minutes since midnight, fewer than a day has.
    pub fn from_minutes(minutes: i64) -> Option<Self> {
        u16::try_from(minutes).ok().filter(|minutes| *minutes < DAY).map(Self)
    }

    pub fn time(self) -> NaiveTime {
        NaiveTime::from_num_seconds_from_midnight_opt(u32::from(self.0) * 60, 0).unwrap_or(NaiveTime::MIN)
    }
}

impl std::str::FromStr for ClockTime {
    type Err = ClockTimeError;

    fn from_str(text: &str) -> Result<Self, ClockTimeError> {
        let two_digits = |part: &str, below: u16| {
            let plain = part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
            part.parse::<u16>().ok().filter(|number| plain && *number < below)
        };
        let (hours, minutes) = text.split_once(':').ok_or(ClockTimeError)?;
        match (two_digits(hours, 24), two_digits(minutes, 60)) {
            (Some(hours), Some(minutes)) => Ok(Self(hours * 60 + minutes)),
            (Some(_) | None, None) | (None, Some(_)) => Err(ClockTimeError),
        }
    }
}

impl TryFrom<String> for ClockTime {
    type Error = ClockTimeError;
    fn try_from(text: String) -> Result<Self, ClockTimeError> {
        text.parse()
    }
}

impl From<ClockTime> for String {
    fn from(time: ClockTime) -> Self {
        time.to_string()
    }
}

impl std::fmt::Display for ClockTime {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

/// From one time to another; past midnight when the second is the earlier one: `22:00` to `06:00` belongs to the day on
/// which it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Hours {
    pub from: ClockTime,
    pub to: ClockTime,
}

impl Hours {
    pub const fn past_midnight(self) -> bool {
        self.to.0 < self.from.0
    }

    /// How long the depot is open; equal times would leave no time at all.
    pub const fn minutes(self) -> u16 {
        if self.past_midnight() { DAY - self.from.0 + self.to.0 } else { self.to.0 - self.from.0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_time_is_two_and_two_digits() {
        assert_eq!("05:30".parse::<ClockTime>().map(ClockTime::minutes), Ok(330));
        for bad in ["", ":", "5:30", "05:3", "24:00", "12:60", "+5:30", "05:30:00", "05h30", "٠٥:٣٠"] {
            assert_eq!(bad.parse::<ClockTime>(), Err(ClockTimeError), "{bad}");
        }
    }

    #[test]
    fn hours_may_run_past_midnight() {
        let hours = |from: &str, to: &str| Hours { from: from.parse().unwrap(), to: to.parse().unwrap() };
        assert_eq!((hours("22:00", "06:00").past_midnight(), hours("22:00", "06:00").minutes()), (true, 480));
        assert_eq!((hours("05:00", "07:00").past_midnight(), hours("05:00", "07:00").minutes()), (false, 120));
        assert_eq!(hours("05:00", "05:00").minutes(), 0);
        assert_eq!(serde_json::to_string(&hours("22:00", "06:00")).unwrap(), r#"{"from":"22:00","to":"06:00"}"#);
    }

    proptest! {
        #[test]
        fn printing_and_reading_agree(minutes in 0..DAY) {
            prop_assert_eq!(ClockTime(minutes).to_string().parse(), Ok(ClockTime(minutes)));
        }
    }
}
