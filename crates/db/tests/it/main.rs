//! The schema: adopting what is found in production, and living beside the original service.
//!
//! The tests make databases of their own on the server of `TEST_DATABASE_URL`, as its superuser.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod adoption;
mod audit;
mod concurrency;
mod content_change;
mod database;
mod editing;
mod event_people;
mod indexes;
mod job;
mod other_role;
mod refusal;
mod reverting;
mod shape;
mod statistics;
mod survey_completion;
