//! What can be set for the cms alone.

use std::time::Duration;

use domain::access::Role;
use domain::language::Language;
use domain::secret::Secret;
use domain::statistics::Rules;
use server::credentials::random;
use server::settings::{DeployedAs, Settings, Source};

use crate::content::AudienceSettings;
use crate::push::PushSettings;
use crate::retention::RetentionSettings;

/// Settings of the cms beside the shared ones.
#[derive(Clone, Debug)]
pub struct CmsSettings {
    /// `PASSPORT_SECRET`: signs the cookie of a session. At least 32 bytes in production, the
    /// same for all instances. Unset elsewhere: made up at start, so that everybody has to
    /// sign in again after a restart.
    pub session_secret: Secret,
    /// `SECONDARY_PASSPORT_SECRET`: what the one above was before, so that sessions and codes of
    /// the minute outlive the change (default none).
    pub former_session_secret: Secret,
    /// `DEFAULT_LOCALE`: the language of pages before anybody has signed in, where the browser
    /// asks for none of ours (default `en`).
    pub default_language: Language,
    /// `SESSION_IDLE_MINUTES`: after this long without a request a session ends (default 30).
    pub session_idle_minutes: u32,
    /// `SESSION_HOURS`: after this long a session ends in any case (default 12).
    pub session_hours: u32,
    /// `PUBLIC_HOST`: the name, and the port where it is no usual one, at which browsers find the
    /// cms, if a proxy in front calls it by another. Unset: what each request names.
    pub public_host: Option<String>,
    /// `SOURCE_URL`: where the source code of what runs can be had, which the foot of every page
    /// links to, as the licence asks for. Unset: the foot names the licence alone.
    pub source_url: String,
    /// Who content can be for.
    pub audience: AudienceSettings,
    /// The revision that runs.
    pub revision: String,
    /// `JOB_LEASE_SECONDS`: so long after an instance has died, another takes over the long
    /// work it was doing (default 30).
    pub job_lease: Duration,
    /// How long things are kept.
    pub retention: RetentionSettings,
    /// Push notifications.
    pub push: PushSettings,
    /// `TOTP_REQUIRED`: whether superAdmins and admins (`true`), or all editors (`all`), must use
    /// codes of the minute to sign in (default `false`: whoever wants to).
    pub totp_required: TotpRequired,
    /// `FOUR_EYES`: whether what one editor wrote is published by another one alone, and whether a
    /// second person has to agree before a notification is sent (default `false`: whoever may
    /// write may publish and send).
    pub four_eyes: bool,
    /// `STATISTICS_MINIMUM`: no figure below this is shown (default 10, at least 3).
    /// `STATISTICS_ROUNDING`: figures that filters divide are rounded down to a multiple of
    /// this (default 5); 1 shows them as they are.
    pub statistics: Rules,
    /// Whether cookies are for https alone: always in production.
    pub secure_cookies: bool,
}

/// Fewest bytes of a secret in production.
const SHORTEST_SECRET: usize = 32;

/// Who must use codes of the minute to sign in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TotpRequired {
    /// Whoever wants to.
    Nobody,
    /// Whoever manages others.
    Managers,
    /// Every editor.
    Everybody,
}

impl TotpRequired {
    const WORDS: [(&'static str, TotpRequired); 3] = [
        ("false", TotpRequired::Nobody),
        ("true", TotpRequired::Managers),
        ("all", TotpRequired::Everybody),
    ];

    /// Whether an editor of `role` must.
    pub fn includes(self, role: Role) -> bool {
        match self {
            TotpRequired::Nobody => false,
            TotpRequired::Managers => role != Role::ContentManager,
            TotpRequired::Everybody => true,
        }
    }
}

impl CmsSettings {
    /// Reads the settings of the cms; mistakes stay in `source`.
    pub fn read(source: &mut Source, shared: &Settings) -> CmsSettings {
        let production = shared.environment == DeployedAs::Production;
        let session_secret = source.secret("PASSPORT_SECRET");
        if production && session_secret.expose().len() < SHORTEST_SECRET {
            source.mistake(format!("PASSPORT_SECRET must have at least {SHORTEST_SECRET} bytes"));
        }
        let languages: Vec<_> =
            Language::ALL.into_iter().map(|language| (language.code(), language)).collect();
        let session_secret = or_made_up(session_secret, source);
        CmsSettings {
            session_secret,
            former_session_secret: source.secret("SECONDARY_PASSPORT_SECRET"),
            default_language: source.choice("DEFAULT_LOCALE", &languages),
            session_idle_minutes: source.parsed("SESSION_IDLE_MINUTES", 30, "a number of minutes"),
            session_hours: source.parsed("SESSION_HOURS", 12, "a number of hours"),
            public_host: source.optional("PUBLIC_HOST"),
            source_url: source.text("SOURCE_URL", ""),
            audience: AudienceSettings::read(source),
            revision: shared.revision.clone(),
            job_lease: source.seconds("JOB_LEASE_SECONDS", 30).max(Duration::from_secs(1)),
            retention: RetentionSettings::read(source),
            push: PushSettings::read(source),
            totp_required: source.choice("TOTP_REQUIRED", &TotpRequired::WORDS),
            four_eyes: source.flag("FOUR_EYES", false),
            statistics: Rules {
                minimum: source.parsed("STATISTICS_MINIMUM", 10_u64, "a number").max(3),
                rounding: source.parsed("STATISTICS_ROUNDING", 5_u64, "a number").max(1),
            },
            secure_cookies: production,
        }
    }
}

/// A random secret where none is set, so that nobody can know it.
fn or_made_up(secret: Secret, source: &mut Source) -> Secret {
    if !secret.is_empty() {
        return secret;
    }
    match random::text::<64>() {
        Ok(text) => Secret::new(text),
        Err(_) => {
            source.mistake("PASSPORT_SECRET is not set, and the system gives no random bytes");
            secret
        }
    }
}
