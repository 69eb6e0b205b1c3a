//! What `bench` and `chaos` both stand on: an HTTP client that costs little, programs that are
//! started and ended, and the database that those use.

pub mod cpu;
pub mod database;
pub mod http;
pub mod service;

/// Whatever keeps something from being measured, as text for the report.
pub type Failure = Box<dyn std::error::Error + Send + Sync>;

/// The result of anything that may fail here.
pub type Outcome<T> = Result<T, Failure>;
