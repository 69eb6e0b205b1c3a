//! What a push notification may say, and whom it reaches.

mod confirmation;
mod lock_screen;
mod timing;

use unicode_segmentation::UnicodeSegmentation;

use crate::text::trim_js;

pub use confirmation::{Confirmation, WORDS};
pub use lock_screen::PrivateWords;
pub use timing::{QuietHours, Timing};

/// Longest title, in graphemes: a phone shows about this much of one.
pub const LONGEST_TITLE: usize = 65;

/// Longest text, in graphemes: more is cut off on a phone's lock screen.
pub const LONGEST_CONTENT: usize = 240;

/// Most bytes of title and text together. The messaging service takes messages of 4,096 bytes,
/// and Devanagari needs three for each letter and each sign.
pub const MOST_BYTES: usize = 3_500;

/// The topic that the app subscribes to in a language: one message to it goes to all phones.
pub fn topic(lang: &str) -> String {
    format!("oky_{lang}_notifications")
}

/// Whether the messaging service takes `name` for a topic.
pub fn is_topic(name: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.~%".contains(&byte);
    !name.is_empty() && name.len() <= 900 && name.bytes().all(allowed)
}

/// What is wrong with a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mistake {
    /// There is none.
    Missing,
    /// It has more graphemes than are allowed.
    TooLong,
    /// Title and text together have more than [`MOST_BYTES`].
    TooManyBytes,
}

/// A notification as an editor has written it, without white space around its texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// The first line.
    pub title: String,
    /// What it says.
    pub content: String,
}

impl Draft {
    /// Of what was sent in a form. A title is one line: line breaks become spaces.
    pub fn new(title: &str, content: &str) -> Draft {
        let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
        let content = trim_js(&content.replace("\r\n", "\n")).to_owned();
        Draft { title: trim_js(&title).to_owned(), content }
    }

    /// Whether nothing is written: then this language is left out.
    pub fn is_empty(&self) -> bool {
        self.title.is_empty() && self.content.is_empty()
    }

    /// Whether it can be sent.
    pub fn is_right(&self) -> bool {
        self.title_mistake().is_none() && self.content_mistake().is_none()
    }

    /// What is wrong with the title.
    pub fn title_mistake(&self) -> Option<Mistake> {
        mistake(&self.title, LONGEST_TITLE)
    }

    /// What is wrong with the text, or with both together.
    pub fn content_mistake(&self) -> Option<Mistake> {
        let too_many = self.title.len() + self.content.len() > MOST_BYTES;
        mistake(&self.content, LONGEST_CONTENT).or(too_many.then_some(Mistake::TooManyBytes))
    }
}

fn mistake(text: &str, longest: usize) -> Option<Mistake> {
    match text.graphemes(true).count() {
        0 => Some(Mistake::Missing),
        count if count > longest => Some(Mistake::TooLong),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Draft, LONGEST_CONTENT, LONGEST_TITLE, Mistake, is_topic, topic};

    #[test]
    fn texts_are_trimmed_and_counted_as_readers_count() {
        let draft = Draft::new("  नमस्ते\nसाथी ", "\u{feff}a\r\nb ");
        assert_eq!((draft.title.as_str(), draft.content.as_str()), ("नमस्ते साथी", "a\nb"));
        assert_eq!((draft.title_mistake(), draft.content_mistake()), (None, None));

        let cases = [
            (" ", "x", Some(Mistake::Missing), None),
            ("x", "\u{3000}", None, Some(Mistake::Missing)),
            // Three code points each, and one grapheme.
            (&*"स्त्री".repeat(LONGEST_TITLE / 2), "x", None, None),
            (&*"a".repeat(LONGEST_TITLE + 1), "x", Some(Mistake::TooLong), None),
            ("x", &*"a".repeat(LONGEST_CONTENT + 1), None, Some(Mistake::TooLong)),
            ("x", &*"👩‍👩‍👧‍👧".repeat(200), None, Some(Mistake::TooManyBytes)),
        ];
        for (title, content, title_mistake, content_mistake) in cases {
            let draft = Draft::new(title, content);
            assert_eq!(draft.title_mistake(), title_mistake, "{title}");
            assert_eq!(draft.content_mistake(), content_mistake, "{content}");
        }
    }

    #[test]
    fn topics_are_those_of_the_app() {
        assert_eq!(topic("ne"), "oky_ne_notifications");
        assert!(is_topic("oky_ne_notifications") && is_topic("a-b.c~1%20"));
        assert!(!is_topic("") && !is_topic("a b") && !is_topic("/topics/x") && !is_topic("क"));
    }
}
