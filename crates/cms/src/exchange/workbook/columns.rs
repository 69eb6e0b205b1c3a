//! The sheets and their columns.
//!
//! Names and order up to `version` are those of the original's workbook, so that its files can
//! be read and ours can be read where its tools are still in use. What it left out follows.

/// What a column is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// For the way back, not for people.
    Hidden,
    /// To be read, not to be changed.
    Fixed,
    /// The text as it is, beside the empty cell for its translation.
    Original,
    /// The empty cell for the translation.
    Text,
    /// An empty cell for another value in place of the one beside it; nothing is missing while
    /// it is empty.
    Value,
    /// A value that may be overwritten where it stands.
    Edit,
}

/// A column.
#[derive(Clone, Copy, Debug)]
pub(super) struct Column {
    pub(super) name: &'static str,
    pub(super) role: Role,
    /// In characters.
    pub(super) width: u16,
}

const fn column(name: &'static str, role: Role, width: u16) -> Column {
    Column { name, role, width }
}

const fn hidden(name: &'static str) -> Column {
    column(name, Role::Hidden, 10)
}

const fn fixed(name: &'static str) -> Column {
    column(name, Role::Fixed, 14)
}

const fn original(name: &'static str, width: u16) -> Column {
    column(name, Role::Original, width)
}

const fn text(name: &'static str, width: u16) -> Column {
    column(name, Role::Text, width)
}

const fn value(name: &'static str, width: u16) -> Column {
    column(name, Role::Value, width)
}

/// The columns of a sheet of articles.
pub(super) const ARTICLES: &[Column] = &[
    hidden("id"),
    hidden("cat_id"),
    hidden("subcat_id"),
    original("category_title_original", 22),
    text("category_title", 22),
    original("subcategory_title_original", 22),
    text("subcategory_title", 22),
    original("article_heading_original", 30),
    text("article_heading", 30),
    original("article_text_original", 70),
    text("article_text", 70),
    column("primary_emoji", Role::Edit, 14),
    column("primary_emoji_name", Role::Edit, 20),
    fixed("live"),
    fixed("isAgeRestricted"),
    fixed("ageRestrictionLevel"),
    fixed("contentFilter"),
    fixed("voiceOverKey"),
    hidden("version"),
    hidden("cat_version"),
    hidden("subcat_version"),
];

/// What sheets of articles are about, whatever they are called.
pub(super) const ARTICLES_NAME: &str = "Articles";

/// Name of the sheet of quizzes.
pub(super) const QUIZZES_NAME: &str = "Quizzes";
/// Its columns.
pub(super) const QUIZZES: &[Column] = &[
    hidden("id"),
    original("topic_original", 18),
    text("topic", 18),
    original("question_original", 40),
    text("question", 40),
    original("option1_original", 22),
    text("option1", 22),
    original("option2_original", 22),
    text("option2", 22),
    original("option3_original", 22),
    text("option3", 22),
    original("right_answer_original", 12),
    value("right_answer", 12),
    original("wrong_answer_response_original", 40),
    text("wrong_answer_response", 40),
    original("right_answer_response_original", 40),
    text("right_answer_response", 40),
    fixed("answer"),
    fixed("isAgeRestricted"),
    fixed("live"),
    fixed("ageRestrictionLevel"),
    fixed("contentFilter"),
    hidden("version"),
];

/// Name of the sheet of facts.
pub(super) const FACTS_NAME: &str = "Did you know";
/// Its columns.
pub(super) const FACTS: &[Column] = &[
    hidden("id"),
    original("title_original", 30),
    text("title", 30),
    original("content_original", 60),
    text("content", 60),
    fixed("isAgeRestricted"),
    fixed("live"),
    fixed("ageRestrictionLevel"),
    fixed("contentFilter"),
    hidden("version"),
];

/// Name of the sheet of avatar messages.
pub(super) const AVATARS_NAME: &str = "Avatars";
/// Its columns.
pub(super) const AVATARS: &[Column] = &[
    hidden("id"),
    original("content_original", 60),
    text("content", 60),
    fixed("live"),
    hidden("version"),
];

