//! The panel with which an article's audio is heard, replaced and removed.

use askama::Template;
use db::files::voice_over::Spoken;
use server::storage::Storage;
use uuid::Uuid;

use super::Problem;
use crate::pages::Frame;

/// The panel of one article, for its own page and for the article's form, where it stands
/// beside the form (a form cannot stand in another): `{{ panel|safe }}`.
///
/// Where there are scripts it is replaced in place, so that nothing that is being typed beside
/// it is lost. If the form's hidden field of the row's version has the id `version`, it is
/// brought up to date as well, since new audio is a change to the row.
#[derive(Template)]
#[template(path = "files/voice_over_panel.html")]
pub struct Panel {
    frame: Frame,
    id: Uuid,
    heading: String,
    key: Option<String>,
    /// Where phones fetch it.
    address: String,
    /// The page it stands on.
    back: String,
    /// The key of the text that says what was done.
    done: Option<&'static str>,
    error: Option<&'static str>,
    /// Whether the article's form stands beside it.
    beside_form: bool,
    /// The version of the row, for that form.
    version: Option<String>,
}

impl Panel {
    /// The panel of `article` on the page at `back`.
    pub fn of(frame: &Frame, storage: &Storage, article: &Spoken, back: &str) -> Panel {
        let encoded = article.key.as_deref().map(crate::address::encoded);
        Panel {
            frame: Frame { flashes: Vec::new(), ..frame.clone() },
            id: article.id,
            heading: article.heading.clone(),
            address: encoded.as_deref().map(|key| storage.address(key)).unwrap_or_default(),
            key: encoded,
            back: back.to_owned(),
            done: None,
            error: None,
            beside_form: false,
            version: None,
        }
    }

    /// The same panel beside the article's form.
    #[must_use]
    pub fn beside_form(mut self, beside: bool) -> Panel {
        self.beside_form = beside;
        self
    }

    pub(super) fn done(mut self, text_key: &'static str) -> Panel {
        self.done = Some(text_key);
        self
    }

    pub(super) fn problem(mut self, problem: Problem) -> Panel {
        self.error = Some(problem.text_key);
        self
    }

    pub(super) fn version(mut self, version: Option<String>) -> Panel {
        self.version = version;
        self
    }
}

/// The page that has nothing but the panel.
#[derive(Template)]
#[template(path = "files/voice_over.html")]
pub(super) struct VoiceOverPage {
    frame: Frame,
    crumbs: Vec<(String, String)>,
    heading: String,
    live: bool,
    panel: Panel,
}

impl VoiceOverPage {
    pub(super) fn new(frame: Frame, article: &Spoken, panel: Panel) -> VoiceOverPage {
        let crumbs = vec![
            ("/encyclopedia".to_owned(), frame.t("files-encyclopedia").into_owned()),
            (format!("/encyclopedia/{}/edit", article.id), article.heading.clone()),
        ];
        let heading = article.heading.clone();
        VoiceOverPage { frame, crumbs, heading, live: article.live, panel }
    }
}

/// The address of an article's own page of audio.
pub(super) fn page_of(id: Uuid) -> String {
    format!("/articles/{id}/voice-over")
}
