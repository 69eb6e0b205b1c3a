//! The content of one language.
//!
//! Lists are in the order in which the app shows them. An id is text, as it may come from a
//! file; one that is empty is new and gets an id when the content goes anywhere. `version` is
//! that of the stored row, empty where there is none.

/// Everything that editors publish in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "named as the kinds of content")]
pub struct Content {
    /// Its code, such as `ne`.
    pub lang: String,
    pub categories: Vec<Category>,
    pub subcategories: Vec<Subcategory>,
    pub articles: Vec<Article>,
    pub quizzes: Vec<Quiz>,
    pub did_you_knows: Vec<DidYouKnow>,
    pub avatar_messages: Vec<AvatarMessage>,
    pub videos: Vec<Video>,
    pub surveys: Vec<Survey>,
    pub help_centers: Vec<HelpCenter>,
    pub help_center_attributes: Vec<HelpCenterAttribute>,
    pub privacy_policy: Vec<Block>,
    pub terms_and_conditions: Vec<Block>,
    pub about: Vec<Block>,
}

/// For whom an item is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Audience {
    /// The older flag; some rows have none.
    pub is_age_restricted: Option<bool>,
    /// Minimum age in completed years, 0 for everybody.
    pub age_restriction_level: i32,
    /// A choice of the reader's profile that it is for, 0 for everybody.
    pub content_filter: i32,
}

/// A category of the encyclopedia.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "as in the database")]
pub struct Category {
    pub id: String,
    pub title: String,
    pub emoji: String,
    /// The tag that the app shows.
    pub emoji_name: String,
    pub version: String,
}

/// A part of a category.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "as in the database")]
pub struct Subcategory {
    pub id: String,
    pub title: String,
    /// The id of its category.
    pub category: String,
    pub version: String,
}

/// An article of the encyclopedia.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "as in the database")]
pub struct Article {
    pub id: String,
    /// The id of its category.
    pub category: String,
    /// The id of its subcategory.
    pub subcategory: String,
    pub heading: String,
    pub text: String,
    pub live: bool,
    pub audience: Audience,
    pub voice_over_key: Option<String>,
    pub version: String,
}

/// A quiz question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "as in the database")]
pub struct Quiz {
    pub id: String,
    pub topic: String,
    pub question: String,
    pub options: [String; 3],
    /// `1`, `2` or `3`.
    pub right_answer: String,
    pub wrong_answer_response: String,
    pub right_answer_response: String,
    pub live: bool,
    pub audience: Audience,
    pub version: String,
}

/// A fact.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "as in the database")]
pub struct DidYouKnow {
    pub id: String,
    pub title: String,
    pub content: String,
    pub live: bool,
    pub audience: Audience,
    pub version: String,
}

/// What the avatar says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "as in the database")]
pub struct AvatarMessage {
    pub id: String,
    pub content: String,
    pub live: bool,
    pub version: String,
}

/// A video, on `YouTube` or inside the app.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "as in the database")]
pub struct Video {
    pub id: String,
    pub title: String,
    pub youtube_id: String,
    pub asset_name: String,
    pub live: bool,
    pub version: String,
}

/// A survey with its questions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "as in the database")]
pub struct Survey {
    pub id: String,
    pub live: bool,
    pub audience: Audience,
    /// By their number. A survey from before 2023 has one, without an id.
    pub questions: Vec<Question>,
    pub version: String,
}

/// A question of a survey.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "as in the database")]
pub struct Question {
    pub id: String,
    pub question: String,
    pub options: [String; 5],
    pub response: String,
    /// Choose one option, or else free text.
    pub is_multiple: bool,
    /// For each option the number of the question that follows, counted from 1; empty for the
    /// next one.
    pub next: [String; 5],
}

/// A place that helps.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "as in the database")]
pub struct HelpCenter {
    /// A number.
    pub id: String,
    pub title: String,
    pub caption: String,
    pub contact_one: String,
    pub contact_two: String,
    pub address: String,
    /// Addresses, joined by commas.
    pub website: String,
    pub region: Option<String>,
    /// Numbers of provinces, joined by commas.
    pub sub_region: Option<String>,
    pub is_available_nationwide: bool,
    pub primary_attribute: Option<i32>,
    /// Numbers of attributes, joined by commas.
    pub other_attributes: Option<String>,
    pub live: bool,
    pub version: String,
}

/// What a help center offers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "as in the database")]
pub struct HelpCenterAttribute {
    /// A number.
    pub id: String,
    pub name: String,
    pub emoji: String,
    pub live: bool,
    pub version: String,
}

/// A paragraph of a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Block {
    /// A heading, or else text.
    pub heading: bool,
    /// What it says.
    pub content: String,
}

impl Block {
    /// Its type as the app spells it.
    pub fn kind(&self) -> &'static str {
        if self.heading { "HEADING" } else { "CONTENT" }
    }
}

impl Content {
    /// Only what the app shows: live items, and articles whose category and subcategory exist.
    #[must_use]
    pub fn live(mut self) -> Content {
        self.articles.retain(|item| item.live);
        self.quizzes.retain(|item| item.live);
        self.did_you_knows.retain(|item| item.live);
        self.avatar_messages.retain(|item| item.live);
        self.videos.retain(|item| item.live);
        self.surveys.retain(|item| item.live);
        self.help_centers.retain(|item| item.live);
        self
    }

    /// How many items of each kind there are, categories first.
    pub fn counts(&self) -> [usize; 13] {
        [
            self.categories.len(),
            self.subcategories.len(),
            self.articles.len(),
            self.quizzes.len(),
            self.did_you_knows.len(),
            self.avatar_messages.len(),
            self.videos.len(),
            self.surveys.len(),
            self.help_centers.len(),
            self.help_center_attributes.len(),
            self.privacy_policy.len(),
            self.terms_and_conditions.len(),
            self.about.len(),
        ]
    }
}
