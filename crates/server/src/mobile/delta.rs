//! `/mobile/content/:lang`: everything the app refreshes in one answer, or only what changed.
//!
//! The version is made of one digest per section. It says by itself which sections a caller
//! has, so any instance can answer `?since=` for any version, also one it has never seen,
//! and nothing needs to be remembered.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use serde_json::json;

use super::body::{Body, digest};
use super::section::Section;

const SECTIONS: usize = Section::REFRESHED.len();

/// Hexadecimal digits of each section's digest inside a version.
const DIGITS: usize = 12;

/// Goes up when the form of the answer changes, so that old versions match nothing.
const FORM: &str = "1-";

/// A set of sections, one bit each.
type Mask = u16;

const EVERYTHING: Mask = (1 << SECTIONS) - 1;

/// Most different subsets that are kept ready. Phones share few versions; beyond this many a
/// caller gets everything, which is always right.
const MOST_SUBSETS: usize = 32;

/// The content of one language, whole and in parts.
#[derive(Debug)]
pub struct LanguageContent {
    lang: String,
    sections: [Arc<Body>; SECTIONS],
    banner_timestamp: Option<i64>,
    version: String,
    build: fn(String) -> Body,
    ready: Mutex<HashMap<Mask, Arc<Body>>>,
}

impl LanguageContent {
    pub(super) fn new(
        lang: &str,
        sections: [Arc<Body>; SECTIONS],
        banner_timestamp: Option<i64>,
    ) -> Self {
        let digests: String = Section::REFRESHED
            .into_iter()
            .zip(&sections)
            .map(|(section, body)| {
                let mut digits = match section {
                    // The same image at another time is another banner.
                    Section::AboutBanner => {
                        digest(&format!("{banner_timestamp:?} {}", body.digest()))
                    }
                    _ => body.digest().to_owned(),
                };
                digits.truncate(DIGITS);
                digits
            })
            .collect();
        LanguageContent {
            lang: lang.to_owned(),
            version: format!("{FORM}{digests}"),
            sections,
            banner_timestamp,
            build: Body::new,
            ready: Mutex::new(HashMap::new()),
        }
    }

    /// The content of a language that nobody has written in, under the name the caller gave
    /// it: made for this caller alone, so nothing is compressed.
    pub(super) fn unknown(lang: &str, sections: [Arc<Body>; SECTIONS]) -> Self {
        LanguageContent { build: Body::uncompressed, ..LanguageContent::new(lang, sections, None) }
    }

    /// Names this state of this language.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// Makes the two answers that nearly every phone gets: everything, and nothing new.
    pub(super) fn prepare(&self) {
        for mask in [EVERYTHING, 0] {
            self.body(mask);
        }
    }

    /// The answer for a caller that has `since`, or nothing yet.
    pub fn answer(&self, since: Option<&str>) -> Arc<Body> {
        let mask = since.map_or(EVERYTHING, |since| self.changed(since));
        self.body(mask)
    }

    /// The sections that differ from those in `since`; all of them if it is no version of ours.
    fn changed(&self, since: &str) -> Mask {
        let Some(digests) = since.strip_prefix(FORM) else { return EVERYTHING };
        if digests.len() != SECTIONS * DIGITS || !digests.is_ascii() {
            return EVERYTHING;
        }
        let present = &self.version[FORM.len()..];
        (0..SECTIONS).fold(0, |mask, at| {
            let place = at * DIGITS..(at + 1) * DIGITS;
            if present[place.clone()] == digests[place] { mask } else { mask | (1 << at) }
        })
    }

    fn body(&self, mask: Mask) -> Arc<Body> {
        // A poisoned lock only means that another request panicked; the map is still good.
        let mut ready = self.ready.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(body) = ready.get(&mask) {
            return Arc::clone(body);
        }
        if ready.len() >= MOST_SUBSETS
            && let Some(everything) = ready.get(&EVERYTHING)
        {
            return Arc::clone(everything);
        }
        let body = Arc::new((self.build)(self.text(mask)));
        ready.insert(mask, Arc::clone(&body));
        body
    }

    fn text(&self, mask: Mask) -> String {
        let mut text =
            format!(r#"{{"version":{},"lang":{}"#, json!(self.version), json!(self.lang));
        for (at, section) in Section::REFRESHED.into_iter().enumerate() {
            if mask & (1 << at) != 0 {
                text.push_str(&format!(",\"{}\":{}", section.name(), self.value(section, at)));
            }
        }
        text.push('}');
        text
    }

    /// The section's body as a JSON value. The banner comes with its time, as the app keeps
    /// it; a legal text that is no JSON goes as a string, as the app reads it.
    fn value(&self, section: Section, at: usize) -> String {
        let text = self.sections[at].text();
        if section == Section::AboutBanner {
            return match self.banner_timestamp {
                Some(timestamp) => {
                    json!({"aboutBannerTimestamp": timestamp, "aboutBanner": text}).to_string()
                }
                None => "null".to_owned(),
            };
        }
        if domain::json::validate(text).is_ok() { text.to_owned() } else { json!(text).to_string() }
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

    use super::*;

    fn content(first: &str) -> LanguageContent {
        let sections = Section::REFRESHED.map(|section| {
            let text = if section == Section::Articles { first } else { section.empty() };
            Arc::new(Body::new(text.to_owned()))
        });
        LanguageContent::new("ne", sections, None)
    }

    fn keys(body: &Body) -> Vec<String> {
        let value: serde_json::Value = serde_json::from_str(body.text()).unwrap();
        value
            .as_object()
            .unwrap()
            .keys()
            .filter(|key| !["lang", "version"].contains(&key.as_str()))
            .cloned()
            .collect()
    }

    #[test]
    fn only_what_changed_since() {
        let (old, new) = (content("[1]"), content("[2]"));
        assert_eq!(keys(&new.answer(None)).len(), SECTIONS);
        assert_eq!(keys(&new.answer(Some(old.version()))), ["articles"]);
        assert_eq!(keys(&new.answer(Some(new.version()))), Vec::<String>::new());
    }

    #[test]
    fn an_unknown_version_gets_everything() {
        let content = content("[1]");
        let almost = content.version().replace("1-", "0-");
        for since in ["", "1-", "nonsense", &almost, &"é".repeat(66)] {
            assert_eq!(keys(&content.answer(Some(since))).len(), SECTIONS, "{since}");
        }
    }

    #[test]
    fn subsets_are_bounded() {
        let content = content("[1]");
        content.prepare();
        let digests = &content.version()[2..];
        for mask in 0..200_usize {
            let since: String = (0..SECTIONS)
                .map(|at| {
                    if mask & (1 << at) == 0 {
                        &digests[at * DIGITS..(at + 1) * DIGITS]
                    } else {
                        "000000000000"
                    }
                })
                .collect();
            content.answer(Some(&format!("1-{since}")));
        }
        assert!(content.ready.lock().unwrap().len() <= MOST_SUBSETS);
    }
}
