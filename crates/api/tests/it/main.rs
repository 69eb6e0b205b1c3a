//! The service as phones and pages meet it: real HTTP over sockets, against a real PostgreSQL.
//!
//! The modules mirror the addresses of the service. Needs `TEST_DATABASE_URL`, which names a
//! superuser's database on a server where databases may be made and dropped.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

mod account;
mod http;
mod phone;
mod service;
mod stored_account;
mod token;
