//! The accounts of the generated database: account `n` can be computed here and in SQL.

use std::io::Write;
use std::time::{SystemTime, UNIX_EPOCH};

use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::Outcome;

/// The password of every generated account.
pub(crate) const PASSWORD: &str = "a bench password";

/// The cost at which the service hashes by default.
pub(crate) const COST: u32 = 10;

/// Prints the hash that `sql/accounts.sql` stores.
///
/// # Errors
///
/// When there is no randomness for the salt, or standard output is closed.
pub(crate) fn print_password_hash() -> Outcome<()> {
    writeln!(std::io::stdout(), "{}", bcrypt::hash(PASSWORD, COST)?)?;
    Ok(())
}

/// The name of account `number`, which counts from 1.
pub(crate) fn name(number: u64) -> String {
    format!("test-girl-{number}")
}

/// The id of account `number`.
pub(crate) fn id(number: u64) -> Uuid {
    let digest = Sha256::digest(format!("account-{number}"));
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&digest[..16]);
    Uuid::from_bytes(bytes)
}

/// SQL for the id of the account whose number is the expression `number`.
pub(crate) fn id_in_sql(number: &str) -> String {
    format!("left(encode(sha256(('account-' || {number})::bytea), 'hex'), 32)::uuid")
}

/// SQL for the name hash of the account whose number is the expression `number`.
pub(crate) fn name_hash_in_sql(number: &str) -> String {
    format!("encode(sha256(('test-girl-' || {number})::bytea), 'hex')")
}

/// A token of account `number`, as a login would give it.
pub(crate) fn token(number: u64, secret: &str) -> Outcome<String> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs();
    let header = base64url(br#"{"alg":"HS256","typ":"JWT"}"#);
    let claims =
        base64url(format!(r#"{{"id":"{}","iat":{now},"aud":"app"}}"#, id(number)).as_bytes());
    let signed = format!("{header}.{claims}");
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes())?;
    mac.update(signed.as_bytes());
    Ok(format!("{signed}.{}", base64url(&mac.finalize().into_bytes())))
}

/// Base64 in the alphabet of URLs and without padding, as JSON Web Tokens have it.
fn base64url(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let bits = chunk.iter().fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte))
            << (8 * (3 - chunk.len()));
        for place in 0..=chunk.len() {
            text.push(char::from(ALPHABET[(bits >> (18 - 6 * place)) as usize & 63]));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::base64url;

    #[test]
    fn base64_without_padding() {
        assert_eq!(
            ["", "f", "fo", "foo", "foob"].map(|text| base64url(text.as_bytes())),
            ["", "Zg", "Zm8", "Zm9v", "Zm9vYg"]
        );
    }
}
