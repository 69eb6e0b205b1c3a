//! The application's secrets and what production demands of them.

use domain::secret::Secret;
use sha2::{Digest, Sha256};

use super::{DeployedAs, Secrets, Source};

/// Shortest primary secret allowed in production, in bytes.
const SHORTEST: usize = 32;

/// Values that the original's sample files ship. Many installations never changed them.
const SAMPLES: [&str; 6] =
    ["!ChangeMe!", "new_secret", "changeme", "change-me", "secret", "password"];

/// Reads `APPLICATION_SECRET`, `SECONDARY_APPLICATION_SECRET` and `SECRET_DENYLIST_SHA256`
/// (comma-separated lower-case hex SHA-256 of secrets known to have leaked; default none).
///
/// Only a service that signs tokens insists on a primary secret; the other reads it so that
/// both can be given the same environment.
pub(super) fn read(source: &mut Source, environment: DeployedAs, signs_tokens: bool) -> Secrets {
    let primary = source.secret("APPLICATION_SECRET");
    let secondary = source.secret("SECONDARY_APPLICATION_SECRET");
    let denied = source.text("SECRET_DENYLIST_SHA256", "").to_lowercase();
    if primary.is_empty() {
        if signs_tokens {
            source.mistake("APPLICATION_SECRET is not set: nobody could log in");
        }
    } else if let Some(reason) = weakness(&primary, &denied) {
        if environment == DeployedAs::Production {
            source.mistake(format!(
                "APPLICATION_SECRET {reason}: set a random one (openssl rand -hex 32)"
            ));
        } else {
            log::warn!("APPLICATION_SECRET {reason}: production would refuse it");
        }
    }
    let weak = if secondary.is_empty() { None } else { weakness(&secondary, &denied) };
    if let Some(reason) = weak {
        log::warn!(
            "SECONDARY_APPLICATION_SECRET {reason}: retire it as soon as phones hold newer tokens"
        );
    }
    Secrets { primary, secondary, secondary_is_weak: weak.is_some() }
}

fn weakness(secret: &Secret, denied: &str) -> Option<&'static str> {
    let text = secret.expose();
    if SAMPLES.iter().any(|sample| text.eq_ignore_ascii_case(sample)) {
        return Some("is a sample value");
    }
    let digest = domain::hex::lower(&Sha256::digest(text.as_bytes()));
    if denied.split(',').any(|entry| entry.trim() == digest) {
        return Some("is on the list of leaked secrets");
    }
    (text.len() < SHORTEST).then_some("is shorter than 32 bytes")
}
