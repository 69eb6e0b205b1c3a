//! Sending push notifications to all phones of a language, by Firebase Cloud Messaging's
//! HTTP v1 protocol.
//!
//! Without a service account in the settings push is off, and everything else works.

mod account;
mod fcm;
mod job;
mod settings;
mod token;

use std::time::Duration;

use domain::push::{PrivateWords, Timing};
use reqwest::Client;
use reqwest::redirect::Policy;

pub use account::ServiceAccount;
pub(crate) use job::error_text;
pub use job::{KIND, TEST_KIND};
pub use settings::PushSettings;

/// How long connecting may take, and one whole request.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);
const REQUEST_TIMEOUT: Duration = Duration::from_secs(15);

/// The way to the messaging service.
pub struct Push {
    settings: PushSettings,
    client: Client,
    tokens: token::Tokens,
}

impl Push {
    /// With these settings; nothing is connected yet.
    ///
    /// # Errors
    ///
    /// When TLS cannot be set up.
    pub fn new(settings: PushSettings) -> std::io::Result<Push> {
        let client = Client::builder()
            .connect_timeout(CONNECT_TIMEOUT)
            .timeout(REQUEST_TIMEOUT)
            .redirect(Policy::none())
            .build()
            .map_err(std::io::Error::other)?;
        Ok(Push { settings, client, tokens: token::Tokens::default() })
    }

    /// Whether notifications can be sent.
    pub fn is_on(&self) -> bool {
        self.settings.account.is_some()
    }

    /// When notifications go out.
    pub fn timing(&self) -> &Timing {
        &self.settings.timing
    }

    /// The topic of the phones that get tests.
    pub fn test_topic(&self) -> Option<&str> {
        self.settings.test_topic.as_deref()
    }

    /// The words to warn about.
    pub fn private_words(&self) -> &PrivateWords {
        &self.settings.private_words
    }

    /// What a first retry waits; each further one waits twice as long.
    fn retry_after(&self) -> Duration {
        self.settings.retry_after
    }
}
