//! The service as phones and pages meet it: real HTTP over sockets, against a real PostgreSQL.
//!
//! The modules mirror the addresses of the service. Needs `TEST_DATABASE_URL`, which names a
//! superuser's database on a server where databases may be made and dropped.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod account;
mod analytics;
mod authorization;
mod beside_the_original;
mod concurrency;
mod cors;
mod database_away;
mod deletion;
mod erasures;
mod hostile;
mod http;
mod openapi;
mod operator;
mod pages;
mod phone;
mod process;
mod service;
mod small_routes;
mod stored_account;
mod throttling;
mod token;
