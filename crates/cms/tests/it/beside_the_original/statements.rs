//! One row of every table: as our routes take it, and the statement with which the original
//! stores the same.

use serde_json::{Value, json};
use testkit::database::SCHEMA;

use crate::documents::dump;

/// What is written.
pub(super) struct Sample {
    pub(super) table: &'static str,
    /// Where our cms takes it.
    pub(super) path: &'static str,
    pub(super) body: Value,
    /// The original's columns and values.
    columns: &'static str,
    values: String,
    /// The column that people read, and where phones read it.
    pub(super) text: &'static str,
    pub(super) phones: &'static str,
}

impl Sample {
    /// The original's statement.
    pub(super) fn insert(&self) -> String {
        let columns = self
            .columns
            .split(' ')
            .map(|name| format!("\"{name}\""))
            .collect::<Vec<_>>()
            .join(", ");
        format!("INSERT INTO \"{SCHEMA}\".\"{}\"({columns}) VALUES ({})", self.table, self.values)
    }
}

/// Rows of each kind of content, in a category and a subcategory that exist.
pub(super) fn kinds(category: &str, subcategory: &str) -> Vec<Sample> {
    let texts = |values: &str| format!("gen_random_uuid(), {values}");
    vec![
        Sample {
            table: "category",
            path: "/categories",
            body: json!({"title": "Body", "primary_emoji": "🌱", "primary_emoji_name": "growing"}),
            columns: "id title primary_emoji primary_emoji_name lang sortingKey",
            values: texts("'Body', '🌱', 'growing', 'en', DEFAULT"),
            text: "title",
            phones: "",
        },
        Sample {
            table: "subcategory",
            path: "/subcategories",
            body: json!({"title": "Changes", "parent_category": category}),
            columns: "id title parent_category lang sortingKey",
            values: texts(&format!("'Changes', '{category}', 'en', DEFAULT")),
            text: "title",
            phones: "",
        },
        Sample {
            table: "article",
            path: "/articles",
            body: json!({"article_heading": "A heading", "article_text": "Two lines\nof text", "category": category,
                "subcategory": subcategory, "ageRestrictionLevel": "12", "contentFilter": "0", "live": "true"}),
            columns: "id category subcategory article_heading article_text date_created live lang sortingKey voiceOverKey isAgeRestricted ageRestrictionLevel contentFilter",
            values: texts(&format!(
                "'{category}', '{subcategory}', 'A heading', E'Two lines\\nof text', DEFAULT, true, 'en', DEFAULT, DEFAULT, true, 12, 0"
            )),
            text: "article_heading",
            phones: "/mobile/articles/en",
        },
        Sample {
            table: "video",
            path: "/videos",
            body: json!({"title": "Film", "youtubeId": "dQw4w9WgXcQ", "assetName": "film", "live": "true"}),
            columns: "id title youtubeId assetName live date_created lang sortingKey",
            values: texts("'Film', 'dQw4w9WgXcQ', 'film', true, DEFAULT, 'en', DEFAULT"),
            text: "title",
            phones: "/mobile/videos/en",
        },
        Sample {
            table: "quiz",
            path: "/quiz",
            body: json!({"topic": "Topic", "question": "Which?", "option1": "a", "option2": "b", "option3": "c",
                "right_answer": "2", "right_answer_response": "yes", "wrong_answer_response": "no", "isAgeRestricted": "false", "live": "true"}),
            columns: "id topic question option1 option2 option3 right_answer wrong_answer_response right_answer_response isAgeRestricted live date_created lang ageRestrictionLevel contentFilter",
            values: texts("'Topic', 'Which?', 'a', 'b', 'c', '2', 'no', 'yes', false, true, DEFAULT, 'en', 0, 0"),
            text: "question",
            phones: "/mobile/quizzes/en",
        },
        Sample {
            table: "did_you_know",
            path: "/didyouknow",
            body: json!({"title": "Fact", "content": "A fact", "isAgeRestricted": "false", "live": "true"}),
            columns: "id title content isAgeRestricted live lang ageRestrictionLevel contentFilter",
            values: texts("'Fact', 'A fact', false, true, 'en', 0, 0"),
            text: "title",
            phones: "/mobile/didyouknows/en",
        },
        Sample {
            table: "avatar_messages",
            path: "/avatar-message",
            body: json!({"content": "Hello", "live": "true"}),
            columns: "id content live lang",
            values: texts("'Hello', true, 'en'"),
            text: "content",
            phones: "/mobile/avatar-messages/en",
        },
        Sample {
            table: "help_center_attribute",
            path: "/help-center-attributes",
            body: json!({"name": "Health", "emoji": "🏥", "isActive": "true"}),
            columns: "id name emoji isActive lang",
            values: "DEFAULT, 'Health', '🏥', true, 'en'".to_owned(),
            text: "name",
            phones: "/mobile/help-center-attribute/en",
        },
        Sample {
            table: "help_center",
            path: "/help-center",
            body: json!({"title": "Clinic", "caption": "For girls", "contactOne": "1", "contactTwo": "2", "address": "Main road",
                "website": "https://a.example,https://b.example", "region": "NP", "subRegion": "3111,3117",
                "isAvailableNationwide": "false", "primaryAttributeId": "900", "otherAttributes": "", "isActive": "true"}),
            columns: "id title caption contactOne contactTwo address website lang region subRegion isAvailableNationwide primaryAttributeId otherAttributes isActive sortingKey",
            values: "DEFAULT, 'Clinic', 'For girls', '1', '2', 'Main road', 'https://a.example,https://b.example', 'en', 'NP', '3111,3117', false, 900, NULL, true, DEFAULT".to_owned(),
            text: "title",
            phones: "/mobile/help-center/en",
        },
    ]
}

