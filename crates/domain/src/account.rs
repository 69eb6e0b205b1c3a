//! What an account is made of: its name, and the dates a phone sends.

use sha2::{Digest, Sha256};

use crate::hex;
use crate::json;
use crate::moment::Moment;
use crate::text::{trim_js, utf16_len};

/// Shortest name, in UTF-16 code units as JavaScript counts them: one emoji of two units is
/// too short, and so is the Nepali `मा`.
pub const SHORTEST_NAME: usize = 3;

/// What is stored of a name: lower-case hexadecimal SHA-256 of its UTF-8 bytes. No case
/// folding and no Unicode normalisation, because existing rows were made that way. The name
/// itself is never stored.
pub fn name_hash(name: &str) -> String {
    hex::lower(&Sha256::digest(name.as_bytes()))
}

/// A name as it may be looked up: long enough in at least one of its two forms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LookupName {
    /// Hash of the text as sent.
    pub exact: String,
    /// Hash of the text without outer white space. Phone keyboards add a space after a
    /// suggested word; the original trimmed names at login but not at signup, so accounts
    /// with such a space exist.
    pub trimmed: String,
}

impl LookupName {
    /// `None` when the name is too short to exist.
    pub fn parse(name: &str) -> Option<LookupName> {
        is_long_enough(name)
            .then(|| LookupName { exact: name_hash(name), trimmed: name_hash(trim_js(name)) })
    }
}

/// A name as it is stored from now on: trimmed, and long enough then.
pub fn new_name(name: &str) -> Option<&str> {
    let trimmed = trim_js(name);
    is_long_enough(trimmed).then_some(trimmed)
}

fn is_long_enough(name: &str) -> bool {
    utf16_len(name) >= SHORTEST_NAME
}

/// The date of birth in a request, from its raw JSON: a text or a number as JavaScript's
/// `Date` takes them, `null` as 1970-01-01 like there. `None` when it is no date, or one that
/// PostgreSQL cannot hold.
pub fn date_of_birth(raw: &str) -> Option<Moment> {
    let moment = match (raw, json::string(raw)) {
        ("null", _) => Moment::from_millis(0),
        (_, Some(text)) => Moment::parse(&text),
        (number, None) => number.parse().ok().and_then(Moment::from_js_number),
    }?;
    moment.to_postgres_text().map(|_| moment)
}

/// The moment of signing up as a phone writes it. Its zone is dropped, not converted: the
/// original handed the text to a column without a zone, and rows written by both must agree.
pub fn date_signed_up(text: &str) -> Option<Moment> {
    let text = trim_js(text);
    let wall_clock = match text.find(['T', 't']) {
        Some(at) => {
            let time = &text[at..];
            let zone = time.find(['Z', 'z', '+', '-']).map_or(text.len(), |offset| at + offset);
            &text[..zone]
        }
        None => text,
    };
    let moment = Moment::parse(&format!("{wall_clock}Z"))
        .or_else(|| Moment::parse(wall_clock))
        .or_else(|| Moment::parse(text))?;
    moment.to_postgres_text().map(|_| moment)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

    use super::*;

    #[test]
    fn hashes_as_existing_rows_do() {
        assert_eq!(
            name_hash("abc"),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
    }

    #[test]
    fn length_counts_utf16_units() {
        for (name, good) in [
            ("ab", false),
            ("abc", true),
            ("😀", false),
            ("😀😀", true),
            ("मा", false),
            ("  a", false),
        ] {
            assert_eq!(new_name(name).is_some(), good, "{name}");
        }
        assert!(LookupName::parse("  a").is_some(), "such a row can exist");
    }

    #[test]
    fn dates() {
        let iso = |moment: Option<Moment>| moment.map(Moment::to_iso);
        assert_eq!(
            iso(date_of_birth("\"2010-02-02T00:00:00.000Z\"")).unwrap(),
            "2010-02-02T00:00:00.000Z"
        );
        assert_eq!(iso(date_of_birth("null")).unwrap(), "1970-01-01T00:00:00.000Z");
        assert_eq!(iso(date_of_birth("1265068800000")).unwrap(), "2010-02-02T00:00:00.000Z");
        assert_eq!(date_of_birth("\"\""), None);
        assert_eq!(date_of_birth("{}"), None);
        assert_eq!(
            iso(date_signed_up("2024-03-01T08:00:00+05:45")).unwrap(),
            "2024-03-01T08:00:00.000Z"
        );
        assert_eq!(
            iso(date_signed_up("2024-03-01T08:00:00.123Z")).unwrap(),
            "2024-03-01T08:00:00.123Z"
        );
        assert_eq!(iso(date_signed_up("2024-03-01")).unwrap(), "2024-03-01T00:00:00.000Z");
        assert_eq!(date_signed_up("yesterday"), None);
    }
}
