//! `/mobile/content/:lang`: everything the app refreshes in one answer, or only what changed.
//!
//! The version is made of one digest per section. It says by itself which sections a caller
//! has, so any instance can answer `?since=` for any version, also one it has never seen,
//! and nothing needs to be remembered.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

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

/// How many of the last versions the way to the present one is kept ready for.
const REMEMBERED: usize = 8;

/// The content of one language, whole and in parts.
#[derive(Debug)]
pub struct LanguageContent {
    lang: String,
    sections: [Arc<Body>; SECTIONS],
    banner_timestamp: Option<i64>,
    version: String,
    /// The versions before this one, the latest first.
    earlier: Vec<String>,
    /// Compressed answers, made before anybody asks.
    ready: HashMap<Mask, Arc<Body>>,
    /// Compressed answers that were asked for later; see [`LanguageContent::make`].
    made: Mutex<HashMap<Mask, Arc<Body>>>,
    making: Mutex<()>,
}

/// Most answers that are made because they were asked for. Beyond it callers get everything,
/// which is always right.
const MOST_MADE: usize = 32;

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
            earlier: Vec::new(),
            ready: HashMap::new(),
            made: Mutex::default(),
            making: Mutex::default(),
        }
    }

    /// Names this state of this language.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// Makes the answers that nearly every phone gets: everything, nothing new, one section,
    /// and what changed since each of the last versions; `previous` is the one before this.
    #[must_use]
    pub(super) fn prepared(mut self, previous: Option<&LanguageContent>) -> Self {
        if let Some(previous) = previous {
            self.earlier.push(previous.version.clone());
            self.earlier.extend(previous.earlier.iter().take(REMEMBERED - 1).cloned());
        }
        let single = (0..SECTIONS).map(|at| 1 << at);
        let since = self.earlier.iter().map(|version| self.changed(version));
        let masks: Vec<Mask> = [EVERYTHING, 0].into_iter().chain(single).chain(since).collect();
        for mask in masks {
            if !self.ready.contains_key(&mask) {
                self.ready.insert(mask, Arc::new(Body::new(self.text(mask))));
            }
        }
        self
    }

    /// The answer for a caller that has `since`, or nothing yet; `None` if it has to be
    /// [made](LanguageContent::make) first.
    pub fn answer(&self, since: Option<&str>) -> Option<Arc<Body>> {
        let mask = since.map_or(EVERYTHING, |since| self.changed(since));
        if self.ready.is_empty() {
            // A language nobody has written in, or content that is compressed in a moment: made
            // for this caller alone, never compressed.
            return Some(Arc::new(Body::uncompressed(self.text(mask))));
        }
        self.ready.get(&mask).cloned().or_else(|| self.made().get(&mask).cloned())
    }

    /// Makes, and keeps, the answer for a caller whose subset of the sections nobody has asked
    /// for yet. Compresses, so it must run where blocking is fine; one at a time.
    pub fn make(&self, since: &str) -> Arc<Body> {
        let mask = self.changed(since);
        let _one_at_a_time = self.making.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(body) = self.made().get(&mask) {
            return Arc::clone(body);
        }
        if self.made().len() >= MOST_MADE
            && let Some(everything) = self.ready.get(&EVERYTHING)
        {
            return Arc::clone(everything);
        }
        let body = Arc::new(Body::new(self.text(mask)));
        self.made().insert(mask, Arc::clone(&body));
        body
    }

    /// Held only to look or to put. A poisoned lock only means that another request panicked.
    fn made(&self) -> MutexGuard<'_, HashMap<Mask, Arc<Body>>> {
        self.made.lock().unwrap_or_else(PoisonError::into_inner)
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

    fn answered(content: &LanguageContent, since: Option<&str>) -> Vec<String> {
        let body = content.answer(since);
        keys(&body.unwrap_or_else(|| content.make(since.unwrap_or_default())))
    }

    #[test]
    fn only_what_changed_since() {
        for (old, new) in
            [(content("[1]"), content("[2]")), (content("[1]"), content("[2]").prepared(None))]
        {
            assert_eq!(answered(&new, None).len(), SECTIONS);
            assert_eq!(answered(&new, Some(old.version())), ["articles"]);
            assert_eq!(answered(&new, Some(new.version())), Vec::<String>::new());
        }
    }

    #[test]
    fn an_unknown_version_gets_everything() {
        let content = content("[1]").prepared(None);
        let almost = content.version().replace("1-", "0-");
        for since in ["", "1-", "nonsense", &almost, &"é".repeat(66)] {
            assert_eq!(answered(&content, Some(since)).len(), SECTIONS, "{since}");
        }
    }

    #[test]
    fn what_is_made_on_request_is_bounded() {
        let content = content("[1]").prepared(None);
        let digests = &content.version()[FORM.len()..];
        let since = |mask: usize| -> String {
            let digest = |at: usize| {
                let own = &digests[at * DIGITS..(at + 1) * DIGITS];
                if mask & (1 << at) == 0 { own } else { "000000000000" }
            };
            format!("{FORM}{}", (0..SECTIONS).map(digest).collect::<String>())
        };
        assert_eq!(answered(&content, Some(&since(0b111))).len(), 3);
        assert!(content.answer(Some(&since(0b111))).is_some(), "it is kept");
        for mask in 0..200 {
            answered(&content, Some(&since(mask)));
        }
        assert!(content.made().len() <= MOST_MADE);
        assert_eq!(answered(&content, Some(&since(0b1_0000_0011))).len(), SECTIONS);
    }

    #[test]
    fn the_way_from_the_last_versions_is_ready() {
        let mut present = content("[0]").prepared(None);
        for number in 1..20 {
            let last = present.version().to_owned();
            present = content(&format!("[{number}]")).prepared(Some(&present));
            assert!(present.answer(Some(&last)).is_some());
            assert!(present.earlier.len() <= REMEMBERED);
        }
    }
}
