//! The public content routes, `/mobile/*`, mounted by both services.
//!
//! What does not depend on the caller is served from a snapshot: rows → [`data::Data`] (plain
//! JSON texts) → [`snapshot::Snapshot`] (bytes, compressed, with their tags). [`keeper`]
//! rebuilds it when the content changes; [`store::ContentStore`] holds the present one.

mod about_banner;
pub mod answers;
pub mod body;
pub mod data;
pub mod delta;
pub mod keeper;
pub mod permanent_notification;
pub mod routes;
pub mod section;
pub mod snapshot;
pub mod store;
pub mod suggestions;
pub mod surveys;
