//! Tables `help_center` and `help_center_attribute`.

use diesel::pg::PgConnection;
use diesel::prelude::*;
use domain::exchange::content::{HelpCenter, HelpCenterAttribute};
use serde::Deserialize;

use super::{Wanted, rows};

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct HelpCenterRow {
    id: i32,
    title: String,
    caption: String,
    contact_one: String,
    contact_two: String,
    address: String,
    website: String,
    region: Option<String>,
    sub_region: Option<String>,
    is_available_nationwide: Option<bool>,
    primary_attribute_id: Option<i32>,
    other_attributes: Option<String>,
    is_active: Option<bool>,
}

pub(super) fn centers(
    connection: &mut PgConnection,
    wanted: &Wanted<'_>,
) -> QueryResult<Vec<HelpCenter>> {
    let order = r#"item."sortingKey", item.id"#;
    let found = rows::<HelpCenterRow>(connection, "help_center AS item", order, wanted)?;
    Ok(found
        .into_iter()
        .map(|(row, version)| HelpCenter {
            id: row.id.to_string(),
            title: row.title,
            caption: row.caption,
            contact_one: row.contact_one,
            contact_two: row.contact_two,
            address: row.address,
            website: row.website,
            region: row.region,
            sub_region: row.sub_region,
            // The database's own default.
            is_available_nationwide: row.is_available_nationwide.unwrap_or(true),
            primary_attribute: row.primary_attribute_id,
            other_attributes: row.other_attributes,
            live: row.is_active.unwrap_or(false),
            version,
        })
        .collect())
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct AttributeRow {
    id: i32,
    name: String,
    emoji: String,
    is_active: Option<bool>,
}

pub(super) fn attributes(
    connection: &mut PgConnection,
    wanted: &Wanted<'_>,
) -> QueryResult<Vec<HelpCenterAttribute>> {
    let found =
        rows::<AttributeRow>(connection, "help_center_attribute AS item", "item.id", wanted)?;
    Ok(found
        .into_iter()
        .map(|(row, version)| HelpCenterAttribute {
            id: row.id.to_string(),
            name: row.name,
            emoji: row.emoji,
            live: row.is_active.unwrap_or(true),
            version,
        })
        .collect())
}
