//! Tables `privacy_policy`, `terms_and_conditions` and `about`.

use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::Text;
use domain::exchange::content::Block;
use serde::Deserialize;

#[derive(QueryableByName)]
struct Dump {
    #[diesel(sql_type = Text)]
    json_dump: String,
}

#[derive(Deserialize)]
struct StoredBlock {
    #[serde(default, rename = "type")]
    kind: String,
    #[serde(default)]
    content: String,
}

/// The paragraphs of the newest version. None where there is no version; a stored text that is
/// no list of paragraphs is one paragraph.
pub(super) fn newest(
    connection: &mut PgConnection,
    table: &str,
    lang: &str,
) -> QueryResult<Vec<Block>> {
    let query = format!("SELECT json_dump FROM {table} WHERE lang = $1 ORDER BY id DESC LIMIT 1");
    let found = diesel::sql_query(query).bind::<Text, _>(lang).get_result::<Dump>(connection);
    let Some(Dump { json_dump }) = found.optional()? else { return Ok(Vec::new()) };
    Ok(match serde_json::from_str::<Vec<StoredBlock>>(&json_dump) {
        Ok(blocks) => blocks
            .into_iter()
            .map(|block| Block { heading: block.kind == "HEADING", content: block.content })
            .collect(),
        Err(_) if json_dump.trim().is_empty() => Vec::new(),
        Err(_) => vec![Block { heading: false, content: json_dump }],
    })
}
