//! A sentence that is stored now and read later, in whichever language its reader speaks.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::texts::Texts;

/// The key of a message, with the texts and numbers it names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sentence {
    /// The message.
    pub key: String,
    /// Texts in place of its variables.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub texts: BTreeMap<String, String>,
    /// Numbers in place of its variables.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub numbers: BTreeMap<String, i64>,
}

impl Sentence {
    /// The message `key`.
    pub fn new(key: impl Into<String>) -> Sentence {
        Sentence { key: key.into(), texts: BTreeMap::new(), numbers: BTreeMap::new() }
    }

    /// The same with a text in place of the variable `name`.
    #[must_use]
    pub fn text(mut self, name: &str, value: impl Into<String>) -> Sentence {
        self.texts.insert(name.to_owned(), value.into());
        self
    }

    /// The same with a number in place of the variable `name`.
    #[must_use]
    pub fn number(mut self, name: &str, value: impl TryInto<i64>) -> Sentence {
        self.numbers.insert(name.to_owned(), value.try_into().unwrap_or(i64::MAX));
        self
    }

    /// The sentence in the language of `texts`.
    pub fn said(&self, texts: &'static Texts) -> Cow<'static, str> {
        texts.fill(&self.key, &self.texts, &self.numbers)
    }
}
