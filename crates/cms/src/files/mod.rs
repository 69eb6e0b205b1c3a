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

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

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

/// What stands in an address as it is.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// `text` as a part of an address.
fn encoded(text: &str) -> String {
    utf8_percent_encode(text, PLAIN).to_string()
}

/// The address to go back to, if it is one of this service: anything else could send an editor
/// elsewhere after she has saved.
fn back(address: &str) -> Option<String> {
    let mut letters = address.chars();
    let own = letters.next() == Some('/')
        && !matches!(letters.next(), Some('/' | '\\'))
        && !address.chars().any(|letter| letter.is_control() || letter == '\\');
    own.then(|| address.to_owned())
}
