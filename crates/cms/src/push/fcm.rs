//! One request to the messaging service, and what its answer means.

use std::time::Duration;

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use reqwest::Response;
use reqwest::header::RETRY_AFTER;
use serde::Deserialize;
use serde_json::json;

use super::Push;

/// Why a message was not sent. The words end up in the delivery record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NotSent {
    /// It was certainly not taken, and may be later.
    Again {
        /// `network` or `busy`.
        error: &'static str,
        /// When the service asks to come again.
        after: Option<Duration>,
    },
    /// It was refused, and would be again.
    Refused {
        /// `off`, `credentials`, `forbidden`, `project` or `message`.
        error: &'static str,
    },
    /// The request went out and no answer came.
    Unknown,
}

impl NotSent {
    pub(super) fn refused(error: &'static str) -> NotSent {
        NotSent::Refused { error }
    }
}

/// Longest that we let the service make us wait.
const LONGEST_WAIT: Duration = Duration::from_secs(60 * 60);

/// What `Retry-After` says in seconds.
pub(super) fn retry_after(response: &Response) -> Option<Duration> {
    let seconds = response.headers().get(RETRY_AFTER)?.to_str().ok()?.trim().parse().ok()?;
    Some(Duration::from_secs(seconds).min(LONGEST_WAIT))
}

#[derive(Deserialize)]
struct Taken {
    name: String,
}

impl Push {
    /// Gets ready to send, so that what follows is the one request.
    pub(super) async fn access_token(&self) -> Result<String, NotSent> {
        let Some(account) = &self.settings.account else { return Err(NotSent::refused("off")) };
        self.tokens.get(&self.client, account).await
    }

    /// Sends to all phones that listen to a topic. The name that the service has given the message, if
    /// its answer could be read.
    pub(super) async fn send(
        &self,
        token: &str,
        topic: &str,
        title: &str,
        content: &str,
    ) -> Result<Option<String>, NotSent> {
        let Some(account) = &self.settings.account else { return Err(NotSent::refused("off")) };
        let project = utf8_percent_encode(&account.project, NON_ALPHANUMERIC).to_string();
        // The project's name is letters, digits and dashes.
        let project = project.replace("%2D", "-");
        let url = format!("{}/v1/projects/{project}/messages:send", self.settings.url);
        let message = json!({
            "message": {
                "topic": topic,
                "notification": { "title": title, "body": content },
            }
        });
        let sent = self.client.post(url).bearer_auth(token).json(&message).send().await;
        let response = sent.map_err(|error| {
            log::warn!(
                "push: {}",
                if error.is_timeout() { "no answer in time" } else { "network" }
            );
            if error.is_connect() || error.is_builder() {
                NotSent::Again { error: "network", after: None }
            } else {
                NotSent::Unknown
            }
        })?;
        let after = retry_after(&response);
        let status = response.status().as_u16();
        if status != 200 {
            log::warn!("push: answered {status}");
        }
        match status {
            200 => Ok(response.json::<Taken>().await.ok().map(|taken| taken.name)),
            408 | 429 | 500..=599 => Err(NotSent::Again { error: "busy", after }),
            401 => {
                self.tokens.forget().await;
                Err(NotSent::refused("credentials"))
            }
            403 => Err(NotSent::refused("forbidden")),
            404 => Err(NotSent::refused("project")),
            _ => Err(NotSent::refused("message")),
        }
    }
}
