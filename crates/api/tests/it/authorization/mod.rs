//! Who is calling: the `Authorization` header on routes that need it and on those that do not.

mod header;
mod large_header;
mod outlived_account;
mod routes;
mod secondary_secret;
mod stale;
pub(crate) mod table;
