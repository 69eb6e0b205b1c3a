//! What can be set for push notifications.

use std::time::Duration;

use domain::language::Language;
use domain::push::{PrivateWords, QuietHours, Timing, is_topic, topic};
use server::settings::Source;

use super::ServiceAccount;

/// Settings of the way to the messaging service.
#[derive(Clone, Debug)]
pub struct PushSettings {
    /// `GOOGLE_APPLICATION_CREDENTIALS`: the path of the JSON file of a service account whose
    /// project the app belongs to, or that JSON itself, for platforms that hand secrets over in
    /// variables alone. Unset: push is off.
    pub account: Option<ServiceAccount>,
    /// `FCM_URL`: where the messaging service is (default `https://fcm.googleapis.com`).
    pub url: String,
    /// `FCM_RETRY_SECONDS`: what the first retry waits where the messaging service does not say
    /// how long; each further one waits twice as long (default 10).
    pub retry_after: Duration,
    /// `PUSH_UNDO_SECONDS`: so long after it was confirmed a notification can be called off
    /// (default 60). `PUSH_STAGGER_SECONDS`: so much later each further language goes out, so that
    /// not all phones come back at one instant (default 300). `PUSH_QUIET_HOURS`: when nothing is
    /// sent, as clocks in Nepal show it; `off` is never (default `20:00-07:00`).
    pub timing: Timing,
    /// `FCM_TEST_TOPIC`: the topic of the phones that get tests. Unset: there are no tests.
    pub test_topic: Option<String>,
    /// `PUSH_PRIVATE_WORDS`: further words to warn about, with commas between them.
    pub private_words: PrivateWords,
}

/// Where the messaging service is.
const URL: &str = "https://fcm.googleapis.com";

/// When nothing is sent unless the setting says otherwise.
const QUIET_HOURS: &str = "20:00-07:00";

impl PushSettings {
    /// Reads the settings; mistakes stay in `source`.
    pub fn read(source: &mut Source) -> PushSettings {
        let credentials = source.secret("GOOGLE_APPLICATION_CREDENTIALS");
        let account = read_account(credentials.expose(), source);
        let url = source.text("FCM_URL", URL);
        PushSettings {
            account,
            url: url.trim_end_matches('/').to_owned(),
            retry_after: source.seconds("FCM_RETRY_SECONDS", 10),
            timing: Timing {
                undo: source.seconds("PUSH_UNDO_SECONDS", 60),
                stagger: source.seconds("PUSH_STAGGER_SECONDS", 300),
                quiet: quiet_hours(source),
            },
            test_topic: test_topic(source),
            private_words: PrivateWords::and(&source.text("PUSH_PRIVATE_WORDS", "")),
        }
    }
}

/// Of a file's path, or of what would stand in the file. Neither is repeated in a mistake if it is
/// the key itself.
fn read_account(given: &str, source: &mut Source) -> Option<ServiceAccount> {
    if given.is_empty() {
        return None;
    }
    let (place, text) = if given.trim_start().starts_with('{') {
        ("its JSON", Ok(given.to_owned()))
    } else {
        (given, std::fs::read_to_string(given).map_err(|error| error.to_string()))
    };
    match text.and_then(|text| ServiceAccount::from_json(&text)) {
        Ok(account) => Some(account),
        Err(reason) => {
            source.mistake(format!("GOOGLE_APPLICATION_CREDENTIALS: {place}: {reason}"));
            None
        }
    }
}

fn quiet_hours(source: &mut Source) -> Option<QuietHours> {
    let text = source.text("PUSH_QUIET_HOURS", QUIET_HOURS);
    if text.trim() == "off" {
        return None;
    }
    let hours = QuietHours::from_text(&text);
    if hours.is_none() {
        source.mistake("PUSH_QUIET_HOURS must be two times such as 20:00-07:00, or off");
    }
    hours
}

/// Never one that readers' phones listen to.
fn test_topic(source: &mut Source) -> Option<String> {
    let name = source.optional("FCM_TEST_TOPIC")?;
    if !is_topic(&name) {
        source.mistake("FCM_TEST_TOPIC is no name of a topic: letters, digits and -_.~% only");
        return None;
    }
    if Language::ALL.into_iter().any(|language| topic(language.code()) == name) {
        source.mistake("FCM_TEST_TOPIC is the topic of all phones of a language, not of tests");
        return None;
    }
    Some(name)
}
