//! What both services share, through real sockets: how a service treats slow, hostile and
//! broken callers, what every answer carries, and which settings it refuses.
//!
//! No database is needed: a service must stand all of this while its database is away.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at the first surprise")]

mod bucket;
mod crash;
mod http;
mod probe;
mod service;
mod settings;
mod storage;
mod wire;
