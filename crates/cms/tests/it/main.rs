//! The cms through real sockets and its binary from a shell, on real PostgreSQL.
//!
//! The public content routes are tested here for both services, since both mount them. Tests
//! that look at bytes compare them with the snapshots beside them: phones in the field have
//! parsed those bytes for years.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at the first surprise")]

mod access;
mod account;
mod alerts;
mod audit;
mod beside_the_original;
mod command_line;
mod content;
mod docs;
mod documents;
mod drafts;
mod editors;
mod exchange;
mod files;
mod freshness;
mod imports;
mod jobs;
mod messages;
mod mobile;
mod pages;
mod people;
mod presence;
mod preview;
mod privacy;
mod push;
mod retention;
mod search;
mod services;
mod sign_in;
mod statistics;
mod surveys;
mod texts;
mod toolbox;
mod translation;

#[path = "../../../server/tests/it/bucket.rs"]
mod bucket;
#[path = "../../../server/tests/it/service.rs"]
mod service;
#[path = "../../../server/tests/it/wire.rs"]
mod wire;
