//! Every route and what it needs. A route that is not listed here fails the test beside it.

use serde_json::{Value, json};

use crate::phone::ANSWER;

/// What a caller must have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Need {
    /// Nothing: a token makes no difference.
    Nothing,
    /// A token, from before a reset too.
    Token,
    /// A token from after the last reset.
    FreshToken,
    /// Nothing, but a token says whose events they are.
    Sender,
}

/// Method, path as `/openapi.json` writes it, and need.
pub(crate) const TABLE: [(&str, &str, Need); 45] = [
    ("GET", "/", Need::Nothing),
    ("GET", "/account/info/{name}", Need::Nothing),
    ("POST", "/account/signup", Need::Nothing),
    ("POST", "/account/login", Need::Nothing),
    ("POST", "/account/export", Need::Nothing),
    ("POST", "/account/reset-password", Need::Nothing),
    ("POST", "/account/delete-from-password", Need::Nothing),
    ("POST", "/account/replace-store", Need::Token),
    ("POST", "/account/edit-info", Need::Token),
    ("POST", "/account/edit-secret-answer", Need::Token),
    ("POST", "/account/update-avatar", Need::Token),
    ("POST", "/account/update-verified-dates", Need::Token),
    ("POST", "/account/delete", Need::FreshToken),
    ("POST", "/analytics/append-events", Need::Sender),
    ("POST", "/menstruation-prediction", Need::Nothing),
    ("POST", "/survey", Need::Nothing),
    ("GET", "/mobile/content/{lang}", Need::Nothing),
    ("GET", "/mobile/articles/{lang}", Need::Nothing),
    ("GET", "/mobile/videos/{lang}", Need::Nothing),
    ("GET", "/mobile/quizzes/{lang}", Need::Nothing),
    ("GET", "/mobile/didyouknows/{lang}", Need::Nothing),
    ("GET", "/mobile/help-center/{lang}", Need::Nothing),
    ("GET", "/mobile/help-center-attribute/{lang}", Need::Nothing),
    ("GET", "/mobile/avatar-messages/{lang}", Need::Nothing),
    ("GET", "/mobile/privacy-policy/{lang}", Need::Nothing),
    ("GET", "/mobile/terms-and-conditions/{lang}", Need::Nothing),
    ("GET", "/mobile/about/{lang}", Need::Nothing),
    ("GET", "/mobile/about-banner/{lang}", Need::Nothing),
    ("GET", "/mobile/about-banner-conditional/{lang}", Need::Nothing),
    ("GET", "/mobile/surveys/{lang}", Need::Nothing),
    ("GET", "/mobile/new-surveys/{lang}", Need::Nothing),
    ("GET", "/mobile/notification/{lang}", Need::Nothing),
    ("GET", "/mobile/permanent-notification/{version_and_lang_and_user}", Need::Nothing),
    ("POST", "/mobile/suggestions", Need::Nothing),
    ("GET", "/health", Need::Nothing),
    ("GET", "/ready", Need::Nothing),
    ("GET", "/version", Need::Nothing),
    ("GET", "/delete-account", Need::Nothing),
    ("POST", "/delete-account", Need::Nothing),
    ("GET", "/export-account", Need::Nothing),
    ("POST", "/export-account", Need::Nothing),
    ("GET", "/pages.css", Need::Nothing),
    ("GET", "/openapi.json", Need::Nothing),
    ("GET", "/docs", Need::Nothing),
    ("GET", "/docs/", Need::Nothing),
];

/// A path with something in the place of its parameters.
pub(crate) fn filled(path: &str) -> String {
    path.replace("{name}", "nobody")
        .replace("{lang}", "en")
        .replace("{version_and_lang_and_user}", "1.0.1&en&u")
}

/// What the owner of a token sends; nothing that takes a hash to be computed where it needs none.
pub(crate) fn body(path: &str) -> Value {
    match path {
        "/account/replace-store" => json!({"storeVersion": 3, "appState": "{}"}),
        "/account/edit-info" => json!({"name": "test-girl-1"}),
        "/account/edit-secret-answer" => {
            json!({"previousSecretAnswer": ANSWER, "nextSecretAnswer": ANSWER})
        }
        "/account/update-avatar" => json!({"avatar": {}}),
        "/account/update-verified-dates" => json!({"metadata": {}}),
        _ => json!({}),
    }
}
