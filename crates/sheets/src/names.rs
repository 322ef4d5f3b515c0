//! Finding a thing of the catalogue by what people call it: exactly, without marks, or by another name.
use domain::text::{fold, nfc};
use std::collections::HashMap;

/// Something with a key, a name, and other names for it.
#[derive(Debug, Clone)]
pub struct Named {
    pub key: String,
    pub name: String,
    pub also: Vec<String>,
    /// What it is one of: the product of a variety.
    pub group: String,
}

#[derive(Debug, Default)]
pub struct Names {
    things: Vec<Named>,
    /// All names of each, folded.
    called: Vec<Vec<String>>,
    keys: HashMap<String, usize>,
    exact: HashMap<String, Vec<usize>>,
    folded: HashMap<String, Vec<usize>>,
    also: HashMap<String, Vec<usize>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    Exact,
    /// The same letters with other marks, or none.
    Folded,
    /// Another name of it.
    Also,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found<T> {
    One(T, How),
    Several(Vec<T>),
    /// Unknown; perhaps one of these was meant.
    Nothing(Vec<T>),
}

const MOST_CHOICES: usize = 6;

impl Names {
    pub fn new(things: impl IntoIterator<Item = Named>) -> Self {
        let mut names = Self { things: things.into_iter().collect(), ..Self::default() };
        for (at, thing) in names.things.iter().enumerate() {
            names.keys.insert(thing.key.clone(), at);
            names.called.push(thing.also.iter().chain([&thing.name]).map(|name| fold(name)).collect());
            note(&mut names.exact, lower(&thing.name), at);
            note(&mut names.folded, fold(&thing.name), at);
            for other in &thing.also {
                note(&mut names.also, fold(other), at);
            }
        }
        names
    }

    pub fn get(&self, key: &str) -> Option<&Named> {
        self.keys.get(key).and_then(|at| self.things.get(*at))
    }

    pub fn find(&self, typed: &str) -> Found<&Named> {
        if let Some(thing) = self.get(typed.trim()) {
            return Found::One(thing, How::Exact);
        }
        let (exact, folded) = (lower(typed), fold(typed));
        for (index, text, how) in
            [(&self.exact, &exact, How::Exact), (&self.folded, &folded, How::Folded), (&self.also, &folded, How::Also)]
        {
            match index.get(text).map(Vec::as_slice) {
                None | Some([]) => {}
                Some([at]) => return self.things.get(*at).map_or(Found::Nothing(Vec::new()), |thing| Found::One(thing, how)),
                Some(several) => return Found::Several(several.iter().filter_map(|at| self.things.get(*at)).collect()),
            }
        }
        Found::Nothing(self.near(&folded))
    }

    /// Those whose names hold every word, or begin as this one does.
    fn near(&self, folded: &str) -> Vec<&Named> {
        let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
        let holds =
            |name: &String| words.iter().all(|word| name.split(' ').any(|other| other == *word)) || folded.starts_with(name.as_str());
        let near = self.things.iter().zip(&self.called).filter(|(_, called)| !words.is_empty() && called.iter().any(holds));
        near.map(|(thing, _)| thing).take(MOST_CHOICES).collect()
    }

    /// The name, if it leads back to this thing alone; otherwise the key.
    pub fn label<'a>(&'a self, key: &'a str) -> &'a str {
        match self.get(key) {
            Some(thing) if matches!(self.find(&thing.name), Found::One(found, How::Exact) if found.key == key) => &thing.name,
            Some(_) | None => key,
        }
    }
}

fn note(index: &mut HashMap<String, Vec<usize>>, name: String, at: usize) {
    let places = index.entry(name).or_default();
    if !places.contains(&at) {
        places.push(at);
    }
}

fn lower(text: &str) -> String {
    nfc(text.trim()).to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> Names {
        let named = |key: &str, name: &str, also: &[&str]| Named {
            key: key.into(),
            name: name.into(),
            also: also.iter().map(|name| (*name).to_owned()).collect(),
            group: String::new(),
        };
        Names::new([
            named("cam-xa-doai-cao", "Cam Xã Đoài cao", &["cam Xã Đoài"]),
            named("cam-xa-doai-lun", "Cam Xã Đoài lùn", &["cam Xã Đoài"]),
            named("dua", "Dưa", &[]),
            named("dua-2", "Dừa", &["quả dừa"]),
        ])
    }

    fn keys(found: &Found<&Named>) -> Vec<String> {
        match found {
            Found::One(thing, how) => vec![thing.key.clone(), format!("{how:?}")],
            Found::Several(things) | Found::Nothing(things) => things.iter().map(|thing| thing.key.clone()).collect(),
        }
    }

    #[test]
    fn marks_decide_before_they_are_ignored_and_two_meanings_are_two() {
        let names = names();
        let find = |typed| keys(&names.find(typed));
        assert_eq!(find("DỪA"), ["dua-2", "Exact"]);
        assert_eq!(find("dua"), ["dua", "Exact"], "a key is exact");
        assert_eq!(find("Dùa"), ["dua", "dua-2"], "without marks it is either");
        assert_eq!(find("cam xa doai cao"), ["cam-xa-doai-cao", "Folded"]);
        assert_eq!(find("qua dua"), ["dua-2", "Also"]);
        assert_eq!(find("Cam xã đoài"), ["cam-xa-doai-cao", "cam-xa-doai-lun"]);
        assert_eq!(find("doai lun"), ["cam-xa-doai-lun"]);
        assert!(matches!(names.find("chuối"), Found::Nothing(near) if near.is_empty()));
    }

    #[test]
    fn a_label_leads_back() {
        let names = names();
        assert_eq!((names.label("dua-2"), names.label("cam-xa-doai-cao"), names.label("x")), ("Dừa", "Cam Xã Đoài cao", "x"));
    }
}
