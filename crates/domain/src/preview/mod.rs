//! What the app makes of an item: the parts of its screen, for a preview before girls see it.

pub mod survey;
pub mod token;

use crate::content::{Values, as_text};
use crate::document::Block;
use crate::survey::question::Question;
use token::{Piece, Stuck, pieces, stuck};

/// What a screen needs from rows that an item refers to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// Title of the category.
    pub category: String,
    /// Its emoji.
    pub emoji: String,
    /// Title of the subcategory.
    pub subcategory: String,
    /// What a help center offers: emoji and name, the main thing first.
    pub offers: Vec<(String, String)>,
    /// Where a help center is.
    pub places: Vec<String>,
}

/// A screen of the app.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Screen {
    /// An article of the encyclopedia.
    Article {
        /// Where it belongs, and its emoji.
        names: Names,
        /// What stands above it.
        heading: String,
        /// Its text.
        text: Vec<Piece>,
        /// The least age of its readers; 0 is everybody.
        age: i64,
    },
    /// A category in the list of the encyclopedia.
    Category {
        /// Its title.
        title: String,
        /// Its emoji.
        emoji: String,
        /// The word below it.
        tag: String,
    },
    /// A subcategory in its category.
    Subcategory {
        /// Its category.
        names: Names,
        /// Its title.
        title: String,
    },
    /// A video in the list.
    Video {
        /// Its title.
        title: String,
        /// Whether it is fetched from YouTube, and not a part of the app.
        on_youtube: bool,
    },
    /// A quiz that can be answered.
    Quiz {
        /// What is asked.
        question: String,
        /// The three options.
        options: Vec<String>,
        /// Which of them is right, from 0.
        right: Option<usize>,
        /// What the app says to the right answer.
        praise: Vec<Piece>,
        /// What it says to a wrong one.
        correction: Vec<Piece>,
        /// Whether nobody is shown it, as its age restriction makes the app do.
        hidden: bool,
    },
    /// A fact on its card.
    Fact {
        /// Its title.
        title: String,
        /// What it says.
        text: Vec<Piece>,
        /// As for a quiz.
        hidden: bool,
    },
    /// What the avatar says.
    Bubble {
        /// Its words.
        text: String,
    },
    /// A help center.
    HelpCenter {
        /// Attributes and places.
        names: Names,
        /// Its name.
        title: String,
        /// What it does.
        caption: String,
        /// Its telephone numbers.
        contacts: Vec<String>,
        /// Where it is.
        address: String,
        /// Its web addresses.
        websites: Vec<String>,
        /// Whether it is for the whole country.
        nationwide: bool,
    },
    /// An attribute by which help centers are found.
    Attribute {
        /// Its name.
        name: String,
        /// Its emoji.
        emoji: String,
    },
    /// A survey's questions.
    Survey {
        /// In their order.
        questions: Vec<Question>,
    },
    /// About, privacy policy or terms.
    Document {
        /// Its parts.
        blocks: Vec<Block>,
    },
    /// A notification on the lock screen.
    Notification {
        /// Its first line.
        title: String,
        /// What it says.
        text: String,
    },
    /// A message that stands above the app's screens.
    Alert {
        /// Its words.
        text: String,
        /// Whether it stays there.
        permanent: bool,
    },
}

