//! What can go wrong with files that are kept elsewhere.

use std::time::Duration;

use crate::error::Error;

/// Why a file could not be stored, read or deleted.
#[derive(Debug, thiserror::Error)]
pub enum StorageError {
    /// There is none of this key.
    #[error("no such file")]
    Missing,
    /// The storage is away, full, or refuses us: the same call may succeed later, once
    /// somebody has seen to it.
    #[error("the storage cannot be used: {0}")]
    Away(String),
}

/// How long a caller is asked to wait when files cannot be reached.
const AWAY: Duration = Duration::from_secs(30);

impl StorageError {
    pub(super) fn unusable(reason: impl Into<String>) -> StorageError {
        StorageError::Away(reason.into())
    }

    /// As `object_store` would say it, for use inside of one of its calls.
    pub(super) fn into_source(self) -> object_store::Error {
        object_store::Error::Generic { store: "file", source: Box::new(self) }
    }
}

impl From<object_store::Error> for StorageError {
    fn from(error: object_store::Error) -> StorageError {
        match error {
            object_store::Error::NotFound { .. } => StorageError::Missing,
            error => StorageError::Away(one_line(&error.to_string())),
        }
    }
}

impl From<StorageError> for Error {
    fn from(error: StorageError) -> Error {
        match error {
            StorageError::Missing => Error::NotFound("no such file"),
            StorageError::Away(_) => {
                log::warn!("{error}");
                Error::Unavailable(AWAY)
            }
        }
    }
}

/// Some stores answer with pages of XML.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(400).collect()
}
