//! Where the present snapshot is found.

use std::sync::Arc;

use arc_swap::ArcSwapOption;

use super::data::Data;
use super::snapshot::Snapshot;
use crate::error::Error;

/// Holds the present snapshot; readers never wait for a new one.
#[derive(Debug, Default)]
pub struct ContentStore {
    present: ArcSwapOption<Snapshot>,
}

impl ContentStore {
    /// The present snapshot.
    ///
    /// # Errors
    ///
    /// [`Error::Unavailable`] before the first one: the database has been away since the
    /// start and no snapshot was kept.
    pub fn snapshot(&self) -> Result<Arc<Snapshot>, Error> {
        self.present.load_full().ok_or(Error::Unavailable(std::time::Duration::from_secs(5)))
    }

    /// Whether there is a snapshot.
    pub fn is_loaded(&self) -> bool {
        self.present.load().is_some()
    }

    /// Makes `data` the present snapshot at once, without compressing it.
    pub fn publish_uncompressed(&self, data: Data) {
        self.present.store(Some(Arc::new(Snapshot::uncompressed(data))));
    }

    /// Builds a snapshot of `data` and makes it the present one.
    pub fn publish(&self, data: Data) {
        let previous = self.present.load_full();
        self.present.store(Some(Arc::new(Snapshot::build(data, previous.as_deref()))));
    }
}
