//! Files that editors upload.

mod banner;
