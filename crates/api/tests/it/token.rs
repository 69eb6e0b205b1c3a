//! Tokens made by hand: good ones, old ones, and forged ones.

use std::time::{SystemTime, UNIX_EPOCH};

use hmac::{Hmac, KeyInit, Mac};
use serde_json::{Value, json};
use sha2::{Sha256, Sha384, Sha512};

use crate::service::SECRET;

/// A token as the service itself makes it now.
pub(crate) fn of(id: &str) -> String {
    signed_at(id, now())
}

/// One that it made at another time, in seconds since the epoch.
pub(crate) fn signed_at(id: &str, seconds: u64) -> String {
    signed(&json!({"id": id, "iat": seconds, "aud": "app"}), SECRET)
}

/// The older form: the whole user, the hash of the secret answer and all metadata in the claims.
pub(crate) fn old_form(id: &str, answer_hash: &str, metadata: &Value, secret: &str) -> String {
    let claims = json!({
        "id": id,
        "dateOfBirth": "2010-02-02T00:00:00.000Z",
        "gender": "Female",
        "location": "Urban",
        "country": "NP",
        "province": "3",
        "secretQuestion": "favourite_actor",
        "secretAnswer": answer_hash,
        "dateSignedUp": "2024-03-01T08:00:00.123Z",
        "metadata": metadata,
        "iat": now() - 1000,
        "aud": "app",
    });
    signed(&claims, secret)
}

/// Claims signed with HS256.
pub(crate) fn signed(claims: &Value, secret: &str) -> String {
    with_header(&json!({"alg": "HS256", "typ": "JWT"}), claims, secret)
}

/// A token of any header, signed as its `alg` says; any unknown `alg` gets no signature.
pub(crate) fn with_header(header: &Value, claims: &Value, secret: &str) -> String {
    let message = format!(
        "{}.{}",
        base64url(header.to_string().as_bytes()),
        base64url(claims.to_string().as_bytes())
    );
    let (key, text) = (secret.as_bytes(), message.as_bytes());
    let signature = match header["alg"].as_str().unwrap_or_default() {
        "HS256" => Hmac::<Sha256>::new_from_slice(key)
            .unwrap()
            .chain_update(text)
            .finalize()
            .into_bytes()
            .to_vec(),
        "HS384" => Hmac::<Sha384>::new_from_slice(key)
            .unwrap()
            .chain_update(text)
            .finalize()
            .into_bytes()
            .to_vec(),
        "HS512" => Hmac::<Sha512>::new_from_slice(key)
            .unwrap()
            .chain_update(text)
            .finalize()
            .into_bytes()
            .to_vec(),
        _ => Vec::new(),
    };
    format!("{message}.{}", base64url(&signature))
}

/// The middle part of a token with these claims.
pub(crate) fn claims_part(claims: &str) -> String {
    base64url(claims.as_bytes())
}

pub(crate) fn now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs()
}

fn base64url(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let group = chunk
            .iter()
            .chain([0, 0].iter())
            .take(3)
            .fold(0_u32, |group, byte| group << 8 | u32::from(*byte));
        for sixth in 0..=chunk.len() {
            let letter = (group >> (18 - 6 * sixth)) & 63;
            text.push(char::from(LETTERS[letter as usize]));
        }
    }
    text
}
