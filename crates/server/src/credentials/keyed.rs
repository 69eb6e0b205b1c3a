//! Keyed hashes: what stands in the database, or in an answer, for something that must not.

use domain::secret::Secret;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// HMAC-SHA-256 of `text` under `secret`. The purpose keeps hashes for one use worthless for
/// another.
#[expect(clippy::expect_used, reason = "HMAC takes a key of any length")]
pub fn keyed(secret: &Secret, purpose: &str, text: &str) -> Vec<u8> {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.expose().as_bytes()).expect("any length");
    mac.update(purpose.as_bytes());
    mac.update(&[0]);
    mac.update(text.as_bytes());
    mac.finalize().into_bytes().to_vec()
}
