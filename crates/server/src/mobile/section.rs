//! The kinds of content that phones fetch, one route each.

use serde::{Deserialize, Serialize};

/// One kind of content. The order is the order in which the app refreshes them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "named like the routes, which are documented")]
pub enum Section {
    Articles,
    Videos,
    Quizzes,
    Didyouknows,
    HelpCenter,
    HelpCenterAttribute,
    AvatarMessages,
    PrivacyPolicy,
    TermsAndConditions,
    About,
    AboutBanner,
    Surveys,
    Notification,
}

impl Section {
    /// Every section.
    pub const ALL: [Section; 13] = [
        Section::Articles,
        Section::Videos,
        Section::Quizzes,
        Section::Didyouknows,
        Section::HelpCenter,
        Section::HelpCenterAttribute,
        Section::AvatarMessages,
        Section::PrivacyPolicy,
        Section::TermsAndConditions,
        Section::About,
        Section::AboutBanner,
        Section::Surveys,
        Section::Notification,
    ];

    /// What the app refreshes at every start, and so what `/mobile/content` holds.
    pub const REFRESHED: [Section; 11] = [
        Section::Articles,
        Section::Videos,
        Section::Quizzes,
        Section::Didyouknows,
        Section::HelpCenter,
        Section::HelpCenterAttribute,
        Section::AvatarMessages,
        Section::PrivacyPolicy,
        Section::TermsAndConditions,
        Section::About,
        Section::AboutBanner,
    ];

    /// The section's name in routes and in `/mobile/content`.
    pub fn name(self) -> &'static str {
        match self {
            Section::Articles => "articles",
            Section::Videos => "videos",
            Section::Quizzes => "quizzes",
            Section::Didyouknows => "didyouknows",
            Section::HelpCenter => "help-center",
            Section::HelpCenterAttribute => "help-center-attribute",
            Section::AvatarMessages => "avatar-messages",
            Section::PrivacyPolicy => "privacy-policy",
            Section::TermsAndConditions => "terms-and-conditions",
            Section::About => "about",
            Section::AboutBanner => "about-banner",
            Section::Surveys => "surveys",
            Section::Notification => "notification",
        }
    }

    /// The answer for a language without rows. An empty list makes the app fall back to its
    /// built-in content of that kind; an error would make it throw the whole refresh away.
    pub fn empty(self) -> &'static str {
        match self {
            Section::AboutBanner | Section::Notification => "",
            _ => "[]",
        }
    }
}
