//! Looks at an uploaded spreadsheet before anything is made of it.
//!
//! A spreadsheet is a zip archive. What it says about its own size may be a lie, so every entry
//! is inflated once, counted, and forgotten: a bomb costs the time of its first 50 MB and no
//! memory.

use std::io::{Cursor, Read};

/// Most bytes of all entries together, inflated.
const MOST_BYTES: u64 = 50 * 1024 * 1024;
/// Most entries.
const MOST_ENTRIES: usize = 1_000;
/// Most strings that a workbook may announce: the library makes room for as many as it says.
const MOST_ANNOUNCED: u64 = 5_000_000;

/// Why a file is not taken at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// No spreadsheet of the kind `.xlsx`.
    NotASpreadsheet,
    /// A spreadsheet of the kind `.xls` or with a password, which is the same container.
    OldOrLocked,
    /// Larger than the limits, inflated.
    TooLarge,
    /// A spreadsheet that is damaged.
    Damaged,
    /// It has no sheet that we know.
    NothingKnown,
    /// A bundle that is not written as one, from this line on.
    Unreadable(usize, &'static str),
    /// A bundle whose language cannot be told.
    NoLocale,
}

/// The first bytes of the container that `.xls` files and encrypted workbooks are kept in.
const OLD_CONTAINER: [u8; 8] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/// Whether `bytes` may be given to the library.
///
/// # Errors
///
/// [`Refused`].
pub(super) fn check(bytes: &[u8]) -> Result<(), Refused> {
    if bytes.starts_with(&OLD_CONTAINER) {
        return Err(Refused::OldOrLocked);
    }
    if !bytes.starts_with(b"PK") {
        return Err(Refused::NotASpreadsheet);
    }
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refused::Damaged)?;
    if archive.len() > MOST_ENTRIES {
        return Err(Refused::TooLarge);
    }
    let mut left = MOST_BYTES;
    let mut is_workbook = false;
    for at in 0..archive.len() {
        let entry = archive.by_index(at).map_err(|_| Refused::Damaged)?;
        if entry.size() > left {
            return Err(Refused::TooLarge);
        }
        is_workbook |= entry.name().is_ok_and(|name| name.ends_with("workbook.xml"));
        left = inflate(entry, left)?;
    }
    if is_workbook { Ok(()) } else { Err(Refused::NotASpreadsheet) }
}

/// Inflates an entry of at most `left` bytes; how many may still come after it.
fn inflate(mut entry: impl Read, mut left: u64) -> Result<u64, Refused> {
    let mut announced = Announced::default();
    let mut buffer = [0; 16 * 1024];
    loop {
        let count = entry.read(&mut buffer).map_err(|_| Refused::Damaged)?;
        if count == 0 {
            return Ok(left);
        }
        left = left.checked_sub(count as u64).ok_or(Refused::TooLarge)?;
        if announced.exceed(&buffer[..count]) {
            return Err(Refused::TooLarge);
        }
    }
}

/// Watches for `uniqueCount="…"` in whatever comes by.
#[derive(Default)]
struct Announced {
    matched: usize,
    number: u64,
}

impl Announced {
    fn exceed(&mut self, bytes: &[u8]) -> bool {
        const NAME: &[u8] = b"uniqueCount";
        // Zeros in between are another encoding of the same letters.
        for byte in bytes.iter().filter(|byte| **byte != 0) {
            if self.matched < NAME.len() {
                self.matched = match byte {
                    byte if *byte == NAME[self.matched] => self.matched + 1,
                    byte if *byte == NAME[0] => 1,
                    _ => 0,
                };
                continue;
            }
            match byte {
                b'0'..=b'9' => {
                    self.number = self.number.saturating_mul(10) + u64::from(byte - b'0');
                    if self.number > MOST_ANNOUNCED {
                        return true;
                    }
                }
                b'=' | b'"' | b'\'' | b' ' | b'\t' | b'\r' | b'\n' | b'+' if self.number == 0 => {}
                _ => *self = Announced::default(),
            }
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::{Announced, Refused, check};

    #[test]
    fn other_files_are_told_apart() {
        assert_eq!(check(b""), Err(Refused::NotASpreadsheet));
        assert_eq!(check(b"id,title\n1,x"), Err(Refused::NotASpreadsheet));
        assert_eq!(check(b"PK\x03\x04 and then nothing"), Err(Refused::Damaged));
        assert_eq!(check(&super::OLD_CONTAINER), Err(Refused::OldOrLocked));
    }

    #[test]
    fn room_is_not_made_for_what_is_only_announced() {
        let exceeds = |text: &str| Announced::default().exceed(text.as_bytes());
        assert!(exceeds(r#"<sst uniqueCount="99999999999999999999">"#));
        assert!(exceeds("<sst count='1' uniqueCount = '6000000'/>"));
        assert!(exceeds("u\0n\0i\0q\0u\0e\0C\0o\0u\0n\0t\0=\0\"\x009999999999\""));
        assert!(!exceeds(r#"<sst count="12" uniqueCount="12">99999999999999</sst>"#));
        assert!(!exceeds("uniqueuniqueCount"));
        assert!(exceeds("uniqueuniqueCount=9999999999"));
    }
}
