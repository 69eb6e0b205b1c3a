//! Every kind of content that has a list and a form.
//!
//! Limits are those of the original's forms in Nepal, rounded up where texts that were always
//! stored are longer, and wider in Nepali, which has fewer short words. They are counted in
//! characters as a reader sees them.

use super::checks;
use super::field::{Choices, Field};
use super::{FieldProblem, Kind, Values};

/// All of them, in the order of the menu.
pub const KINDS: [&Kind; 9] = [
    &ARTICLE,
    &CATEGORY,
    &SUBCATEGORY,
    &VIDEO,
    &QUIZ,
    &DID_YOU_KNOW,
    &AVATAR_MESSAGE,
    &HELP_CENTER,
    &HELP_CENTER_ATTRIBUTE,
];

/// The kind whose table is `table`.
pub fn of_table(table: &str) -> Option<&'static Kind> {
    KINDS.into_iter().find(|kind| kind.table == table)
}

fn nothing_more(_: &Values, _: &mut Vec<FieldProblem>) {}

const AGE: Field = Field::number("ageRestrictionLevel", Choices::AgeLevels);
const FILTER: Field = Field::number("contentFilter", Choices::ContentFilters);

/// Articles of the encyclopedia.
pub static ARTICLE: Kind = Kind {
    table: "article",
    name: "article",
    page: "/encyclopedia",
    path: "/articles",
    fields: &[
        Field::line("article_heading", 140).required().listed(),
        Field::choice("category", Choices::Categories).required().listed(),
        Field::choice("subcategory", Choices::Subcategories).required().listed(),
        Field::text("article_text", 0).required(),
        AGE,
        FILTER,
        Field::flag("live").listed(),
    ],
    heading: "article_heading",
    live: Some("live"),
    ordered: true,
    parent: Some("subcategory"),
    audience: true,
    unique: &[&["article_heading"]],
    check: nothing_more,
};

/// Categories of the encyclopedia.
pub static CATEGORY: Kind = Kind {
    table: "category",
    name: "category",
    page: "/categories-management",
    path: "/categories",
    fields: &[
        Field::line("title", 35).in_nepali(45).required().listed(),
        Field::emoji("primary_emoji").required().listed(),
        Field::line("primary_emoji_name", 25).in_nepali(30).required().listed(),
    ],
    heading: "title",
    live: None,
    ordered: true,
    parent: None,
    audience: false,
    unique: &[&["title"], &["primary_emoji"]],
    check: nothing_more,
};

/// Subcategories of the encyclopedia.
pub static SUBCATEGORY: Kind = Kind {
    table: "subcategory",
    name: "subcategory",
    page: "/subcategories-management",
    path: "/subcategories",
    fields: &[
        Field::line("title", 40).in_nepali(50).required().listed(),
        Field::choice("parent_category", Choices::Categories).required().listed(),
    ],
    heading: "title",
    live: None,
    ordered: true,
    parent: Some("parent_category"),
    audience: false,
    unique: &[&["title", "parent_category"]],
    check: nothing_more,
};

/// Videos.
pub static VIDEO: Kind = Kind {
    table: "video",
    name: "video",
    page: "/video-management",
    path: "/videos",
    fields: &[
        Field::line("title", 40).required().listed(),
        Field::line("youtubeId", 0).nullable().listed(),
        Field::line("assetName", 100).nullable().listed(),
        Field::flag("live").listed(),
    ],
    heading: "title",
    live: Some("live"),
    ordered: true,
    parent: None,
    audience: false,
    unique: &[&["title"]],
    check: checks::video,
};

/// Quizzes: a question, three options, one of them right.
pub static QUIZ: Kind = Kind {
    table: "quiz",
    name: "quiz",
    page: "/quiz-management",
    path: "/quiz",
    fields: &[
        Field::line("topic", 100).required().listed(),
        Field::text("question", 200).required().listed(),
        Field::line("option1", 80).required(),
        Field::line("option2", 80).required(),
        Field::line("option3", 80).required(),
        Field::choice("right_answer", Choices::RightAnswers).required().listed(),
        Field::text("right_answer_response", 300).required(),
        Field::text("wrong_answer_response", 300).required(),
        AGE,
        FILTER,
        Field::flag("live").listed(),
    ],
    heading: "question",
    live: Some("live"),
    ordered: false,
    parent: None,
    audience: true,
    unique: &[],
    check: checks::quiz,
};

/// Facts that begin with "did you know".
pub static DID_YOU_KNOW: Kind = Kind {
    table: "did_you_know",
    name: "did-you-know",
    page: "/didyouknow-management",
    path: "/didyouknow",
    fields: &[
        Field::line("title", 60).required().listed(),
        Field::text("content", 200).required().listed(),
        AGE,
        FILTER,
        Field::flag("live").listed(),
    ],
    heading: "title",
    live: Some("live"),
    ordered: false,
    parent: None,
    audience: true,
    unique: &[],
    check: nothing_more,
};

/// What the avatar says.
pub static AVATAR_MESSAGE: Kind = Kind {
    table: "avatar_messages",
    name: "avatar-message",
    page: "/avatar-message-management",
    path: "/avatar-message",
    fields: &[
        Field::text("content", 120).in_nepali(140).required().listed(),
        Field::flag("live").listed(),
    ],
    heading: "content",
    live: Some("live"),
    ordered: false,
    parent: None,
    audience: false,
    unique: &[],
    check: nothing_more,
};

/// Places that help.
pub static HELP_CENTER: Kind = Kind {
    table: "help_center",
    name: "help-center",
    page: "/help-center-management",
    path: "/help-center",
    fields: &[
        Field::line("title", 120).required().listed(),
        Field::text("caption", 300).required().listed(),
        Field::line("contactOne", 60).required().listed(),
        Field::line("contactTwo", 60),
        Field::line("address", 200),
        Field::lines("website"),
        Field::flag("isAvailableNationwide"),
        Field::choice("region", Choices::Countries).nullable(),
        Field::several("subRegion", Choices::Provinces).nullable().listed(),
        Field::number("primaryAttributeId", Choices::Attributes).required().nullable().listed(),
        Field::several("otherAttributes", Choices::Attributes).nullable(),
        Field::flag("isActive").listed(),
    ],
    heading: "title",
    live: Some("isActive"),
    ordered: true,
    parent: None,
    audience: false,
    unique: &[],
    check: checks::help_center,
};

/// What a help center offers.
pub static HELP_CENTER_ATTRIBUTE: Kind = Kind {
    table: "help_center_attribute",
    name: "help-center-attribute",
    page: "/help-center-attribute-management",
    path: "/help-center-attributes",
    fields: &[
        Field::line("name", 40).required().listed(),
        Field::emoji("emoji").required().listed(),
        Field::flag("isActive").listed(),
    ],
    heading: "name",
    live: Some("isActive"),
    ordered: false,
    parent: None,
    audience: false,
    unique: &[&["name"]],
    check: nothing_more,
};
