//! What the next page says about what has just happened.

use actix_session::Session;
use serde::{Deserialize, Serialize};
use server::error::Error;

/// How a message is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Tone {
    /// It worked.
    Success,
    /// Worth knowing.
    Notice,
    /// It did not work.
    Danger,
}

impl Tone {
    /// The last part of a Bootstrap class such as `alert-success`.
    pub fn class(self) -> &'static str {
        match self {
            Tone::Success => "success",
            Tone::Notice => "info",
            Tone::Danger => "danger",
        }
    }
}

impl Tone {
    /// The name of the icon that stands before the message.
    pub fn icon(self) -> &'static str {
        match self {
            Tone::Success => "check-circle",
            Tone::Notice => "info-circle",
            Tone::Danger => "exclamation-triangle",
        }
    }
}

/// A message for the next page, kept in the session until it is shown once.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Flash {
    /// How it is meant.
    pub tone: Tone,
    /// The sentence, in the reader's language.
    pub text: String,
    /// A button beside it, such as "Undo": its label and the path it posts to.
    pub action: Option<(String, String)>,
}

const KEY: &str = "flash";

impl Flash {
    /// A message that something worked.
    pub fn success(text: impl Into<String>) -> Flash {
        Flash { tone: Tone::Success, text: text.into(), action: None }
    }

    /// A message worth knowing.
    pub fn notice(text: impl Into<String>) -> Flash {
        Flash { tone: Tone::Notice, text: text.into(), action: None }
    }

    /// A message that something did not work.
    pub fn danger(text: impl Into<String>) -> Flash {
        Flash { tone: Tone::Danger, text: text.into(), action: None }
    }

    /// The same message with a button.
    #[must_use]
    pub fn with_action(mut self, label: impl Into<String>, path: impl Into<String>) -> Flash {
        self.action = Some((label.into(), path.into()));
        self
    }

    /// Keeps it for the next page.
    ///
    /// # Errors
    ///
    /// When it cannot be put into the session.
    pub fn keep(self, session: &Session) -> Result<(), Error> {
        let mut kept: Vec<Flash> = session.get(KEY).ok().flatten().unwrap_or_default();
        kept.push(self);
        session.insert(KEY, kept).map_err(|error| Error::Internal(error.to_string()))
    }

    /// Takes out what is kept.
    pub(super) fn take(session: &Session) -> Vec<Flash> {
        // Removing what is not there would have the session written for every page.
        if !session.contains_key(KEY) {
            return Vec::new();
        }
        session.remove_as(KEY).and_then(Result::ok).unwrap_or_default()
    }
}
