//! `/mobile/content/:lang`: everything the app refreshes in one answer, or only what changed.
//!
//! The version is made of one digest per section. It says by itself which sections a caller
//! has, so any instance can answer `?since=` for any version, also one it has never seen,
//! and nothing needs to be remembered.

use std::collections::HashMap;
use std::sync::Arc;

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
    /// Compressed answers, made before anybody asks: never per request.
    ready: HashMap<Mask, Arc<Body>>,
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
            earlier: Vec::new(),
            ready: HashMap::new(),
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

    /// The answer with the sections of `mask`. A caller whose subset is not ready gets
    /// everything, which is always right. Where nothing is ready, in a language nobody has
    /// written in, the answer is made for this caller alone and so not compressed.
    fn body(&self, mask: Mask) -> Arc<Body> {
        let ready = self.ready.get(&mask).or_else(|| self.ready.get(&EVERYTHING));
        ready.map_or_else(|| Arc::new(Body::uncompressed(self.text(mask))), Arc::clone)
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
    fn a_subset_that_is_not_ready_is_answered_with_everything() {
        let content = content("[1]").prepared(None);
        let digests = &content.version()[FORM.len() + 3 * DIGITS..];
        let since = format!("{FORM}{}{digests}", "0".repeat(3 * DIGITS));
        assert_eq!(keys(&content.answer(Some(&since))).len(), SECTIONS);
    }

    #[test]
    fn the_way_from_the_last_versions_is_ready() {
        let mut present = content("[0]").prepared(None);
        let first = present.version().to_owned();
        for number in 1..20 {
            present = content(&format!("[{number}]")).prepared(Some(&present));
            assert!(present.earlier.len() <= REMEMBERED);
        }
        assert_eq!(keys(&present.answer(Some(&first))), ["articles"]);
    }
}
