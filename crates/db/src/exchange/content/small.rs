//! Tables `quiz`, `did_you_know`, `avatar_messages` and `video`.

use diesel::pg::PgConnection;
use diesel::prelude::*;
use domain::exchange::content::{AvatarMessage, DidYouKnow, Quiz, Video};
use serde::Deserialize;

use super::{AudienceColumns, Wanted, rows};

#[derive(Deserialize)]
struct QuizRow {
    id: String,
    topic: String,
    question: String,
    option1: String,
    option2: String,
    option3: String,
    right_answer: String,
    wrong_answer_response: String,
    right_answer_response: String,
    live: bool,
    #[serde(flatten)]
    audience: AudienceColumns,
}

pub(super) fn quizzes(
    connection: &mut PgConnection,
    wanted: &Wanted<'_>,
) -> QueryResult<Vec<Quiz>> {
    let found = rows::<QuizRow>(connection, "quiz AS item", "item.topic, item.id", wanted)?;
    Ok(found
        .into_iter()
        .map(|(row, version)| Quiz {
            id: row.id,
            topic: row.topic,
            question: row.question,
            options: [row.option1, row.option2, row.option3],
            right_answer: row.right_answer.trim().to_owned(),
            wrong_answer_response: row.wrong_answer_response,
            right_answer_response: row.right_answer_response,
            live: row.live,
            audience: row.audience.into(),
            version,
        })
        .collect())
}

#[derive(Deserialize)]
struct DidYouKnowRow {
    id: String,
    title: String,
    content: String,
    live: bool,
    #[serde(flatten)]
    audience: AudienceColumns,
}

pub(super) fn did_you_knows(
    connection: &mut PgConnection,
    wanted: &Wanted<'_>,
) -> QueryResult<Vec<DidYouKnow>> {
    let found =
        rows::<DidYouKnowRow>(connection, "did_you_know AS item", "item.title, item.id", wanted)?;
    Ok(found
        .into_iter()
        .map(|(row, version)| DidYouKnow {
            id: row.id,
            title: row.title,
            content: row.content,
            live: row.live,
            audience: row.audience.into(),
            version,
        })
        .collect())
}

#[derive(Deserialize)]
struct AvatarMessageRow {
    id: String,
    content: String,
    live: bool,
}

pub(super) fn avatar_messages(
    connection: &mut PgConnection,
    wanted: &Wanted<'_>,
) -> QueryResult<Vec<AvatarMessage>> {
    let found = rows::<AvatarMessageRow>(connection, "avatar_messages AS item", "item.id", wanted)?;
    Ok(found
        .into_iter()
        .map(|(row, version)| AvatarMessage {
            id: row.id,
            content: row.content,
            live: row.live,
            version,
        })
        .collect())
}

#[derive(Deserialize)]
struct VideoRow {
    id: String,
    title: String,
    #[serde(rename = "youtubeId")]
    youtube_id: Option<String>,
    #[serde(rename = "assetName")]
    asset_name: Option<String>,
    live: bool,
}

pub(super) fn videos(
    connection: &mut PgConnection,
    wanted: &Wanted<'_>,
) -> QueryResult<Vec<Video>> {
    let found =
        rows::<VideoRow>(connection, "video AS item", r#"item."sortingKey", item.id"#, wanted)?;
    Ok(found
        .into_iter()
        .map(|(row, version)| Video {
            id: row.id,
            title: row.title,
            youtube_id: row.youtube_id.unwrap_or_default(),
            asset_name: row.asset_name.unwrap_or_default(),
            live: row.live,
            version,
        })
        .collect())
}
