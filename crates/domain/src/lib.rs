//! The rules and the vocabulary of `PeriodTracker` Nepal's backend.
//!
//! Nothing here touches a database, a socket or a file: every rule is a function of its
//! arguments, so it can be tested by a table of cases.

pub mod access;
pub mod account;
pub mod alert;
pub mod avatar;
pub mod calendar;
pub mod content;
pub mod document;
pub mod event;
pub mod exchange;
pub mod hex;
pub mod json;
pub mod language;
pub mod moment;
pub mod nepali;
pub mod password;
pub mod person;
pub mod places;
pub mod prediction;
pub mod preview;
pub mod push;
pub mod search;
pub mod secret;
pub mod standing;
pub mod statistics;
pub mod survey;
pub mod text;
pub mod throttle;
pub mod translation;
pub mod user_message;
