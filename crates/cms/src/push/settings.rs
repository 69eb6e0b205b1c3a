//! What can be set for push notifications.

use std::time::Duration;

use server::settings::Source;

use super::ServiceAccount;

/// Settings of the way to the messaging service.
#[derive(Clone, Debug)]
pub struct PushSettings {
    /// `GOOGLE_APPLICATION_CREDENTIALS`: the path of the JSON file of a service account whose
    /// project the app belongs to. Unset: push is off.
    pub account: Option<ServiceAccount>,
    /// `FCM_URL`: where the messaging service is (default `https://fcm.googleapis.com`).
    pub url: String,
    /// `FCM_RETRY_SECONDS`: what the first retry waits where the messaging service does not say
    /// how long; each further one waits twice as long (default 10).
    pub retry_after: Duration,
}

/// Where the messaging service is.
const URL: &str = "https://fcm.googleapis.com";

impl PushSettings {
    /// Reads the settings; mistakes stay in `source`.
    pub fn read(source: &mut Source) -> PushSettings {
        let path = source.optional("GOOGLE_APPLICATION_CREDENTIALS");
        let account = path.and_then(|path| {
            let read = std::fs::read_to_string(&path)
                .map_err(|error| error.to_string())
                .and_then(|text| ServiceAccount::from_json(&text));
            match read {
                Ok(account) => Some(account),
                Err(reason) => {
                    source.mistake(format!("GOOGLE_APPLICATION_CREDENTIALS: {path}: {reason}"));
                    None
                }
            }
        });
        let url = source.text("FCM_URL", URL);
        PushSettings {
            account,
            url: url.trim_end_matches('/').to_owned(),
            retry_after: source.seconds("FCM_RETRY_SECONDS", 10),
        }
    }
}
