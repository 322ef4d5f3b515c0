//! Finding a commune: thousands share names, and people still write the names and districts of before July 2025.
use crate::names::{Found, How};
use domain::place::{CommuneCode, OldDistrictCode};
use domain::text::fold;
use std::collections::{BTreeSet, HashMap};

#[derive(Debug, Clone)]
pub struct Commune {
    pub code: CommuneCode,
    /// With its kind: `Xã Cao Phong`.
    pub name: String,
    pub province: String,
    pub former: Vec<Former>,
}

/// A commune of before that went into it.
#[derive(Debug, Clone)]
pub struct Former {
    pub name: String,
    pub district: OldDistrictCode,
    pub district_name: String,
    pub province: String,
}

#[derive(Debug, Default)]
pub struct Communes {
    list: Vec<Commune>,
    codes: HashMap<CommuneCode, usize>,
    current: HashMap<String, BTreeSet<usize>>,
    former: HashMap<String, BTreeSet<usize>>,
}

const MOST_CHOICES: usize = 8;

impl Communes {
    pub fn new(list: impl IntoIterator<Item = Commune>) -> Self {
        let mut communes = Self { list: list.into_iter().collect(), ..Self::default() };
        for (at, commune) in communes.list.iter().enumerate() {
            communes.codes.insert(commune.code, at);
            communes.current.entry(short(&commune.name)).or_default().insert(at);
            for former in &commune.former {
                communes.former.entry(short(&former.name)).or_default().insert(at);
            }
        }
        communes
    }

    pub fn get(&self, code: CommuneCode) -> Option<&Commune> {
        self.codes.get(&code).and_then(|at| self.list.get(*at))
    }

    /// `typed` may carry the rest of the address after commas; `around` are cells for district and province.
    pub fn find(&self, typed: &str, around: &[&str]) -> Found<&Commune> {
        if let Some(commune) = typed.trim().parse().ok().and_then(|code| self.get(code)) {
            return Found::One(commune, How::Exact);
        }
        let mut parts = typed.split([',', ';']).map(str::trim).filter(|part| !part.is_empty());
        let Some(first) = parts.next() else { return Found::Nothing(Vec::new()) };
        let around: Vec<String> = parts.chain(around.iter().copied()).map(short).filter(|part| !part.is_empty()).collect();
        let named = short(first);
        let fitting = |index: &HashMap<String, BTreeSet<usize>>, former: bool| -> Vec<&Commune> {
            let all = index.get(&named).into_iter().flatten().filter_map(|at| self.list.get(*at));
            all.filter(|commune| around.iter().all(|part| commune.lies_in(part, former.then_some(&named)))).collect()
        };
        let (now, before) = (fitting(&self.current, false), fitting(&self.former, true));
        let others = before.iter().any(|other| now.iter().all(|commune| commune.code != other.code));
        match (now.as_slice(), before.as_slice()) {
            ([one], _) if !others => Found::One(one, if fold(first) == fold(&one.name) { How::Exact } else { How::Folded }),
            // The full name of today, in a list that names no district of before.
            ([one], _) if fold(first) == fold(&one.name) && !around.iter().any(|part| one.had_district(part)) => {
                Found::One(one, How::Exact)
            }
            ([], [one]) => Found::One(one, How::Also),
            ([], []) => Found::Nothing(Vec::new()),
            _ => {
                let mut seen = BTreeSet::new();
                Found::Several(now.into_iter().chain(before).filter(|commune| seen.insert(commune.code)).take(MOST_CHOICES).collect())
            }
        }
    }

    /// As it is written in a list beside these cells: `Xã Cao Phong, Phú Thọ`, or the code where that is not clear.
    pub fn label(&self, code: CommuneCode, around: &[&str]) -> String {
        let named = self.get(code).map(|commune| format!("{}, {}", commune.name, commune.province));
        let clear = |label: &String| matches!(self.find(label, around), Found::One(found, How::Exact) if found.code == code);
        named.filter(clear).unwrap_or_else(|| code.to_string())
    }
}

impl Commune {
    /// `part` is a province of today or of before, or a district of before; `named` looks at the former commune of that name.
    fn lies_in(&self, part: &str, named: Option<&String>) -> bool {
        let of_former = |former: &&Former| named.is_none_or(|name| short(&former.name) == *name);
        let former = self.former.iter().filter(of_former);
        short(&self.province) == part
            || former.into_iter().any(|former| short(&former.district_name) == part || short(&former.province) == part)
    }

    fn had_district(&self, part: &str) -> bool {
        self.former.iter().any(|former| short(&former.district_name) == part)
    }

    /// The district of before, by its name, if a part of this commune lay in it.
    pub fn district(&self, typed: &str) -> Option<OldDistrictCode> {
        let typed = typed.trim();
        let exact = |former: &&Former| former.district.to_string() == typed || former.district_name == typed;
        let alike = |former: &&Former| short(&former.district_name) == short(typed);
        self.former.iter().find(exact).or_else(|| self.former.iter().find(alike)).map(|former| former.district)
    }

    pub fn district_name(&self, code: OldDistrictCode) -> Option<&str> {
        self.former.iter().find(|former| former.district == code).map(|former| former.district_name.as_str())
    }
}

/// Folded, without the kind of place in front.
fn short(name: &str) -> String {
    const KINDS: [&str; 14] = [
        "xa ",
        "phuong ",
        "thi tran ",
        "dac khu ",
        "huyen ",
        "quan ",
        "thi xa ",
        "thanh pho ",
        "tinh ",
        "x. ",
        "p. ",
        "tt. ",
        "h. ",
        "tp. ",
    ];
    let name = fold(name);
    let stripped = KINDS.iter().find_map(|kind| name.strip_prefix(kind)).filter(|rest| !rest.bytes().all(|byte| byte.is_ascii_digit()));
    stripped.map(str::to_owned).unwrap_or(name)
}

#[cfg(test)]
mod tests;
