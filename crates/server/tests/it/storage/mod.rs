//! Files in a folder and in a bucket.

mod settings;
mod stored;
