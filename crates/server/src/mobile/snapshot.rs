//! The published content as bytes, ready to send.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use super::body::Body;
use super::data::Data;
use super::delta::LanguageContent;
use super::section::Section;

/// One state of the content. Immutable: a change builds a new one.
#[derive(Debug)]
pub struct Snapshot {
    /// What it was made from, for the routes that depend on the caller.
    pub data: Data,
    bodies: HashMap<Section, HashMap<String, Arc<Body>>>,
    empty: HashMap<Section, Arc<Body>>,
    content: HashMap<String, Arc<LanguageContent>>,
    compressed: bool,
}

impl Snapshot {
    /// Compresses what changed since `previous` and takes the rest over.
    pub fn build(data: Data, previous: Option<&Snapshot>) -> Snapshot {
        Snapshot::assemble(data, previous.filter(|snapshot| snapshot.compressed), true)
    }

    /// Compresses nothing, which is a matter of milliseconds: for the moments until the same is
    /// there compressed. Callers notice nothing but the size.
    pub fn uncompressed(data: Data) -> Snapshot {
        Snapshot::assemble(data, None, false)
    }

    fn assemble(data: Data, previous: Option<&Snapshot>, compressed: bool) -> Snapshot {
        let new_body = if compressed { Body::new } else { Body::uncompressed };
        let empty: HashMap<Section, Arc<Body>> = Section::ALL
            .into_iter()
            .map(|section| (section, Arc::new(Body::new(section.empty().to_owned()))))
            .collect();
        let mut bodies: HashMap<Section, HashMap<String, Arc<Body>>> = HashMap::new();
        for (section, texts) in &data.sections {
            let of_language = bodies.entry(*section).or_default();
            for (lang, text) in texts {
                let unchanged = previous
                    .and_then(|snapshot| snapshot.bodies.get(section)?.get(lang))
                    .filter(|body| body.text() == text);
                let body = unchanged.map_or_else(|| Arc::new(new_body(text.clone())), Arc::clone);
                of_language.insert(lang.clone(), body);
            }
        }
        let languages: BTreeSet<&String> = Section::REFRESHED
            .iter()
            .filter_map(|section| bodies.get(section))
            .flat_map(HashMap::keys)
            .collect();
        let content = languages
            .into_iter()
            .map(|lang| {
                let sections = Section::REFRESHED.map(|section| {
                    let body = bodies.get(&section).and_then(|of_language| of_language.get(lang));
                    Arc::clone(body.unwrap_or(&empty[&section]))
                });
                let timestamp = data.banners.get(lang).map(|banner| banner.timestamp);
                let fresh = LanguageContent::new(lang, sections, timestamp);
                let last = previous.and_then(|snapshot| snapshot.content.get(lang));
                let content = match last {
                    Some(same) if same.version() == fresh.version() => Arc::clone(same),
                    _ if !compressed => Arc::new(fresh),
                    last => Arc::new(fresh.prepared(last.map(Arc::as_ref))),
                };
                (lang.clone(), content)
            })
            .collect();
        Snapshot { data, bodies, empty, content, compressed }
    }

    /// The answer of `section` in `lang`; the empty form for a language without rows.
    pub fn section(&self, section: Section, lang: &str) -> &Arc<Body> {
        self.bodies
            .get(&section)
            .and_then(|of_language| of_language.get(lang))
            .unwrap_or(&self.empty[&section])
    }

    /// Everything the app refreshes, in `lang`.
    pub fn content(&self, lang: &str) -> Arc<LanguageContent> {
        match self.content.get(lang) {
            Some(content) => Arc::clone(content),
            None => {
                let sections = Section::REFRESHED.map(|section| Arc::clone(&self.empty[&section]));
                Arc::new(LanguageContent::new(lang, sections, None))
            }
        }
    }
}
