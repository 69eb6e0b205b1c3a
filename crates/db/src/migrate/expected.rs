//! The columns of the original service's tables that our queries read or write.

use Kind::{Boolean, Integer, Json, Text, Timestamp, Uuid};

/// A column that our queries read or write.
#[derive(Clone, Copy, Debug)]
pub(super) struct Expected {
    pub(super) name: &'static str,
    pub(super) kind: Kind,
    pub(super) origin: Origin,
}

/// Since when a column exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    /// As long as its table: if it is missing, this is not a database we know.
    Base,
    /// The original gained it later: if it is missing, a migration adds it.
    Later,
}

/// A type as our queries need it.
#[derive(Clone, Copy, Debug)]
pub(super) enum Kind {
    Boolean,
    Integer,
    /// `json` and not `jsonb`, which would lose key order and refuse stores that phones wrote.
    Json,
    Text,
    /// Without time zone: the values are UTC without saying so.
    Timestamp,
    Uuid,
}

impl Kind {
    /// The type's standard name.
    pub(super) fn name(self) -> &'static str {
        match self {
            Boolean => "boolean",
            Integer => "integer",
            Json => "json",
            Text => "character varying",
            Timestamp => "timestamp without time zone",
            Uuid => "uuid",
        }
    }

    /// Whether a column of the type named `found` can be read and written as this kind.
    pub(super) fn accepts(self, found: &str) -> bool {
        found == self.name() || (matches!(self, Text) && found == "text")
    }
}

const fn base(name: &'static str, kind: Kind) -> Expected {
    Expected { name, kind, origin: Origin::Base }
}

const fn later(name: &'static str, kind: Kind) -> Expected {
    Expected { name, kind, origin: Origin::Later }
}

