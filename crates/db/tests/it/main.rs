//! The schema: adopting what is found in production, and living beside the original service.
//!
//! Needs a PostgreSQL server: `TEST_DATABASE_URL` names a superuser's database on it, such as
//! `postgres://postgres@localhost:5432/postgres`. Every test makes databases of its own.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod adoption;
mod concurrency;
mod content_change;
mod database;
mod event_people;
mod indexes;
mod other_role;
mod refusal;
mod reverting;
mod shape;
mod survey_completion;
