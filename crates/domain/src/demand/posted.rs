//! What a buyer posts: the terms, and beside them the title that only the buyer reads.
use super::{DemandTerms, Title};
use serde::de::value::MapAccessDeserializer;
use serde::de::{DeserializeSeed, Deserializer, Error, IntoDeserializer, MapAccess, Visitor};
use serde::{Deserialize, Serialize};

/// The terms of a demand, with its title among them if it has one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct PostDemand {
    /// What the buyer calls it among its own; nobody else reads it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(required = false)]
    pub title: Option<Title>,
    #[serde(flatten)]
    pub terms: DemandTerms,
}

// `flatten` would lose which field of the terms is wrong, and let unknown ones through.
impl<'de> Deserialize<'de> for PostDemand {
    fn deserialize<D: Deserializer<'de>>(form: D) -> Result<Self, D::Error> {
        form.deserialize_map(Form)
    }
}

struct Form;

impl<'de> Visitor<'de> for Form {
    type Value = PostDemand;

    fn expecting(&self, words: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        words.write_str("the terms of a demand")
    }

    fn visit_map<M: MapAccess<'de>>(self, fields: M) -> Result<PostDemand, M::Error> {
        let mut title = None;
        let terms = DemandTerms::deserialize(MapAccessDeserializer::new(Beside { fields, title: &mut title, seen: false }))?;
        Ok(PostDemand { title, terms })
    }
}

/// The fields of the terms; the title is kept on the way.
struct Beside<'a, M> {
    fields: M,
    title: &'a mut Option<Title>,
    seen: bool,
}

impl<'de, M: MapAccess<'de>> MapAccess<'de> for Beside<'_, M> {
    type Error = M::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, mut seed: K) -> Result<Option<K::Value>, M::Error> {
        loop {
            match self.fields.next_key_seed(Key(seed))? {
                None => return Ok(None),
                Some(Named::Of(value)) => return Ok(Some(value)),
                Some(Named::Title(again)) => seed = again,
            }
            if std::mem::replace(&mut self.seen, true) {
                return Err(M::Error::duplicate_field("title"));
            }
            *self.title = self.fields.next_value()?;
        }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, M::Error> {
        self.fields.next_value_seed(seed)
    }
}

/// Reads a name for the terms, unless it is the title's; a wrong name is refused where it stands.
struct Key<K>(K);

enum Named<V, K> {
    Of(V),
    Title(K),
}

impl<'de, K: DeserializeSeed<'de>> DeserializeSeed<'de> for Key<K> {
    type Value = Named<K::Value, K>;

    fn deserialize<D: Deserializer<'de>>(self, name: D) -> Result<Self::Value, D::Error> {
        let name = String::deserialize(name)?;
        if name == "title" { Ok(Named::Title(self.0)) } else { self.0.deserialize(name.into_deserializer()).map(Named::Of) }
    }
}