/// Every table of the original and its columns, except those that nothing of ours reads.
pub(super) const TABLES: &[(&str, &[Expected])] = &[
    (
        "about",
        &[
            base("id", Integer),
            base("json_dump", Text),
            base("timestamp", Timestamp),
            base("lang", Text),
        ],
    ),
    (
        "about_banner",
        &[
            base("id", Integer),
            base("image", Text),
            base("timestamp", Timestamp),
            base("lang", Text),
        ],
    ),
    (
        "analytics",
        &[
            base("id", Integer),
            base("type", Text),
            base("payload", Json),
            base("metadata", Json),
            base("date_created", Timestamp),
        ],
    ),
    (
        "app_event",
        &[
            base("id", Integer),
            base("local_id", Uuid),
            base("type", Text),
            base("payload", Json),
            base("metadata", Json),
            base("user_id", Text),
            base("created_at", Timestamp),
        ],
    ),
    (
        "article",
        &[
            base("id", Uuid),
            base("category", Text),
            base("subcategory", Text),
            base("article_heading", Text),
            base("article_text", Text),
            base("date_created", Timestamp),
            base("live", Boolean),
            base("lang", Text),
            later("sortingKey", Integer),
            later("voiceOverKey", Text),
            later("isAgeRestricted", Boolean),
            later("ageRestrictionLevel", Integer),
            later("contentFilter", Integer),
        ],
    ),
    (
        "avatar_messages",
        &[base("id", Uuid), base("content", Text), base("live", Boolean), base("lang", Text)],
    ),
    (
        "category",
        &[
            base("id", Uuid),
            base("title", Text),
            base("primary_emoji", Text),
            base("primary_emoji_name", Text),
            base("lang", Text),
            later("sortingKey", Integer),
        ],
    ),
    (
        "did_you_know",
        &[
            base("id", Uuid),
            base("title", Text),
            base("content", Text),
            base("isAgeRestricted", Boolean),
            base("live", Boolean),
            base("lang", Text),
            later("ageRestrictionLevel", Integer),
            later("contentFilter", Integer),
        ],
    ),
    (
        "help_center",
        &[
            base("id", Integer),
            base("title", Text),
            base("caption", Text),
            base("contactOne", Text),
            base("contactTwo", Text),
            base("address", Text),
            base("website", Text),
            base("lang", Text),
            later("region", Text),
            later("subRegion", Text),
            later("isAvailableNationwide", Boolean),
            later("primaryAttributeId", Integer),
            later("otherAttributes", Text),
            later("isActive", Boolean),
            later("sortingKey", Integer),
        ],
    ),
    (
        "help_center_attribute",
        &[
            base("id", Integer),
            base("name", Text),
            base("emoji", Text),
            base("isActive", Boolean),
            base("lang", Text),
        ],
    ),
    (
        "notification",
        &[
            base("id", Integer),
            base("title", Text),
            base("content", Text),
            base("date_sent", Text),
            base("status", Text),
            base("lang", Text),
        ],
    ),
    (
        "oky_user",
        &[
            base("id", Uuid),
            base("date_of_birth", Timestamp),
            base("gender", Text),
            base("location", Text),
            base("country", Text),
            base("province", Text),
            base("store", Json),
            base("nameHash", Text),
            base("passwordHash", Text),
            base("memorableQuestion", Text),
            base("memorableAnswer", Text),
            later("date_signed_up", Timestamp),
            later("date_account_saved", Timestamp),
            later("metadata", Json),
            later("avatar", Json),
        ],
    ),
    (
        "permanent_notification",
        &[
            base("id", Integer),
            base("message", Text),
            base("isPermanent", Boolean),
            base("live", Boolean),
            base("lang", Text),
            base("versions", Text),
        ],
    ),
    (
        "privacy_policy",
        &[
            base("id", Integer),
            base("json_dump", Text),
            base("timestamp", Timestamp),
            base("lang", Text),
        ],
    ),
    (
        "question",
        &[
            base("id", Uuid),
            base("question", Text),
            base("option1", Text),
            base("option2", Text),
            base("option3", Text),
            base("option4", Text),
            base("option5", Text),
            base("response", Text),
            base("is_multiple", Boolean),
            base("next_question", Json),
            base("sort_number", Text),
            base("surveyId", Uuid),
        ],
    ),
    (
        "quiz",
        &[
            base("id", Uuid),
            base("topic", Text),
            base("question", Text),
            base("option1", Text),
            base("option2", Text),
            base("option3", Text),
            base("right_answer", Text),
            base("wrong_answer_response", Text),
            base("right_answer_response", Text),
            base("isAgeRestricted", Boolean),
            base("live", Boolean),
            base("date_created", Timestamp),
            base("lang", Text),
            later("ageRestrictionLevel", Integer),
            later("contentFilter", Integer),
        ],
    ),
    (
        "subcategory",
        &[
            base("id", Uuid),
            base("title", Text),
            base("parent_category", Text),
            base("lang", Text),
            later("sortingKey", Integer),
        ],
    ),
    (
        "suggestion",
        &[
            base("id", Uuid),
            base("name", Text),
            base("dateRec", Text),
            base("organization", Text),
            base("platform", Text),
            base("reason", Text),
            base("email", Text),
            base("status", Text),
            base("content", Text),
            base("lang", Text),
        ],
    ),
    (
        "survey",
        &[
            base("id", Uuid),
            base("question", Text),
            base("option1", Text),
            base("option2", Text),
            base("option3", Text),
            base("option4", Text),
            base("option5", Text),
            base("response", Text),
            base("live", Boolean),
            base("date_created", Timestamp),
            base("lang", Text),
            base("isAgeRestricted", Boolean),
            base("is_multiple", Boolean),
            later("ageRestrictionLevel", Integer),
            later("contentFilter", Integer),
        ],
    ),
    (
        "terms_and_conditions",
        &[
            base("id", Integer),
            base("json_dump", Text),
            base("timestamp", Timestamp),
            base("lang", Text),
        ],
    ),
    (
        "user",
        &[
            base("id", Integer),
            base("username", Text),
            base("password", Text),
            base("lang", Text),
            base("date_created", Text),
            base("type", Text),
        ],
    ),
    (
        "video",
        &[
            base("id", Uuid),
            base("title", Text),
            base("youtubeId", Text),
            base("assetName", Text),
            base("live", Boolean),
            base("date_created", Timestamp),
            base("lang", Text),
            later("sortingKey", Integer),
        ],
    ),
];
