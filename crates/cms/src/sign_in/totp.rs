//! Codes of the minute (TOTP): an app on the editor's phone makes them from a secret that both
//! sides know.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use domain::secret::Secret;
use qrcode::{Color, EcLevel, QrCode};
use server::credentials::keyed::keyed;
use server::credentials::random;
use server::error::Error;
use sha2::{Digest, Sha256};
use totp_rs::{Builder, Totp};

/// The name of the service, which the phone shows beside the code.
const ISSUER: &str = "PeriodTracker Nepal";

/// Bytes of a secret, as RFC 4226 recommends.
const SECRET: usize = 20;

/// Bytes of the number that makes each encryption another.
const NONCE: usize = 24;

/// How many codes there are for when the phone is lost.
const RECOVERY_CODES: usize = 10;

/// Letters of those that are not mistaken for each other.
const RECOVERY_LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";

/// Encrypts secrets for the database.
pub struct Safe {
    cipher: XChaCha20Poly1305,
}

impl Safe {
    /// Under a key made from the secret of sessions. After that is changed nobody's codes are
    /// known any more; codes for lost phones still are.
    pub fn new(secret: &Secret) -> Safe {
        let mut key = [0; 32];
        key.copy_from_slice(&keyed(secret, "editor.totp", ""));
        Safe { cipher: XChaCha20Poly1305::new(&key.into()) }
    }

    /// A new secret for the editor `id`, encrypted.
    ///
    /// # Errors
    ///
    /// [`Error::Internal`] without random bytes.
    pub fn new_secret(&self, id: i32) -> Result<Vec<u8>, Error> {
        let (secret, nonce) = (random::bytes::<SECRET>()?, random::bytes::<NONCE>()?);
        let aad = id.to_be_bytes();
        let sealed = self
            .cipher
            .encrypt(&XNonce::from(nonce), Payload { msg: &secret, aad: &aad })
            .map_err(|_| Error::Internal("a secret could not be encrypted".to_owned()))?;
        Ok([nonce.as_slice(), &sealed].concat())
    }

    /// What makes the codes of the editor `id`, if `sealed` is hers and of the present key.
    pub fn open(&self, id: i32, username: &str, sealed: &[u8]) -> Option<Totp> {
        let (nonce, sealed) = sealed.split_first_chunk::<NONCE>()?;
        let aad = id.to_be_bytes();
        let payload = Payload { msg: sealed, aad: &aad };
        let secret = self.cipher.decrypt(&XNonce::from(*nonce), payload).ok()?;
        Builder::new()
            .with_secret(secret)
            .with_issuer(Some(ISSUER))
            // A colon would part the name from the service's.
            .with_account_name(username.replace(':', " "))
            .build()
            .ok()
    }
}

/// The time step whose code `typed` is, now or half a minute to either side.
pub fn step_of(totp: &Totp, typed: &str) -> Option<i64> {
    let digits: String = typed.chars().filter(|letter| !letter.is_whitespace()).collect();
    let now = u64::try_from(server::clock::now().millis() / 1000).ok()?;
    totp.check(&digits, now).and_then(|step| i64::try_from(step).ok())
}

/// New codes for when the phone is lost, as they are shown once.
///
/// # Errors
///
/// [`Error::Internal`] without random bytes.
pub fn recovery_codes() -> Result<Vec<String>, Error> {
    let code = || -> Result<String, Error> {
        let letters: Vec<u8> = random::bytes::<16>()?
            .into_iter()
            .map(|byte| RECOVERY_LETTERS[usize::from(byte % 32)])
            .collect();
        let groups: Vec<String> =
            letters.chunks(4).map(|group| String::from_utf8_lossy(group).into_owned()).collect();
        Ok(groups.join("-"))
    };
    (0..RECOVERY_CODES).map(|_| code()).collect()
}

/// What stands for such a code in the database. They are random enough to need no salt.
pub fn recovery_hash(typed: &str) -> Vec<u8> {
    let letters: String =
        typed.to_lowercase().chars().filter(char::is_ascii_alphanumeric).collect();
    Sha256::digest(letters).to_vec()
}

/// The address that a phone reads, as a picture: SVG without a style or script in it.
///
/// # Errors
///
/// [`Error::Internal`] when the address is too long for one.
pub fn picture(totp: &Totp) -> Result<String, Error> {
    let address = totp.to_url().map_err(|error| Error::Internal(error.to_string()))?;
    let code = QrCode::with_error_correction_level(address, EcLevel::M)
        .map_err(|error| Error::Internal(error.to_string()))?;
    let (width, border) = (code.width(), 4);
    let mut path = String::new();
    for (at, colour) in code.to_colors().into_iter().enumerate() {
        if colour == Color::Dark {
            let (x, y) = (at % width + border, at / width + border);
            path.push_str(&format!("M{x} {y}h1v1h-1z"));
        }
    }
    let size = width + 2 * border;
    Ok(format!(
        "<svg class=\"qr-code\" viewBox=\"0 0 {size} {size}\" shape-rendering=\"crispEdges\" \
         aria-hidden=\"true\"><path fill=\"#fff\" d=\"M0 0h{size}v{size}H0z\"/>\
         <path fill=\"#000\" d=\"{path}\"/></svg>"
    ))
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

    use domain::secret::Secret;

    use super::{Safe, picture, recovery_codes, recovery_hash};

    #[test]
    fn a_secret_opens_for_its_owner_and_key_alone() {
        let safe = Safe::new(&Secret::new("one"));
        let sealed = safe.new_secret(7).unwrap();
        let totp = safe.open(7, "editor: 1", &sealed).unwrap();
        assert!(totp.to_url().unwrap().contains("issuer=PeriodTracker"));
        assert!(safe.open(8, "editor-1", &sealed).is_none());
        assert!(Safe::new(&Secret::new("other")).open(7, "editor-1", &sealed).is_none());
        assert!(safe.open(7, "editor-1", b"short").is_none());
        let svg = picture(&totp).unwrap();
        assert!(svg.starts_with("<svg") && !svg.contains("style"));
    }

    #[test]
    fn recovery_codes_are_read_however_they_are_typed() {
        let codes = recovery_codes().unwrap();
        assert_eq!(codes.len(), 10);
        assert_eq!(codes[0].len(), 19);
        let typed = codes[0].replace('-', " ").to_uppercase();
        assert_eq!(recovery_hash(&typed), recovery_hash(&codes[0]));
        assert_ne!(recovery_hash(&codes[1]), recovery_hash(&codes[0]));
    }
}
