//! What both services share above the database.
//!
//! A request enters through [`edge`], is routed, its body and path are checked by extractors
//! ([`body`], [`path`], [`query`], [`client_address`]), and leaves as an answer or as an [`error::Error`].
//! [`mobile`] holds the public content routes, which both services mount. [`serve`] starts and
//! stops a process; [`settings`] says what can be set; [`storage`] keeps files. Nothing here knows in which of the two
//! services it runs.

pub mod answer;
pub mod app;
pub mod body;
pub mod bring_up;
pub mod cli;
pub mod client_address;
pub mod clock;
mod connection;
pub mod context;
mod cors;
pub mod crash;
pub mod credentials;
pub mod docs;
pub mod edge;
mod emf;
pub mod encoding;
pub mod error;
pub mod headers;
pub mod health;
pub mod lifecycle;
pub mod logging;
pub mod metrics;
mod metrics_server;
pub mod mobile;
pub mod path;
pub mod query;
mod quiet;
pub mod rate_limit;
pub mod serve;
pub mod settings;
pub mod storage;
