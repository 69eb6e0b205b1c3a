//! `/mobile/*`, one module per route.

mod about_banner;
mod about_banner_conditional;
mod articles;
mod avatar_messages;
mod both_services;
mod conditional_requests;
mod content;
mod content_since;
mod didyouknows;
mod encodings;
mod help_centers;
mod legal_texts;
mod new_surveys;
mod notification;
mod odd_rows;
mod paths;
mod permanent_notification;
pub(crate) mod published;
mod quizzes;
mod suggestions;
mod surveys;
mod unknown_languages;
mod videos;
