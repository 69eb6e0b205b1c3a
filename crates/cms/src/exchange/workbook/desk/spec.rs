//! Which columns of a sheet belong to which row of the database.

use super::super::columns;

/// How a column of a row stands in the sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    /// The old text, and beside it an empty cell for the new one.
    Beside,
    /// One cell that is written over.
    InPlace,
}

/// A row of the database within a row of a sheet.
#[derive(Debug)]
pub(super) struct Spec {
    pub(super) table: &'static str,
    /// The column with its key.
    pub(super) id: &'static str,
    /// The column with its state.
    pub(super) version: &'static str,
    /// Its columns, and theirs in the sheet.
    pub(super) fields: &'static [(&'static str, &'static str, Mode)],
}

use Mode::{Beside, InPlace};

const CATEGORY: Spec = Spec {
    table: "category",
    id: "cat_id",
    version: "cat_version",
    fields: &[
        ("title", "category_title", Beside),
        ("primary_emoji", "primary_emoji", InPlace),
        ("primary_emoji_name", "primary_emoji_name", InPlace),
    ],
};

const SUBCATEGORY: Spec = Spec {
    table: "subcategory",
    id: "subcat_id",
    version: "subcat_version",
    fields: &[("title", "subcategory_title", Beside)],
};

const ARTICLE: Spec = Spec {
    table: "article",
    id: "id",
    version: "version",
    fields: &[
        ("article_heading", "article_heading", Beside),
        ("article_text", "article_text", Beside),
        ("ageRestrictionLevel", "ageRestrictionLevel", InPlace),
        ("contentFilter", "contentFilter", InPlace),
        ("live", "live", InPlace),
    ],
};

const QUIZ: Spec = Spec {
    table: "quiz",
    id: "id",
    version: "version",
    fields: &[
        ("topic", "topic", Beside),
        ("question", "question", Beside),
        ("option1", "option1", Beside),
        ("option2", "option2", Beside),
        ("option3", "option3", Beside),
        ("right_answer", "right_answer", Beside),
        ("wrong_answer_response", "wrong_answer_response", Beside),
        ("right_answer_response", "right_answer_response", Beside),
        ("ageRestrictionLevel", "ageRestrictionLevel", InPlace),
        ("contentFilter", "contentFilter", InPlace),
        ("live", "live", InPlace),
    ],
};

const FACT: Spec = Spec {
    table: "did_you_know",
    id: "id",
    version: "version",
    fields: &[
        ("title", "title", Beside),
        ("content", "content", Beside),
        ("ageRestrictionLevel", "ageRestrictionLevel", InPlace),
        ("contentFilter", "contentFilter", InPlace),
        ("live", "live", InPlace),
    ],
};

const AVATAR_MESSAGE: Spec = Spec {
    table: "avatar_messages",
    id: "id",
    version: "version",
    fields: &[("content", "content", Beside), ("live", "live", InPlace)],
};

const HELP_CENTER: Spec = Spec {
    table: "help_center",
    id: "id",
    version: "version",
    fields: &[
        ("title", "title", Beside),
        ("caption", "caption", Beside),
        ("contactOne", "contactOne", Beside),
        ("contactTwo", "contactTwo", Beside),
        ("address", "address", Beside),
        ("website", "website", Beside),
        ("region", "region", InPlace),
        ("subRegion", "subRegion", InPlace),
        ("isAvailableNationwide", "isAvailableNationwide", InPlace),
        ("primaryAttributeId", "primaryAttributeId", InPlace),
        ("otherAttributes", "otherAttributes", InPlace),
        ("isActive", "isActive", InPlace),
    ],
};

const ATTRIBUTE: Spec = Spec {
    table: "help_center_attribute",
    id: "id",
    version: "version",
    fields: &[
        ("name", "name", Beside),
        ("emoji", "emoji", InPlace),
        ("isActive", "isActive", InPlace),
    ],
};

const VIDEO: Spec = Spec {
    table: "video",
    id: "id",
    version: "version",
    fields: &[
        ("title", "title", Beside),
        ("youtubeId", "youtubeId", Beside),
        ("assetName", "assetName", Beside),
        ("live", "live", InPlace),
    ],
};

/// A row of the sheet is a question; what is not of the question is of its survey.
const SURVEY: Spec = Spec {
    table: "survey",
    id: "survey_id",
    version: "version",
    fields: &[
        ("ageRestrictionLevel", "ageRestrictionLevel", InPlace),
        ("contentFilter", "contentFilter", InPlace),
        ("live", "live", InPlace),
    ],
};

/// The texts of a question.
pub(super) const QUESTION: &[(&str, &str, Mode)] = &[
    ("question", "question", Beside),
    ("option1", "option1", Beside),
    ("option2", "option2", Beside),
    ("option3", "option3", Beside),
    ("option4", "option4", Beside),
    ("option5", "option5", Beside),
    ("response", "response", Beside),
];

/// The rows of the database within a row of a sheet about `about`; `None` for a sheet that is
/// not taken in.
pub(super) fn of_sheet(about: &str) -> Option<&'static [Spec]> {
    Some(match about {
        columns::ARTICLES_NAME => &[CATEGORY, SUBCATEGORY, ARTICLE],
        columns::QUIZZES_NAME => &[QUIZ],
        columns::FACTS_NAME => &[FACT],
        columns::AVATARS_NAME => &[AVATAR_MESSAGE],
        columns::HELP_NAME => &[HELP_CENTER],
        columns::ATTRIBUTES_NAME => &[ATTRIBUTE],
        columns::VIDEOS_NAME => &[VIDEO],
        columns::SURVEYS_NAME => &[SURVEY],
        _ => return None,
    })
}

/// How the column `name` of a sheet about `about` stands there, if it is filled in at all.
pub(super) fn mode(about: &str, name: &str) -> Option<Mode> {
    let of_specs = of_sheet(about)?.iter().flat_map(|spec| spec.fields);
    let questions = if about == columns::SURVEYS_NAME { QUESTION } else { &[] };
    of_specs.chain(questions).find(|(_, column, _)| *column == name).map(|(_, _, mode)| *mode)
}

/// The kind of content and its column behind the column `name` of a sheet.
pub(super) fn field(about: &str, name: &str) -> Option<(&'static str, &'static str)> {
    of_sheet(about)?.iter().find_map(|spec| {
        let found = spec.fields.iter().find(|(_, column, _)| *column == name)?;
        Some((spec.table, found.0))
    })
}

/// How the column of the row of the database stands in the sheet.
pub(super) fn mode_of(spec: &Spec, column: &str) -> Option<Mode> {
    let questions = if spec.table == "survey" { QUESTION } else { &[] };
    let mut all = spec.fields.iter().chain(questions);
    all.find(|(known, _, _)| *known == column).map(|(_, _, mode)| *mode)
}
