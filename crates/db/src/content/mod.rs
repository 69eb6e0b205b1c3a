//! What editors publish: one file per table, and [`load`], which reads all of it at one moment.

pub mod about_banner;
pub mod answer_template;
pub mod article;
pub mod avatar_message;
pub mod deleted_suggestion;
pub mod did_you_know;
pub mod help_center;
pub mod help_center_attribute;
pub mod legal_text;
pub mod legal_text_version;
pub mod listener;
pub mod notification;
pub mod permanent_notification;
pub mod question;
pub mod quiz;
pub mod suggestion;
pub mod suggestion_handling;
pub mod suggestion_inbox;
pub mod survey;
pub mod survey_completion;
pub mod survey_list;
pub mod version;
pub mod video;

use diesel::pg::PgConnection;
use diesel::prelude::*;

/// Everything that is published, in every language, as of one moment.
#[derive(Debug)]
#[expect(missing_docs, reason = "named like the modules, which document the rows")]
pub struct PublishedContent {
    pub version: version::ContentVersion,
    pub articles: Vec<article::LiveArticle>,
    pub videos: Vec<video::LiveVideo>,
    pub quizzes: Vec<quiz::LiveQuiz>,
    pub did_you_knows: Vec<did_you_know::LiveDidYouKnow>,
    pub avatar_messages: Vec<avatar_message::LiveAvatarMessage>,
    pub surveys: Vec<survey::LiveSurvey>,
    pub questions: Vec<question::SurveyQuestion>,
    pub help_centers: Vec<help_center::LiveHelpCenter>,
    pub help_center_attributes: Vec<help_center_attribute::HelpCenterAttribute>,
    pub privacy_policies: Vec<legal_text::NewestText>,
    pub terms_and_conditions: Vec<legal_text::NewestText>,
    pub about: Vec<legal_text::NewestText>,
    pub about_banners: Vec<about_banner::AboutBanner>,
    pub notifications: Vec<notification::SentNotification>,
    pub alerts: Vec<permanent_notification::LiveAlert>,
}

/// Reads version and content in one repeatable-read transaction, so that the version is
/// exactly that of the rows.
///
/// # Errors
///
/// Diesel's own.
pub fn load(connection: &mut PgConnection) -> QueryResult<PublishedContent> {
    connection.build_transaction().repeatable_read().read_only().run(|connection| {
        Ok(PublishedContent {
            version: version::current(connection)?,
            articles: article::live(connection)?,
            videos: video::live(connection)?,
            quizzes: quiz::live(connection)?,
            did_you_knows: did_you_know::live(connection)?,
            avatar_messages: avatar_message::live(connection)?,
            surveys: survey::live(connection)?,
            questions: question::all(connection)?,
            help_centers: help_center::live(connection)?,
            help_center_attributes: help_center_attribute::all(connection)?,
            privacy_policies: legal_text::privacy_policies(connection)?,
            terms_and_conditions: legal_text::terms_and_conditions(connection)?,
            about: legal_text::about(connection)?,
            about_banners: about_banner::all(connection)?,
            notifications: notification::sent(connection)?,
            alerts: permanent_notification::live(connection)?,
        })
    })
}
