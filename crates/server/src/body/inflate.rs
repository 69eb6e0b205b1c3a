//! Inflates a compressed body up to a limit and never further, so that a bomb costs nothing.

use std::io::{ErrorKind, Read};

use flate2::read::{MultiGzDecoder, ZlibDecoder};

use crate::error::Error;

/// How a body is compressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// As files are, also several one after the other.
    Gzip,
    /// The `deflate` of HTTP, which is zlib's format.
    Deflate,
}

/// The beginning of an inflated body.
#[derive(Debug)]
pub struct Inflated {
    /// The bytes.
    pub bytes: Vec<u8>,
    /// Whether there was more.
    pub truncated: bool,
}

/// At most `limit` bytes of the inflated body. `cut_off` says that `compressed` is only the
/// beginning, so that an early end is no mistake of the sender's.
///
/// # Errors
///
/// [`Error::BadRequest`] when it cannot be inflated.
pub fn inflate(
    encoding: Encoding,
    compressed: &[u8],
    limit: usize,
    cut_off: bool,
) -> Result<Inflated, Error> {
    let decoder: Box<dyn Read + '_> = match encoding {
        Encoding::Gzip => Box::new(MultiGzDecoder::new(compressed)),
        Encoding::Deflate => Box::new(ZlibDecoder::new(compressed)),
    };
    let mut bytes = Vec::new();
    let outcome = decoder.take(limit as u64 + 1).read_to_end(&mut bytes);
    let truncated = bytes.len() > limit;
    bytes.truncate(limit);
    match outcome {
        Ok(_) => Ok(Inflated { bytes, truncated }),
        Err(error) if cut_off && error.kind() == ErrorKind::UnexpectedEof => {
            Ok(Inflated { bytes, truncated: true })
        }
        Err(_) => Err(Error::bad("the compressed body cannot be read")),
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

    use std::io::Write;

    use super::{Encoding, inflate};

    fn gzip(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    #[test]
    fn a_bomb_is_cut_at_the_limit() {
        let bomb = gzip(&vec![b'a'; 50 << 20]);
        let received = inflate(Encoding::Gzip, &bomb, 1000, false).unwrap();
        assert!(received.truncated);
        assert_eq!(received.bytes.len(), 1000);
    }

    #[test]
    fn garbage_is_a_bad_request_and_a_cut_off_body_is_not() {
        assert!(inflate(Encoding::Gzip, b"garbage", 1000, false).is_err());
        let whole = gzip(&(0..100_000_u32).flat_map(u32::to_le_bytes).collect::<Vec<_>>());
        assert!(inflate(Encoding::Gzip, &whole[..whole.len() / 2], 1 << 20, false).is_err());
        assert!(
            inflate(Encoding::Gzip, &whole[..whole.len() / 2], 1 << 20, true).unwrap().truncated
        );
    }
}