/// Names of the sheets of documents.
pub(super) const PRIVACY_NAME: &str = "Privacy";
/// See [`PRIVACY_NAME`].
pub(super) const TERMS_NAME: &str = "Terms";
/// See [`PRIVACY_NAME`].
pub(super) const ABOUT_NAME: &str = "About";
/// The columns of a document.
pub(super) const DOCUMENT: &[Column] =
    &[fixed("type"), original("content_original", 80), text("content", 80)];

/// Name of the sheet of help centers.
pub(super) const HELP_NAME: &str = "Help";
/// Its columns.
pub(super) const HELP: &[Column] = &[
    hidden("id"),
    original("title_original", 28),
    text("title", 28),
    original("caption_original", 50),
    text("caption", 50),
    original("contactOne_original", 16),
    value("contactOne", 16),
    original("contactTwo_original", 16),
    value("contactTwo", 16),
    original("address_original", 30),
    value("address", 30),
    original("website_original", 30),
    value("website", 30),
    fixed("region"),
    fixed("subRegion"),
    fixed("isAvailableNationwide"),
    fixed("primaryAttributeId"),
    fixed("otherAttributes"),
    fixed("isActive"),
    hidden("version"),
];

/// Name of the sheet of what help centers offer.
pub(super) const ATTRIBUTES_NAME: &str = "Help attributes";
/// Its columns.
pub(super) const ATTRIBUTES: &[Column] = &[
    hidden("id"),
    original("name_original", 28),
    text("name", 28),
    column("emoji", Role::Edit, 10),
    fixed("isActive"),
    hidden("version"),
];

/// Name of the sheet of videos.
pub(super) const VIDEOS_NAME: &str = "Videos";
/// Its columns.
pub(super) const VIDEOS: &[Column] = &[
    hidden("id"),
    original("title_original", 36),
    text("title", 36),
    original("youtubeId_original", 18),
    value("youtubeId", 18),
    original("assetName_original", 24),
    value("assetName", 24),
    fixed("live"),
    hidden("version"),
];

/// Name of the sheet of surveys.
pub(super) const SURVEYS_NAME: &str = "Surveys";
/// Its columns: a row for each question.
pub(super) const SURVEYS: &[Column] = &[
    hidden("survey_id"),
    hidden("id"),
    fixed("survey"),
    fixed("number"),
    original("question_original", 40),
    text("question", 40),
    original("option1_original", 20),
    text("option1", 20),
    original("option2_original", 20),
    text("option2", 20),
    original("option3_original", 20),
    text("option3", 20),
    original("option4_original", 20),
    text("option4", 20),
    original("option5_original", 20),
    text("option5", 20),
    original("response_original", 30),
    text("response", 30),
    fixed("is_multiple"),
    fixed("next_question"),
    fixed("live"),
    fixed("isAgeRestricted"),
    fixed("ageRestrictionLevel"),
    fixed("contentFilter"),
    hidden("version"),
];

/// Name of the sheet that explains the others and is not read.
pub(super) const README_NAME: &str = "Read me";

/// Name of the hidden sheet that holds what may be chosen.
pub(super) const LISTS_NAME: &str = "Lists";

/// Whether a sheet of this name holds nothing of ours to read.
pub(super) fn is_aside(name: &str) -> bool {
    name == README_NAME || name == LISTS_NAME
}

/// The name, where it is that of a sheet in [`SHEETS`].
pub(super) fn sheet_name(name: &str) -> Option<&'static str> {
    SHEETS.iter().find(|(known, _)| *known == name).map(|(known, _)| *known)
}

/// The columns that [`super::desk`] adds to every sheet.
pub(super) const DESK: [&str; 2] = ["lang", super::table::MARK];

/// The sheets that are not named after a category, in their order.
pub(super) const SHEETS: [(&str, &[Column]); 10] = [
    (QUIZZES_NAME, QUIZZES),
    (FACTS_NAME, FACTS),
    (AVATARS_NAME, AVATARS),
    (PRIVACY_NAME, DOCUMENT),
    (TERMS_NAME, DOCUMENT),
    (ABOUT_NAME, DOCUMENT),
    (HELP_NAME, HELP),
    (ATTRIBUTES_NAME, ATTRIBUTES),
    (VIDEOS_NAME, VIDEOS),
    (SURVEYS_NAME, SURVEYS),
];
