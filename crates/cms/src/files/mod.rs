//! Files that editors upload. What a file is, is judged by its content, never by its name.

mod banner;
mod picture;
mod refused;

pub use banner::{MOST_BYTES as MOST_BANNER_BYTES, banner};
pub use refused::Refused;
