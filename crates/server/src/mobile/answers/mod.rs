//! What each section's route answers: one file per kind, keys in the order the original
//! sends them.

pub mod article;
pub mod avatar_message;
pub mod did_you_know;
pub mod help_center;
pub mod notification;
pub mod quiz;
pub mod survey;
pub mod video;

use std::collections::BTreeMap;

use db::types::Stamp;
use domain::moment::Moment;
use serde::Serialize;

/// A row that belongs to a language.
pub(super) trait InLanguage {
    fn lang(&self) -> &str;
}

macro_rules! in_language {
    ($($answer:ty),*) => { $(impl InLanguage for $answer { fn lang(&self) -> &str { &self.lang } })* };
}
in_language!(
    article::Article,
    video::Video,
    quiz::Quiz,
    did_you_know::DidYouKnow,
    help_center::HelpCenter,
    help_center::Attribute,
    avatar_message::AvatarMessage,
    survey::Survey,
    notification::Notification
);

/// Rows to one JSON array per language, in the order of the rows.
pub(super) fn by_language<Row, Answer: Serialize + InLanguage>(
    rows: Vec<Row>,
    answer: impl Fn(Row) -> Answer,
) -> Result<BTreeMap<String, String>, serde_json::Error> {
    let mut lists: BTreeMap<String, Vec<Answer>> = BTreeMap::new();
    for answer in rows.into_iter().map(answer) {
        lists.entry(answer.lang().to_owned()).or_default().push(answer);
    }
    lists.into_iter().map(|(lang, list)| Ok((lang, serde_json::to_string(&list)?))).collect()
}

/// A time as JavaScript writes it; `null` beyond its range.
pub(super) fn iso(stamp: Stamp) -> Option<String> {
    stamp.0.map(Moment::to_iso)
}
