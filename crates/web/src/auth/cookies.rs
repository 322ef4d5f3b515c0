//! The two cookies of a session, and the one of somebody who is away to sign in elsewhere. Over https they carry the `__Host-` or `__Secure-` prefix and the secure flag.
use super::keys::{ACCESS_MINUTES, REFRESH_DAYS};
use super::sso::AWAY_MINUTES;
use axum_extra::extract::cookie::{Cookie, CookieJar, SameSite};
use chrono::TimeDelta;

/// The only part of the site that sees the refresh token.
const REFRESH_PATH: &str = "/api/v1/auth";

#[derive(Debug, Clone, Copy)]
pub struct Cookies {
    pub secure: bool,
}

impl Cookies {
    pub const fn access(self) -> &'static str {
        if self.secure { "__Host-muavu" } else { "muavu" }
    }

    pub const fn refresh(self) -> &'static str {
        if self.secure { "__Secure-muavu-refresh" } else { "muavu-refresh" }
    }

    pub fn set(self, jar: CookieJar, access: String, refresh: String) -> CookieJar {
        jar.add(self.cookie(self.access(), access, "/", TimeDelta::minutes(ACCESS_MINUTES))).add(self.cookie(
            self.refresh(),
            refresh,
            REFRESH_PATH,
            TimeDelta::days(REFRESH_DAYS),
        ))
    }

    pub fn clear(self, jar: CookieJar) -> CookieJar {
        jar.add(self.cookie(self.access(), String::new(), "/", TimeDelta::zero())).add(self.cookie(
            self.refresh(),
            String::new(),
            REFRESH_PATH,
            TimeDelta::zero(),
        ))
    }

    const fn sso(self) -> &'static str {
        // Only this very host can have set it: whoever signs in does so under the name they chose.
        if self.secure { "__Host-muavu-sso" } else { "muavu-sso" }
    }

    /// What is remembered of somebody who left for the provider of sign-ins.
    pub fn leaving(self, jar: CookieJar, away: String) -> CookieJar {
        jar.add(self.cookie(self.sso(), away, "/", TimeDelta::minutes(AWAY_MINUTES)))
    }

    pub fn away(self, jar: &CookieJar) -> Option<String> {
        jar.get(self.sso()).map(|cookie| cookie.value().to_owned())
    }

    /// Each return counts once.
    pub fn returned(self, jar: CookieJar) -> CookieJar {
        jar.add(self.cookie(self.sso(), String::new(), "/", TimeDelta::zero()))
    }

    fn cookie(self, name: &'static str, value: String, path: &'static str, age: TimeDelta) -> Cookie<'static> {
        Cookie::build((name, value))
            .path(path)
            .http_only(true)
            .secure(self.secure)
            .same_site(SameSite::Lax)
            .max_age(time::Duration::seconds(age.num_seconds()))
            .build()
    }
}
