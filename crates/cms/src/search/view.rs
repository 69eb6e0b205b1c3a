//! What was found, as the page shows it.

use db::search::{Found, MARK_END, MARK_START, Results};
use domain::content::kinds::of_table;
use domain::language::Language;
use serde_json::{Value, json};

use super::PAGE;
use super::address::Asked;
use crate::access::Editor;
use crate::pages::Frame;

/// Something that was found.
pub(super) struct Hit {
    pub table: String,
    pub id: String,
    /// What kind of thing it is.
    pub kind: String,
    pub language: Language,
    /// Parts of the heading, each with whether it was asked for.
    pub heading: Vec<(String, bool)>,
    pub excerpt: Vec<(String, bool)>,
    /// Where it is written.
    pub path: String,
    /// Whether she works in another language now, and has to change over to write it.
    pub elsewhere: bool,
    pub live: Option<bool>,
    pub lacks_audio: bool,
    pub too_long: bool,
    /// Whether the words are in its draft.
    pub is_draft: bool,
    pub has_draft: bool,
}

/// A kind of thing of which some were found.
pub(super) struct Kind {
    pub text: String,
    pub count: i64,
    pub link: String,
    pub is_chosen: bool,
}

pub(super) fn hits(frame: &Frame, editor: &Editor, found: Vec<Found>) -> Vec<Hit> {
    let hit = |found: Found| {
        let language = Language::from_code(&found.lang).unwrap_or(Language::English);
        Hit {
            kind: frame.t(&format!("table-{}", found.item_table)).into_owned(),
            path: path(&found.item_table, &found.item_id),
            elsewhere: language != editor.language,
            heading: parts(&found.heading),
            excerpt: parts(&found.excerpt),
            table: found.item_table,
            id: found.item_id,
            language,
            live: found.live,
            lacks_audio: found.lacks_audio,
            too_long: found.too_long,
            is_draft: found.is_draft,
            has_draft: found.has_draft,
        }
    };
    found.into_iter().map(hit).collect()
}

pub(super) fn kinds(frame: &Frame, asked: &Asked, results: &Results) -> Vec<Kind> {
    let link = |table: &str| format!("{PAGE}?{}", asked.query(table));
    let mut kinds = vec![Kind {
        text: frame.t("search-all-kinds").into_owned(),
        count: results.total(""),
        link: link(""),
        is_chosen: asked.table.is_empty(),
    }];
    kinds.extend(results.facets.iter().map(|facet| Kind {
        text: frame.t(&format!("table-{}", facet.item_table)).into_owned(),
        count: facet.count,
        link: link(&facet.item_table),
        is_chosen: asked.table == facet.item_table,
    }));
    kinds
}

/// Where rows of a table are written.
fn path(table: &str, id: &str) -> String {
    match table {
        "survey" => format!("/survey-management/{id}/edit"),
        "about" => "/about-management".to_owned(),
        "privacy_policy" => "/privacy-policy-management".to_owned(),
        "terms_and_conditions" => "/terms-and-conditions-management".to_owned(),
        "notification" => format!("/notification/{id}"),
        "permanent_notification" => format!("/permanent-alert/{id}"),
        _ => of_table(table).map(|kind| format!("{}/{id}/edit", kind.page)).unwrap_or_default(),
    }
}

/// A text with marks, as parts.
fn parts(text: &str) -> Vec<(String, bool)> {
    let mut parts = Vec::new();
    for (at, piece) in text.split(MARK_START).enumerate() {
        let (marked, plain) = match piece.split_once(MARK_END) {
            Some((marked, plain)) if at > 0 => (marked, plain),
            _ => ("", piece),
        };
        for (text, is_marked) in [(marked, true), (plain, false)] {
            if !text.is_empty() {
                parts.push((text.to_owned(), is_marked));
            }
        }
    }
    parts
}

impl Hit {
    pub(super) fn json(&self) -> Value {
        let plain = |parts: &[(String, bool)]| {
            parts.iter().map(|(text, _)| text.as_str()).collect::<String>()
        };
        json!({
            "table": self.table, "id": self.id, "lang": self.language.code(),
            "heading": plain(&self.heading), "excerpt": plain(&self.excerpt),
            "live": self.live, "withoutAudio": self.lacks_audio, "tooLong": self.too_long,
            "inDraft": self.is_draft, "hasDraft": self.has_draft, "page": self.path,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_part_a_text() {
        let part = |text: &str, marked: bool| (text.to_owned(), marked);
        for (text, expected) in [
            ("", vec![]),
            ("plain", vec![part("plain", false)]),
            (
                "a \u{e000}pad\u{e001} b\u{e000}c\u{e001}",
                vec![part("a ", false), part("pad", true), part(" b", false), part("c", true)],
            ),
            ("x\u{e000}open", vec![part("x", false), part("open", false)]),
        ] {
            assert_eq!(parts(text), expected, "{text:?}");
        }
    }
}
