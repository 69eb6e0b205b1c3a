//! A file that is being read.

use std::ops::Range;

use bytes::Bytes;
use futures_util::stream::BoxStream;
use futures_util::{StreamExt, TryStreamExt};
use object_store::{GetResult, ObjectMeta};

use super::StorageError;

/// A file that is being read, or a part of it.
pub struct Object {
    /// The size of the whole file in bytes.
    pub size: u64,
    /// The part that is read.
    pub range: Range<u64>,
    /// A tag that another content of the same key would not have, if the storage has one.
    pub tag: Option<String>,
    body: BoxStream<'static, Result<Bytes, StorageError>>,
}

impl Object {
    pub(super) fn new(about: ObjectMeta, result: GetResult) -> Object {
        Object {
            size: about.size,
            range: result.range.clone(),
            tag: about.e_tag,
            body: result.into_stream().map_err(StorageError::from).boxed(),
        }
    }

    /// Its bytes as they come.
    pub fn into_stream(self) -> BoxStream<'static, Result<Bytes, StorageError>> {
        self.body
    }
}
