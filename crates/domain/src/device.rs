//! What somebody signs in with, in words a person recognises. What a browser says of itself is free text that anybody may write:
//! it is read for a few known names and never kept.
use crate::coded::coded;

coded! {
    /// The program that shows the pages.
    Browser, BrowserError = "browser_unknown";
    Zalo = "zalo",
    CocCoc = "coc_coc",
    Samsung = "samsung",
    Edge = "edge",
    Opera = "opera",
    Firefox = "firefox",
    Chrome = "chrome",
    Safari = "safari",
    Other = "other",
}

coded! {
    /// What the device runs.
    System, SystemError = "system_unknown";
    Android = "android",
    Ios = "ios",
    Windows = "windows",
    Macos = "macos",
    Linux = "linux",
    Other = "other",
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Device {
    pub browser: Browser,
    pub system: System,
}

/// A browser names those it descends from as well, so the youngest name comes first.
const BROWSERS: [(&str, Browser); 14] = [
    ("Zalo", Browser::Zalo),
    ("coc_coc_browser", Browser::CocCoc),
    ("CocCoc", Browser::CocCoc),
    ("SamsungBrowser/", Browser::Samsung),
    ("EdgA/", Browser::Edge),
    ("EdgiOS/", Browser::Edge),
    ("Edg/", Browser::Edge),
    ("OPR/", Browser::Opera),
    ("FxiOS/", Browser::Firefox),
    ("Firefox/", Browser::Firefox),
    ("CriOS/", Browser::Chrome),
    ("Chromium/", Browser::Chrome),
    ("Chrome/", Browser::Chrome),
    ("Safari/", Browser::Safari),
];

/// Android says Linux as well, and an iPhone says Mac OS X.
const SYSTEMS: [(&str, System); 8] = [
    ("Android", System::Android),
    ("iPhone", System::Ios),
    ("iPad", System::Ios),
    ("Windows", System::Windows),
    ("Macintosh", System::Macos),
    ("CrOS", System::Linux),
    ("Linux", System::Linux),
    ("X11", System::Linux),
];

impl Device {
    /// Nothing known of it.
    pub const OTHER: Self = Self { browser: Browser::Other, system: System::Other };
    /// Names stand near the beginning; no browser says more.
    const MOST_BYTES: usize = 512;

    /// By the header `User-Agent`.
    pub fn of(user_agent: &str) -> Self {
        let end = (0..=Self::MOST_BYTES).rev().find(|end| user_agent.is_char_boundary(*end)).unwrap_or_default();
        let said = user_agent.get(..end).unwrap_or(user_agent);
        let browser = BROWSERS.iter().find(|(name, _)| said.contains(name)).map_or(Browser::Other, |(_, browser)| *browser);
        let system = SYSTEMS.iter().find(|(name, _)| said.contains(name)).map_or(System::Other, |(_, system)| *system);
        Self { browser, system }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_browsers_and_systems_are_named_and_nothing_else_is_kept() {
        let words = |text: &str| {
            let Device { browser, system } = Device::of(text);
            format!("{browser} {system}")
        };
        let chrome =
            "Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36";
        assert_eq!(words(chrome), "chrome android");
        assert_eq!(words(&format!("{chrome} SamsungBrowser/27.0")), "samsung android");
        assert_eq!(words(&format!("{chrome} Zalo android/24.10")), "zalo android");
        let desk = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)";
        assert_eq!(words(&format!("{desk} coc_coc_browser/122.0 Chrome/116.0.0.0 Safari/537.36")), "coc_coc windows");
        assert_eq!(words(&format!("{desk} Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0")), "edge windows");
        let iphone =
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148";
        assert_eq!(words(&format!("{iphone} Safari/604.1")), "safari ios");
        assert_eq!(words("Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0"), "firefox linux");
        assert_eq!(words("<script>alert(1)</script>"), "other other");
        assert_eq!(words(&format!("{} Chrome/1", "ộ".repeat(10_000))), "other other");
        assert_eq!(Device::of(""), Device::OTHER);
    }
}
