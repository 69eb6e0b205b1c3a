//! Files, kept in a folder, in S3 or in Google Cloud Storage.
//!
//! [`Storage`] is the one door. A key names a file for ever: one that is replaced gets another
//! key, so that whoever still reads the old one gets it whole.

mod failure;
mod object;
mod open;

use std::io::Read;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use bytes::Bytes;
use object_store::path::Path;
use object_store::{
    Attribute, Attributes, GetOptions, MultipartUpload, ObjectStore, ObjectStoreExt,
    PutMultipartOptions, PutOptions,
};

pub use failure::StorageError;
pub use object::Object;

use crate::settings::{Place, StorageSettings};

/// What a call may take in all. Less than the 120 seconds after which a platform gives up on a
/// request, and enough for the largest upload on a slow line to a bucket.
const DEADLINE: Duration = Duration::from_secs(60);

/// The pieces in which a large file is sent. Buckets take none that is smaller, but the last.
const PIECE: usize = 5 * 1024 * 1024;

/// Where files are kept; cheap to clone, one per process.
#[derive(Clone)]
pub struct Storage {
    settings: Arc<StorageSettings>,
    /// Opened when it is first needed: a service that stores nothing needs no folder.
    store: Arc<OnceLock<Arc<dyn ObjectStore>>>,
}

impl Storage {
    /// The handle; nothing is opened yet.
    pub fn new(settings: &StorageSettings) -> Storage {
        Storage { settings: Arc::new(settings.clone()), store: Arc::default() }
    }

    /// Whether the settings can be used, as far as can be told without asking anybody.
    ///
    /// # Errors
    ///
    /// A sentence that says what is wrong.
    pub fn check(&self) -> Result<(), String> {
        match &self.settings.place {
            Place::Folder(_) => Ok(()),
            place => open::bucket(place).map(drop),
        }
    }

    /// Stores `bytes` whole or not at all. Once this returns, they are stored for good.
    ///
    /// # Errors
    ///
    /// [`StorageError::Away`].
    pub async fn put(
        &self,
        key: &str,
        content_type: &str,
        bytes: impl Into<Bytes>,
    ) -> Result<(), StorageError> {
        let store = self.store()?;
        let options =
            PutOptions { attributes: self.attributes(content_type), ..PutOptions::default() };
        let path = path(key)?;
        let put = store.put_opts(&path, bytes.into().into(), options);
        in_time(put).await.map(drop)
    }

    /// Stores what `file` holds from where it stands, whole or not at all, without ever having
    /// more than a piece of it in memory.
    ///
    /// # Errors
    ///
    /// [`StorageError::Away`], also when `file` cannot be read.
    pub async fn put_file(
        &self,
        key: &str,
        content_type: &str,
        file: std::fs::File,
    ) -> Result<(), StorageError> {
        let (mut file, first) = read_piece(file).await?;
        if first.len() < PIECE {
            return self.put(key, content_type, first).await;
        }
        let options = PutMultipartOptions {
            attributes: self.attributes(content_type),
            ..PutMultipartOptions::default()
        };
        let path = path(key)?;
        let store = self.store()?;
        let mut upload = in_time(store.put_multipart_opts(&path, options)).await?;
        let sent = in_time(async {
            let mut piece = first;
            while !piece.is_empty() {
                upload.put_part(piece.into()).await?;
                (file, piece) = read_piece(file).await.map_err(StorageError::into_source)?;
            }
            upload.complete().await
        })
        .await;
        if sent.is_err() {
            give_up(&mut *upload).await;
        }
        sent.map(drop)
    }

    /// Opens a file, or the part of it that `range` chooses out of its size.
    ///
    /// # Errors
    ///
    /// [`StorageError::Missing`], [`StorageError::Away`].
    pub async fn get(
        &self,
        key: &str,
        range: impl FnOnce(u64) -> Option<std::ops::Range<u64>>,
    ) -> Result<Object, StorageError> {
        let store = self.store()?;
        let path = path(key)?;
        let about = in_time(store.head(&path)).await?;
        let range = range(about.size);
        let options = GetOptions::new().with_range(range);
        let result = in_time(store.get_opts(&path, options)).await?;
        Ok(Object::new(about, result))
    }

    /// Reads a small file whole.
    ///
    /// # Errors
    ///
    /// [`StorageError::Missing`], [`StorageError::Away`].
    pub async fn read(&self, key: &str) -> Result<Bytes, StorageError> {
        let store = self.store()?;
        let path = path(key)?;
        in_time(async { store.get(&path).await?.bytes().await }).await
    }

