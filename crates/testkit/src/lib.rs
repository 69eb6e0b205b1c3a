//! For tests only: a database of its own for every test, the states that the original's schema has
//! been in, and answers of HTTP byte for byte.
#![expect(clippy::expect_used, reason = "a test without its database fails")]

pub mod answer;
pub mod database;
pub mod history;
pub mod original;
pub mod server_log;

pub use database::Database;
pub use original::Original;
