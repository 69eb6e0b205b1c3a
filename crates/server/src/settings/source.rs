//! Reads settings one by one, remembers each for the listing, and collects every mistake.

use std::fmt::Display;
use std::path::Path;
use std::str::FromStr;
use std::time::Duration;

use config::{Config, Environment};
use domain::secret::Secret;

/// One setting as it was read, for `--check-config` and the test over `.env.example`.
#[derive(Clone, Debug)]
pub struct Reading {
    /// Name of the environment variable.
    pub name: &'static str,
    /// The value in force; for a secret only `(set)` or `(unset)`.
    pub shown: String,
    /// Whether the value is the default.
    pub is_default: bool,
}

/// The environment, with a `.env` file of the working directory beneath it.
///
/// Mistakes are collected rather than returned one at a time: whoever is woken at three in
/// the morning corrects them all at once.
pub struct Source {
    config: Config,
    readings: Vec<Reading>,
    mistakes: Vec<String>,
}

impl Source {
    /// The process's environment over `.env`, which is read if it is there.
    ///
    /// # Errors
    ///
    /// A sentence saying what is wrong with `.env`.
    pub fn from_environment() -> Result<Source, String> {
        let mut builder = Config::builder();
        if Path::new(".env").exists() {
            let lines =
                dotenvy::from_filename_iter(".env").map_err(|error| format!(".env: {error}"))?;
            for line in lines {
                let (name, value) = line.map_err(|_| {
                    ".env: a line is not NAME=value (values with spaces need quotes)".to_owned()
                })?;
                builder = builder
                    .set_default(name.to_lowercase(), value)
                    .map_err(|error| format!(".env: {error}"))?;
            }
        }
        let config = builder
            .add_source(Environment::default())
            .build()
            .map_err(|error| format!("environment: {error}"))?;
        Ok(Source { config, readings: Vec::new(), mistakes: Vec::new() })
    }

    /// Exactly `pairs` and nothing of the process's environment, for tests.
    ///
    /// # Errors
    ///
    /// A sentence saying which name cannot be a setting.
    pub fn from_pairs(pairs: &[(&str, &str)]) -> Result<Source, String> {
        let mut builder = Config::builder();
        for (name, value) in pairs {
            builder = builder
                .set_default(name.to_lowercase(), *value)
                .map_err(|error| format!("{name}: {error}"))?;
        }
        let config = builder.build().map_err(|error| error.to_string())?;
        Ok(Source { config, readings: Vec::new(), mistakes: Vec::new() })
    }

    /// A text; empty counts as unset.
    pub fn text(&mut self, name: &'static str, default: &str) -> String {
        let found = self.raw(name);
        self.remember(name, found.as_deref().unwrap_or(default), found.is_none());
        found.unwrap_or_else(|| default.to_owned())
    }

    /// A text that may be absent.
    pub fn optional(&mut self, name: &'static str) -> Option<String> {
        let found = self.raw(name);
        self.remember(name, found.as_deref().unwrap_or("(unset)"), found.is_none());
        found
    }

    /// A text that is never shown.
    pub fn secret(&mut self, name: &'static str) -> Secret {
        let found = self.raw(name);
        self.remember(name, if found.is_some() { "(set)" } else { "(unset)" }, found.is_none());
        Secret::new(found.unwrap_or_default())
    }

    /// A number or anything else that parses from text.
    pub fn parsed<T: FromStr + Display>(
        &mut self,
        name: &'static str,
        default: T,
        form: &str,
    ) -> T {
        let Some(text) = self.raw(name) else {
            self.remember(name, &default.to_string(), true);
            return default;
        };
        if let Ok(value) = text.trim().parse::<T>() {
            self.remember(name, &value.to_string(), false);
            value
        } else {
            self.mistake(format!("{name} is not {form}"));
            default
        }
    }

    /// `true` or `false`; anything but exactly `true` is false, as in the original service.
    pub fn flag(&mut self, name: &'static str, default: bool) -> bool {
        let found = self.raw(name);
        let value =
            found.as_deref().map_or(default, |text| text.trim().eq_ignore_ascii_case("true"));
        self.remember(name, if value { "true" } else { "false" }, found.is_none());
        value
    }

    /// A time span in whole seconds.
    pub fn seconds(&mut self, name: &'static str, default: u64) -> Duration {
        Duration::from_secs(self.parsed(name, default, "a whole number of seconds"))
    }

    /// A time span in whole milliseconds.
    pub fn millis(&mut self, name: &'static str, default: u64) -> Duration {
        Duration::from_millis(self.parsed(name, default, "a whole number of milliseconds"))
    }

    /// One word out of `choices`; the first is the default.
    pub fn choice<T: Copy>(&mut self, name: &'static str, choices: &[(&'static str, T)]) -> T {
        let found = self.raw(name);
        let word = found.as_deref().map_or(choices[0].0, str::trim);
        if let Some((shown, value)) = choices.iter().find(|(choice, _)| *choice == word) {
            self.remember(name, shown, found.is_none());
            *value
        } else {
            let words: Vec<_> = choices.iter().map(|(choice, _)| *choice).collect();
            self.mistake(format!("{name} must be one of: {}", words.join(", ")));
            choices[0].1
        }
    }

    /// Notes a mistake that only the reader of several settings can see.
    pub fn mistake(&mut self, sentence: impl Into<String>) {
        self.mistakes.push(sentence.into());
    }

    /// Everything read so far.
    pub fn readings(&self) -> &[Reading] {
        &self.readings
    }

    /// Ends the reading.
    ///
    /// # Errors
    ///
    /// Every mistake, one per line.
    pub fn finish(self) -> Result<Vec<Reading>, String> {
        if self.mistakes.is_empty() { Ok(self.readings) } else { Err(self.mistakes.join("\n")) }
    }

    fn raw(&self, name: &str) -> Option<String> {
        self.config.get_string(&name.to_lowercase()).ok().filter(|text| !text.is_empty())
    }

    /// A setting that two parts read is listed once.
    fn remember(&mut self, name: &'static str, shown: &str, is_default: bool) {
        if self.readings.iter().any(|reading| reading.name == name) {
            return;
        }
        // Some variables concern two parts of a service, and are listed once.
        if self.readings.iter().all(|known| known.name != name) {
            self.readings.push(Reading { name, shown: shown.to_owned(), is_default });
        }
    }
}
