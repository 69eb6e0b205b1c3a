//! The published content as plain texts: what a snapshot is made from, and what is kept on
//! disk for a start without a database.

use std::collections::BTreeMap;

use db::content::PublishedContent;
use domain::moment::Moment;
use serde::{Deserialize, Serialize};

use super::answers::{self, by_language};
use super::section::Section;

/// Everything published, by language.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Data {
    /// The body of each section's route.
    pub sections: BTreeMap<Section, BTreeMap<String, String>>,
    /// New-style surveys, each with what decides whether a girl is offered it.
    pub surveys: BTreeMap<String, Vec<SurveyEntry>>,
    /// The banner of the about screen.
    pub banners: BTreeMap<String, Banner>,
    /// Live alerts, oldest first.
    pub alerts: BTreeMap<String, Vec<Alert>>,
}

/// A survey and who may see it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SurveyEntry {
    /// Its UUID, lower case with dashes.
    pub id: String,
    /// Creation, in milliseconds since the epoch.
    pub created: i64,
    /// `isAgeRestricted`.
    pub restricted: Option<bool>,
    /// The survey's JSON text.
    pub json: String,
}

/// A banner and when it changed.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Banner {
    /// Milliseconds since the epoch.
    pub timestamp: i64,
    /// A data URI or URL.
    pub image: String,
}

/// An alert for some versions of the app.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Alert {
    /// The editor's list of versions.
    pub versions: String,
    /// The text to show.
    pub message: String,
    /// Whether the app may be used nevertheless.
    pub is_permanent: bool,
}

impl Data {
    /// Projects rows to the texts that phones read.
    ///
    /// # Errors
    ///
    /// When a row cannot be written as JSON, which no row we know of causes.
    pub fn from_rows(content: PublishedContent) -> Result<Data, serde_json::Error> {
        let surveys = answers::survey::entries(&content.surveys, content.questions)?;
        let banners: BTreeMap<String, Banner> = content
            .about_banners
            .into_iter()
            // Newest last, so that it is the one that stays.
            .map(|row| {
                let timestamp = row.timestamp.0.map_or(0, Moment::millis);
                (row.lang, Banner { timestamp, image: row.image })
            })
            .collect();
        let mut alerts: BTreeMap<String, Vec<Alert>> = BTreeMap::new();
        for row in content.alerts {
            alerts.entry(row.lang).or_default().push(Alert {
                versions: row.versions,
                message: row.message,
                is_permanent: row.is_permanent,
            });
        }
        let texts = |rows: Vec<db::content::legal_text::NewestText>| {
            rows.into_iter()
                .filter(|row| !row.json_dump.is_empty())
                .map(|row| (row.lang, row.json_dump))
                .collect::<BTreeMap<_, _>>()
        };
        let sections = BTreeMap::from([
            (Section::Articles, by_language(content.articles, answers::article::Article::from)?),
            (Section::Videos, by_language(content.videos, answers::video::Video::from)?),
            (Section::Quizzes, by_language(content.quizzes, answers::quiz::Quiz::from)?),
            (
                Section::Didyouknows,
                by_language(content.did_you_knows, answers::did_you_know::DidYouKnow::from)?,
            ),
            (
                Section::HelpCenter,
                by_language(content.help_centers, answers::help_center::HelpCenter::from)?,
            ),
            (
                Section::HelpCenterAttribute,
                by_language(content.help_center_attributes, answers::help_center::Attribute::from)?,
            ),
            (
                Section::AvatarMessages,
                by_language(content.avatar_messages, answers::avatar_message::AvatarMessage::from)?,
            ),
            (Section::PrivacyPolicy, texts(content.privacy_policies)),
            (Section::TermsAndConditions, texts(content.terms_and_conditions)),
            (Section::About, texts(content.about)),
            (
                Section::AboutBanner,
                banners.iter().map(|(lang, banner)| (lang.clone(), banner.image.clone())).collect(),
            ),
            (Section::Surveys, answers::survey::old_style(content.surveys)?),
            (Section::Notification, answers::notification::first(content.notifications)?),
        ]);
        Ok(Data { sections, surveys, banners, alerts })
    }
}