/// The screen of a row of `table` with `values`; `None` for what has no screen made of columns.
/// Surveys and documents are made by those who read their parts.
pub fn screen(table: &str, values: &Values, names: Names) -> Option<Screen> {
    let text = |column: &str| as_text(values.get(column));
    let flag = |column: &str| text(column) == "true";
    let level = |column: &str| text(column).parse::<i64>().unwrap_or(0);
    let filled = |columns: &[&str]| -> Vec<String> {
        columns.iter().map(|column| text(column)).filter(|text| !text.is_empty()).collect()
    };
    // The app hides quizzes and facts with any age restriction from everybody.
    let hidden = level("ageRestrictionLevel") > 0;
    Some(match table {
        "article" => Screen::Article {
            heading: text("article_heading"),
            text: pieces(&text("article_text")),
            age: level("ageRestrictionLevel"),
            names,
        },
        "category" => Screen::Category {
            title: text("title"),
            emoji: text("primary_emoji"),
            tag: text("primary_emoji_name"),
        },
        "subcategory" => Screen::Subcategory { title: text("title"), names },
        "video" => {
            Screen::Video { title: text("title"), on_youtube: !text("youtubeId").is_empty() }
        }
        "quiz" => Screen::Quiz {
            question: text("question"),
            options: vec![text("option1"), text("option2"), text("option3")],
            right: match text("right_answer").trim() {
                "1" => Some(0),
                "2" => Some(1),
                "3" => Some(2),
                _ => None,
            },
            praise: pieces(&text("right_answer_response")),
            correction: pieces(&text("wrong_answer_response")),
            hidden,
        },
        "did_you_know" => {
            Screen::Fact { title: text("title"), text: pieces(&text("content")), hidden }
        }
        "avatar_messages" => Screen::Bubble { text: text("content") },
        "help_center" => Screen::HelpCenter {
            title: text("title"),
            caption: text("caption"),
            contacts: filled(&["contactOne", "contactTwo"]),
            address: text("address"),
            websites: listed(&text("website")),
            nationwide: flag("isAvailableNationwide"),
            names,
        },
        "help_center_attribute" => Screen::Attribute { name: text("name"), emoji: text("emoji") },
        "notification" => Screen::Notification { title: text("title"), text: text("content") },
        "permanent_notification" => {
            Screen::Alert { text: text("message"), permanent: flag("isPermanent") }
        }
        _ => return None,
    })
}

/// Texts that are stored with commas between them.
pub fn listed(stored: &str) -> Vec<String> {
    stored.split(',').map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned).collect()
}

/// The marks that stick to addresses in the texts of a row, by column. A list of addresses has
/// none: its commas part them.
pub fn stuck_marks(values: &Values) -> Vec<(String, Stuck)> {
    values
        .iter()
        .filter(|(column, _)| *column != "website")
        .flat_map(|(column, value)| {
            stuck(&as_text(Some(value))).into_iter().map(|found| (column.clone(), found))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

    use serde_json::json;

    use super::*;

    fn values(row: serde_json::Value) -> Values {
        serde_json::from_value(row).unwrap()
    }

    #[test]
    fn every_kind_has_a_screen() {
        for kind in crate::content::kinds::KINDS {
            assert!(screen(kind.table, &kind.blank(), Names::default()).is_some(), "{}", kind.name);
        }
        assert!(screen("user", &Values::new(), Names::default()).is_none());
    }

    #[test]
    fn a_quiz_knows_its_right_answer() {
        let quiz = |right: &str, age: i64| {
            let row = json!({"question": "q", "option1": "a", "option2": "b", "option3": "c",
                "right_answer": right, "ageRestrictionLevel": age});
            match screen("quiz", &values(row), Names::default()).unwrap() {
                Screen::Quiz { right, hidden, .. } => (right, hidden),
                other => panic!("{other:?}"),
            }
        };
        assert_eq!(quiz("2", 0), (Some(1), false));
        assert_eq!(quiz("", 15), (None, true));
    }

    #[test]
    fn a_help_center_shows_what_is_filled_in() {
        let row = json!({"title": "T", "contactOne": "1098", "contactTwo": "", "region": null,
            "website": "https://a.org, https://b.org,", "isAvailableNationwide": true});
        match screen("help_center", &values(row), Names::default()).unwrap() {
            Screen::HelpCenter { contacts, websites, nationwide, .. } => {
                assert_eq!(contacts, ["1098"]);
                assert_eq!(websites, ["https://a.org", "https://b.org"]);
                assert!(nationwide);
            }
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn marks_are_told_by_column() {
        let row =
            json!({"article_text": "See https://x.org.", "website": "https://a.org,https://b.org"});
        let found = stuck_marks(&values(row));
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].0.as_str(), found[0].1.mark.as_str()), ("article_text", "."));
    }
}
