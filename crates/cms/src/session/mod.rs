//! Sessions of editors: rows in PostgreSQL, so that they can be listed and ended.

mod store;

pub use store::PostgresSessions;
