//! The record of one erasure.

use db::erasure::erased::Erased;
use db::types::Instant;
use domain::hex;
use domain::moment::Moment;
use serde::{Deserialize, Serialize};
use server::error::Error;

/// The folder of all records.
pub(super) const FOLDER: &str = "erasures";

/// What is kept of an account that was deleted: keyed hashes and a time.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Record {
    /// Of this form; 1.
    version: u8,
    /// Stands for her id: lower-case hexadecimal.
    person: String,
    /// Stands for the hash of her name, if there was an account.
    name: Option<String>,
    /// When, as ISO 8601 in UTC.
    erased_at: String,
}

impl Record {
    pub(super) fn of(erased: &Erased) -> Record {
        Record {
            version: 1,
            person: hex::lower(&erased.key),
            name: erased.name_key.as_deref().map(hex::lower),
            erased_at: erased.erased_at.0.to_iso(),
        }
    }

    /// `erasures/<yyyy>/<mm>/<person>.json`.
    pub(super) fn key(&self) -> String {
        let year = self.erased_at.get(..4).unwrap_or("0000");
        let month = self.erased_at.get(5..7).unwrap_or("00");
        format!("{FOLDER}/{year}/{month}/{}.json", self.person)
    }

    pub(super) fn to_json(&self) -> Result<Vec<u8>, Error> {
        serde_json::to_vec(self).map_err(|error| Error::Internal(error.to_string()))
    }

    /// Reads a record; `None` for what is none of ours.
    pub(super) fn read(json: &[u8]) -> Option<Erased> {
        let record: Record = serde_json::from_slice(json).ok()?;
        Some(Erased {
            key: bytes(&record.person)?,
            name_key: record.name.as_deref().and_then(bytes),
            erased_at: Instant(Moment::parse(&record.erased_at)?),
        })
    }
}

fn bytes(hexadecimal: &str) -> Option<Vec<u8>> {
    if hexadecimal.len() != 64 || !hexadecimal.is_ascii() {
        return None;
    }
    (0..hexadecimal.len())
        .step_by(2)
        .map(|at| u8::from_str_radix(&hexadecimal[at..at + 2], 16).ok())
        .collect()
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

    use super::Record;

    #[test]
    fn a_record_reads_as_it_was_written() {
        let person = "0f".repeat(32);
        let json = format!(
            r#"{{"version":1,"person":"{person}","name":null,"erased_at":"2026-11-24T15:00:00.123Z"}}"#
        );
        let erased = Record::read(json.as_bytes()).unwrap();
        assert_eq!(erased.key, [15; 32]);
        let record = Record::of(&erased);
        assert_eq!(record.key(), format!("erasures/2026/11/{person}.json"));
        assert_eq!(record.to_json().unwrap(), json.as_bytes());
    }

    #[test]
    fn what_is_no_record_is_passed_over() {
        for other in ["", "{}", "[]", r#"{"version":1,"person":"x","name":null,"erased_at":""}"#] {
            assert!(Record::read(other.as_bytes()).is_none(), "{other}");
        }
    }
}
