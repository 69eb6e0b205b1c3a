//! Random values that nobody can guess, from the operating system.

use ring::rand::{SecureRandom, SystemRandom};

use crate::error::Error;

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// `N` random bytes.
///
/// # Errors
///
/// [`Error::Internal`] when the operating system gives none.
pub fn bytes<const N: usize>() -> Result<[u8; N], Error> {
    let mut bytes = [0; N];
    SystemRandom::new()
        .fill(&mut bytes)
        .map_err(|_| Error::Internal("the system gives no random bytes".to_owned()))?;
    Ok(bytes)
}

/// `N` random characters that may stand in a cookie or an address, of six bits each.
///
/// # Errors
///
/// As [`bytes()`].
pub fn text<const N: usize>() -> Result<String, Error> {
    let letter = |byte: u8| char::from(LETTERS[usize::from(byte % 64)]);
    Ok(bytes::<N>()?.into_iter().map(letter).collect())
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

    #[test]
    fn texts_are_of_their_length_and_differ() {
        let (one, other) = (super::text::<64>().unwrap(), super::text::<64>().unwrap());
        assert_eq!(one.len(), 64);
        assert_ne!(one, other);
    }
}
