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

/// Letters of one, five random bits each: so many that a hash without salt is enough.
const RECOVERY_LENGTH: usize = 24;

/// Letters that are not mistaken for each other.
const RECOVERY_LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";

/// Encrypts secrets for the database.
pub struct Safe {
    cipher: XChaCha20Poly1305,
    /// `None` where there is no former secret.
    former: Option<XChaCha20Poly1305>,
}

impl Safe {
    /// Under a key made from the secret of sessions. What is under the former secret, which may
    /// be empty, opens as well. After that nobody's codes are known any more; codes for lost
    /// phones still are.
    pub fn new(secret: &Secret, former: &Secret) -> Safe {
        Safe { cipher: cipher(secret), former: (!former.is_empty()).then(|| cipher(former)) }
    }

    /// A new secret for the editor `id`, encrypted.
    ///
    /// # Errors
    ///
    /// [`Error::Internal`] without random bytes.
    pub fn new_secret(&self, id: i32) -> Result<Vec<u8>, Error> {
        self.seal(id, &random::bytes::<SECRET>()?)
    }

    /// `sealed` under the present key, if it is the editor's and under the former one.
    ///
    /// # Errors
    ///
    /// [`Error::Internal`] without random bytes.
    pub fn encrypt_anew(&self, id: i32, sealed: &[u8]) -> Result<Option<Vec<u8>>, Error> {
        if decrypt(&self.cipher, id, sealed).is_some() {
            return Ok(None);
        }
        let former = self.former.as_ref();
        match former.and_then(|former| decrypt(former, id, sealed)) {
            Some(secret) => self.seal(id, &secret).map(Some),
            None => Ok(None),
        }
    }

    fn seal(&self, id: i32, secret: &[u8]) -> Result<Vec<u8>, Error> {
        let nonce = random::bytes::<NONCE>()?;
        let aad = id.to_be_bytes();
        let sealed = self
            .cipher
            .encrypt(&XNonce::from(nonce), Payload { msg: secret, aad: &aad })
            .map_err(|_| Error::Internal("a secret could not be encrypted".to_owned()))?;
        Ok([nonce.as_slice(), &sealed].concat())
    }

    /// What makes the codes of the editor `id`, if `sealed` is hers and under a key that is known.
    pub fn open(&self, id: i32, username: &str, sealed: &[u8]) -> Option<Totp> {
        let ciphers = [Some(&self.cipher), self.former.as_ref()];
        let secret =
            ciphers.into_iter().flatten().find_map(|cipher| decrypt(cipher, id, sealed))?;
        Builder::new()
            .with_secret(secret)
            .with_issuer(Some(ISSUER))
            // A colon would part the name from the service's.
            .with_account_name(username.replace(':', " "))
            .build()
            .ok()
    }
}

fn cipher(secret: &Secret) -> XChaCha20Poly1305 {
    let mut key = [0; 32];
    key.copy_from_slice(&keyed(secret, "editor.totp", ""));
    XChaCha20Poly1305::new(&key.into())
}

fn decrypt(cipher: &XChaCha20Poly1305, id: i32, sealed: &[u8]) -> Option<Vec<u8>> {
    let (nonce, sealed) = sealed.split_first_chunk::<NONCE>()?;
    let aad = id.to_be_bytes();
    cipher.decrypt(&XNonce::from(*nonce), Payload { msg: sealed, aad: &aad }).ok()
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
        let letters: Vec<u8> = random::bytes::<RECOVERY_LENGTH>()?
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
        let (one, other, none) = (Secret::new("one"), Secret::new("other"), Secret::default());
        let safe = Safe::new(&one, &none);
        let sealed = safe.new_secret(7).unwrap();
        let totp = safe.open(7, "editor: 1", &sealed).unwrap();
        assert!(totp.to_url().unwrap().contains("issuer=PeriodTracker"));
        assert!(safe.open(8, "editor-1", &sealed).is_none());
        assert!(Safe::new(&other, &none).open(7, "editor-1", &sealed).is_none());
        assert!(safe.open(7, "editor-1", b"short").is_none());
        let svg = picture(&totp).unwrap();
        assert!(svg.starts_with("<svg") && !svg.contains("style"));
    }

    #[test]
    fn a_secret_outlives_a_change_of_the_key() {
        let (one, other, none) = (Secret::new("one"), Secret::new("other"), Secret::default());
        let sealed = Safe::new(&one, &none).new_secret(7).unwrap();
        let changed = Safe::new(&other, &one);
        let before = changed.open(7, "editor-1", &sealed).unwrap().to_url().unwrap();
        assert!(changed.encrypt_anew(8, &sealed).unwrap().is_none());
        let anew = changed.encrypt_anew(7, &sealed).unwrap().unwrap();
        assert!(changed.encrypt_anew(7, &anew).unwrap().is_none(), "once");
        let after = Safe::new(&other, &none).open(7, "editor-1", &anew).unwrap();
        assert_eq!(after.to_url().unwrap(), before);
    }

    #[test]
    fn recovery_codes_are_read_however_they_are_typed() {
        let codes = recovery_codes().unwrap();
        assert_eq!(codes.len(), 10);
        assert_eq!(codes[0].len(), 24 + 5);
        let typed = codes[0].replace('-', " ").to_uppercase();
        assert_eq!(recovery_hash(&typed), recovery_hash(&codes[0]));
        assert_ne!(recovery_hash(&codes[1]), recovery_hash(&codes[0]));
    }
}
