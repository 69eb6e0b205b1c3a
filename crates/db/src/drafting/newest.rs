//! Publishing what each language has one of: a text whose versions are rows, or the banner.

use diesel::pg::PgConnection;
use diesel::prelude::*;
use serde_json::Value;

use super::publish::Publishing;
use crate::content::about_banner;
use crate::content::legal_text_version::{self, LegalText, take_turn};
use crate::editing::{Author, Saved, image};

/// Makes `publishing` what phones get, if they still get what they got when its draft was begun
/// (`base`). Where they get nothing any more, there is nothing to write over.
pub(super) fn save(
    connection: &mut PgConnection,
    author: &Author,
    publishing: &Publishing<'_>,
    base: Option<&str>,
) -> QueryResult<Saved> {
    let Publishing { item, lang, now, change_set, .. } = *publishing;
    let table = item.table().name;
    take_turn(connection, table, lang)?;
    let present = image(connection, item)?;
    if let Some(present) = present.filter(|present| base != Some(present.version.as_str())) {
        return Ok(Saved::Conflict(present));
    }
    let text = |column: &str| {
        publishing.values.get(column).and_then(Value::as_str).unwrap_or_default().to_owned()
    };
    match LegalText::of_table(table) {
        Some(legal) => {
            let json_dump = text("json_dump");
            legal_text_version::add(connection, author, legal, lang, &json_dump, now, change_set)?;
        }
        None => {
            about_banner::replace_in(connection, author, lang, &text("image"), now, change_set)?;
        }
    }
    Ok(image(connection, item)?.map_or(Saved::Missing, Saved::Done))
}