/// Rows of the tables that hold one thing per language, and of the alerts.
pub(super) fn documents() -> Vec<Sample> {
    let text = |table, path, phones| Sample {
        table,
        path,
        body: json!({"json_dump": dump("A heading", "A text"), "timestamp": "ignored"}),
        columns: "id json_dump timestamp lang",
        values: format!(
            "DEFAULT, '{}', now() AT TIME ZONE 'UTC', 'en'",
            dump("A heading", "A text")
        ),
        text: "json_dump",
        phones,
    };
    vec![
        text("about", "/about", "/mobile/about/en"),
        text("privacy_policy", "/privacy-policy", "/mobile/privacy-policy/en"),
        text("terms_and_conditions", "/terms-and-conditions", "/mobile/terms-and-conditions/en"),
        Sample {
            table: "permanent_notification",
            path: "/permanent-alert",
            body: json!({"message": "Please update", "versions": "1.0, 1.1", "isPermanent": "true", "live": "true"}),
            columns: "id message isPermanent live lang versions",
            values: "DEFAULT, 'Please update', true, true, 'en', '1.0, 1.1'".to_owned(),
            text: "message",
            phones: "/mobile/permanent-notification/1.1&en&u",
        },
    ]
}

/// A survey of one question, as the original stores it.
pub(super) fn survey(id: &str, question: &str) -> String {
    format!(
        r#"INSERT INTO "{SCHEMA}"."survey"("id", "question", "option1", "option2", "option3", "option4", "option5", "response",
               "live", "date_created", "lang", "isAgeRestricted", "is_multiple", "ageRestrictionLevel", "contentFilter")
           VALUES ('{id}', '', '', '', '', '', '', '', true, DEFAULT, 'en', false, true, DEFAULT, DEFAULT);
           INSERT INTO "{SCHEMA}"."question"("id", "question", "option1", "option2", "option3", "option4", "option5", "response",
               "is_multiple", "next_question", "sort_number", "surveyId")
           VALUES ('{question}', 'Do you?', 'Yes', 'No', '', '', '', '', true,
               '{{"option1":"","option2":"","option3":"","option4":"","option5":""}}', '0', '{id}')"#
    )
}