    /// The size of a file in bytes; `None` if there is none.
    ///
    /// # Errors
    ///
    /// [`StorageError::Away`].
    pub async fn size(&self, key: &str) -> Result<Option<u64>, StorageError> {
        let store = self.store()?;
        match in_time(store.head(&path(key)?)).await {
            Ok(about) => Ok(Some(about.size)),
            Err(StorageError::Missing) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Deletes a file. One that is not there is deleted already.
    ///
    /// # Errors
    ///
    /// [`StorageError::Away`].
    pub async fn delete(&self, key: &str) -> Result<(), StorageError> {
        let store = self.store()?;
        match in_time(store.delete(&path(key)?)).await {
            Err(StorageError::Missing) => Ok(()),
            deleted => deleted,
        }
    }

    /// The keys that begin with the folder `prefix`, in no order.
    ///
    /// # Errors
    ///
    /// [`StorageError::Away`].
    pub async fn list(&self, prefix: &str) -> Result<Vec<String>, StorageError> {
        use futures_util::TryStreamExt;
        let store = self.store()?;
        let found = store.list(Some(&path(prefix)?));
        let found = found.map_ok(|about| about.location.to_string());
        // As many as there are: the deadline is that of the next one.
        let mut found = std::pin::pin!(found);
        let mut keys = Vec::new();
        while let Some(key) = in_time(found.try_next()).await? {
            keys.push(key);
        }
        Ok(keys)
    }

    /// The address at which phones fetch a file, `<base>/<key>?alt=media`: below
    /// `STORAGE_BASE_URL`, or below `/files` of the cms.
    pub fn address(&self, key: &str) -> String {
        let base = self.settings.base_url.as_deref().unwrap_or("/files");
        format!("{base}/{}?alt=media", key.trim_start_matches('/'))
    }

    /// Whether files are handed out by somebody else than the cms.
    pub fn has_own_address(&self) -> bool {
        self.settings.base_url.is_some()
    }

    fn store(&self) -> Result<&dyn ObjectStore, StorageError> {
        if let Some(store) = self.store.get() {
            return Ok(&**store);
        }
        let opened = open::open(&self.settings.place).map_err(StorageError::unusable)?;
        Ok(&**self.store.get_or_init(|| opened))
    }

    /// A bucket hands files out itself, and has to be told what they are. A folder cannot note
    /// that; whoever reads from it knows by the key.
    fn attributes(&self, content_type: &str) -> Attributes {
        match self.settings.place {
            Place::Folder(_) => Attributes::new(),
            Place::S3(_) | Place::Gcs { .. } => Attributes::from_iter([
                (Attribute::ContentType, content_type.to_owned()),
                (Attribute::CacheControl, CACHE.to_owned()),
            ]),
        }
    }
}

/// How long an answer with a file may be kept: a key never gets another content.
pub const CACHE: &str = "public, max-age=2592000, immutable";

fn path(key: &str) -> Result<Path, StorageError> {
    Path::parse(key).ok().filter(|path| !path.as_ref().is_empty()).ok_or(StorageError::Missing)
}

async fn in_time<T>(
    call: impl Future<Output = object_store::Result<T>>,
) -> Result<T, StorageError> {
    match tokio::time::timeout(DEADLINE, call).await {
        Ok(answered) => answered.map_err(StorageError::from),
        Err(_) => Err(StorageError::unusable("no answer in time")),
    }
}

/// Leaves no half file behind, if the bucket can be reached.
async fn give_up(upload: &mut dyn MultipartUpload) {
    if let Err(error) = in_time(upload.abort()).await {
        log::warn!("an upload that failed is left to the bucket's own cleaning: {error}");
    }
}

/// The next piece of a file, and the file itself for the one after.
async fn read_piece(file: std::fs::File) -> Result<(std::fs::File, Bytes), StorageError> {
    let read = tokio::task::spawn_blocking(move || -> std::io::Result<_> {
        let mut piece = Vec::new();
        (&file).take(PIECE as u64).read_to_end(&mut piece)?;
        Ok((file, Bytes::from(piece)))
    });
    match read.await {
        Ok(read) => read.map_err(|error| StorageError::unusable(error.to_string())),
        Err(error) => Err(StorageError::unusable(error.to_string())),
    }
}
