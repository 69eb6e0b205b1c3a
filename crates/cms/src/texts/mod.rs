//! What the pages say, in English and Nepali.
//!
//! One file of messages for each area and language, in the Fluent format, compiled in. A test
//! sees to it that both languages have the same messages and that every message a page asks
//! for exists.

mod source;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::OnceLock;

use domain::language::Language;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

pub use source::messages;

/// The messages of one language.
pub struct Texts {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

/// The files, each in every language.
macro_rules! sources {
    ($($area:literal),+ $(,)?) => {
        &[$([
            include_str!(concat!("en/", $area, ".ftl")),
            include_str!(concat!("ne/", $area, ".ftl")),
        ]),+]
    };
}

/// Every file, English first.
pub const SOURCES: &[[&str; 2]] = sources![
    "account",
    "audit",
    "checklist",
    "content",
    "documents",
    "drafts",
    "exchange",
    "files",
    "frame",
    "handbook",
    "import",
    "jobs",
    "messages",
    "people",
    "presence",
    "preview",
    "push",
    "releases",
    "search",
    "sign-in",
    "statistics",
    "surveys",
    "toolbox",
    "translation",
];

impl Texts {
    /// The messages of `language`.
    pub fn of(language: Language) -> &'static Texts {
        static ENGLISH: OnceLock<Texts> = OnceLock::new();
        static NEPALI: OnceLock<Texts> = OnceLock::new();
        match language {
            Language::English => ENGLISH.get_or_init(|| Texts::read(language)),
            Language::Nepali => NEPALI.get_or_init(|| Texts::read(language)),
        }
    }

    /// Which language they are in.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The message `key`.
    pub fn t(&self, key: &str) -> Cow<'_, str> {
        self.format(key, None)
    }

    /// The message `key` about a number, its `{ $count }`, which also chooses the plural.
    pub fn n(&self, key: &str, count: impl TryInto<i64>) -> Cow<'_, str> {
        let mut arguments = FluentArgs::new();
        arguments.set("count", count.try_into().unwrap_or(i64::MAX));
        self.format(key, Some(&arguments))
    }

    /// The message `key` with texts in place of its variables.
    pub fn with(&self, key: &str, variables: &[(&str, &str)]) -> Cow<'_, str> {
        let mut arguments = FluentArgs::new();
        for (name, value) in variables {
            arguments.set(*name, FluentValue::from(*value));
        }
        self.format(key, Some(&arguments))
    }

    /// The message `key` with texts and numbers in place of its variables.
    pub fn fill(
        &self,
        key: &str,
        texts: &BTreeMap<String, String>,
        numbers: &BTreeMap<String, i64>,
    ) -> Cow<'_, str> {
        let mut arguments = FluentArgs::new();
        for (name, value) in texts {
            arguments.set(name.as_str(), FluentValue::from(value.as_str()));
        }
        for (name, value) in numbers {
            arguments.set(name.as_str(), FluentValue::from(*value));
        }
        self.format(key, Some(&arguments))
    }

    fn format(&self, key: &str, arguments: Option<&FluentArgs<'_>>) -> Cow<'_, str> {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            log::error!("there is no text {key}");
            return Cow::Owned(key.to_owned());
        };
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, arguments, &mut errors);
        if !errors.is_empty() {
            log::error!("text {key}: {errors:?}");
        }
        Cow::Owned(text.into_owned())
    }

    fn read(language: Language) -> Texts {
        let mut bundle = FluentBundle::new_concurrent(vec![locale(language)]);
        // Marks around values would reach screens and attributes as invisible characters.
        bundle.set_use_isolating(false);
        if language == Language::Nepali {
            bundle.set_formatter(Some(in_devanagari));
        }
        let at = usize::from(language == Language::Nepali);
        for files in SOURCES {
            let resource = FluentResource::try_new(files[at].to_owned()).unwrap_or_else(
                |(resource, errors)| {
                    log::error!("texts: {errors:?}");
                    resource
                },
            );
            if let Err(errors) = bundle.add_resource(resource) {
                log::error!("texts: {errors:?}");
            }
        }
        Texts { language, bundle }
    }
}

/// Numbers in the digits of the language around them.
fn in_devanagari<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(Language::Nepali.digits(&number.as_string())),
        _ => None,
    }
}

fn locale(language: Language) -> unic_langid::LanguageIdentifier {
    language.code().parse().unwrap_or_default()
}
