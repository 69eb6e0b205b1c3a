//! `/mobile/help-center/:lang` and `/mobile/help-center-attribute/:lang`

use db::content::help_center::LiveHelpCenter;
use db::content::help_center_attribute::HelpCenterAttribute;
use serde::Serialize;
use utoipa::ToSchema;

/// A place that helps.
#[derive(Serialize, ToSchema)]
#[schema(title = "HelpCenter")]
pub struct HelpCenter {
    id: i32,
    title: String,
    caption: String,
    #[serde(rename = "contactOne")]
    contact_one: String,
    #[serde(rename = "contactTwo")]
    contact_two: String,
    address: String,
    /// Addresses, comma-separated.
    website: String,
    /// Country code.
    region: Option<String>,
    /// Province uids, comma-separated.
    #[serde(rename = "subRegion")]
    sub_region: Option<String>,
    pub(super) lang: String,
    #[serde(rename = "isAvailableNationwide")]
    is_available_nationwide: Option<bool>,
    /// Id of an attribute, a number: phones match it with the attribute list.
    #[serde(rename = "primaryAttributeId")]
    primary_attribute_id: Option<i32>,
    /// Ids of further attributes, comma-separated.
    #[serde(rename = "otherAttributes")]
    other_attributes: Option<String>,
    #[serde(rename = "isActive")]
    is_active: Option<bool>,
    #[serde(rename = "sortingKey")]
    sorting_key: i32,
}

impl From<LiveHelpCenter> for HelpCenter {
    fn from(row: LiveHelpCenter) -> Self {
        HelpCenter {
            id: row.id,
            title: row.title,
            caption: row.caption,
            contact_one: row.contact_one,
            contact_two: row.contact_two,
            address: row.address,
            website: row.website,
            region: row.region,
            sub_region: row.sub_region,
            lang: row.lang,
            is_available_nationwide: row.is_available_nationwide,
            primary_attribute_id: row.primary_attribute_id,
            other_attributes: row.other_attributes,
            is_active: row.is_active,
            sorting_key: row.sorting_key,
        }
    }
}

/// A kind of help, inactive ones included: help centers may still refer to them.
#[derive(Serialize, ToSchema)]
#[schema(title = "HelpCenterAttribute")]
pub struct Attribute {
    id: i32,
    name: String,
    emoji: String,
    #[serde(rename = "isActive")]
    is_active: Option<bool>,
    pub(super) lang: String,
}

impl From<HelpCenterAttribute> for Attribute {
    fn from(row: HelpCenterAttribute) -> Self {
        Attribute {
            id: row.id,
            name: row.name,
            emoji: row.emoji,
            is_active: row.is_active,
            lang: row.lang,
        }
    }
}
