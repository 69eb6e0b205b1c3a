//! The chapters, and how their Markdown becomes HTML.

use std::sync::LazyLock;

use domain::language::Language;
use pulldown_cmark::{CowStr, Event, Parser, Tag, TagEnd, html};

use super::picture;

/// A chapter.
#[derive(Debug)]
pub struct Chapter {
    /// Its name in addresses and of its files.
    pub name: &'static str,
    english: &'static str,
    nepali: &'static str,
}

macro_rules! chapters {
    ($($name:literal),+ $(,)?) => {
        &[$(Chapter {
            name: $name,
            english: include_str!(concat!("en/", $name, ".md")),
            nepali: include_str!(concat!("ne/", $name, ".md")),
        }),+]
    };
}

/// All of them, in the order in which they are read.
pub const CHAPTERS: &[Chapter] = chapters![
    "start",
    "write",
    "release",
    "translate",
    "spreadsheet",
    "nepali",
    "find",
    "notify",
    "inbox",
    "figures",
    "trouble",
];

/// A chapter as a page shows it.
#[derive(Clone, Debug)]
pub(super) struct Rendered {
    pub title: String,
    pub html: String,
}

impl Chapter {
    /// The chapter in a language.
    pub(super) fn in_language(&self, language: Language) -> &'static Rendered {
        let at = CHAPTERS.iter().position(|chapter| chapter.name == self.name).unwrap_or(0);
        &RENDERED[at][usize::from(language == Language::Nepali)]
    }
}

static RENDERED: LazyLock<Vec<[Rendered; 2]>> = LazyLock::new(|| {
    CHAPTERS
        .iter()
        .map(|chapter| {
            [render(chapter.english, Language::English), render(chapter.nepali, Language::Nepali)]
        })
        .collect()
});

/// The first heading becomes the title; a picture is named by its name alone, and one that there
/// is not yet leaves its description.
fn render(markdown: &str, language: Language) -> Rendered {
    let (heading, body) = markdown.trim().split_once('\n').unwrap_or((markdown, ""));
    let mut within_missing = false;
    let events = Parser::new(body).filter_map(|event| match event {
        Event::Start(Tag::Image { link_type, dest_url, title, id }) => {
            let Some(file) = picture::file(&dest_url, language) else {
                within_missing = true;
                return Some(Event::Start(Tag::Emphasis));
            };
            let dest_url = CowStr::from(format!("/handbook/pictures/{file}"));
            Some(Event::Start(Tag::Image { link_type, dest_url, title, id }))
        }
        Event::End(TagEnd::Image) if within_missing => {
            within_missing = false;
            Some(Event::End(TagEnd::Emphasis))
        }
        // Nothing but what the chapters' own Markdown means.
        Event::Html(_) | Event::InlineHtml(_) => None,
        other => Some(other),
    });
    let mut out = String::new();
    html::push_html(&mut out, events);
    Rendered { title: heading.trim_start_matches("# ").trim().to_owned(), html: out }
}

#[cfg(test)]
mod tests {
    use domain::language::Language;

    use super::CHAPTERS;

    #[test]
    fn both_languages_say_the_same_things() {
        for chapter in CHAPTERS {
            let [english, nepali] =
                [Language::English, Language::Nepali].map(|language| chapter.in_language(language));
            assert!(!english.title.is_empty() && !nepali.title.is_empty(), "{}", chapter.name);
            for part in ["<h2>", "<li>", "<img ", "<p>"] {
                let count = |html: &str| html.matches(part).count();
                assert_eq!(count(&english.html), count(&nepali.html), "{part} in {}", chapter.name);
            }
        }
    }
}
