//! Files that editors upload. What a file is, is judged by its content, never by its name.
//!
//! [`Upload`] receives one; [`banner`] and [`voice_over`] make something of it; [`cleaning`]
//! deletes what nothing names any more.

mod audio;
mod banner;
mod byte_range;
pub mod cleaning;
mod container;
mod key;
mod picture;
mod refused;
mod serve;
mod upload;
pub mod voice_over;

use crate::access::{Need, Routes};

pub use audio::Audio;
pub use banner::{MOST_BYTES as MOST_BANNER_BYTES, banner};
pub use refused::Refused;
pub use upload::{MOST_BYTES, Upload, UploadedFile};

/// Adds the routes. They must come before those of articles, which would take
/// `/encyclopedia/without-audio` for the page of one.
pub(crate) fn routes(routes: &mut Routes<'_>) {
    routes.get("/files/{key}", Need::Public, serve::serve);
    voice_over::routes(routes);
}
