//! Beside the form of a draft: when it is to be published, and with what.

use db::editing::Item;
use db::release::{self, Release};
use domain::language::Language;
use server::clock;

use super::time;

/// What the form shows.
pub(crate) struct Panel {
    /// The releases that are to publish the item: path, name, and when, in words.
    pub planned: Vec<(String, String, String)>,
    /// The releases that it can be put into: key and name.
    pub open: Vec<(String, String)>,
    /// Earliest time to choose.
    pub earliest: String,
}

impl Panel {
    /// For `item`.
    ///
    /// # Errors
    ///
    /// Diesel's own.
    pub(crate) fn load(
        connection: &mut db::Connection,
        item: &Item,
        language: Language,
    ) -> db::QueryResult<Panel> {
        let planned = release::of_item(connection, item)?;
        let open = release::open(connection)?;
        let when = |release: &Release| match release.publish_at {
            Some(at) if release.state == "scheduled" => time::in_words(at.0, language),
            _ => String::new(),
        };
        let is_planned = |id| planned.iter().any(|release| release.id == id);
        Ok(Panel {
            open: open
                .iter()
                .filter(|release| !is_planned(release.id))
                .map(|release| (release.id.to_string(), release.name.clone()))
                .collect(),
            planned: planned
                .iter()
                .map(|release| {
                    (format!("/releases/{}", release.id), release.name.clone(), when(release))
                })
                .collect(),
            earliest: time::for_field(clock::now()),
        })
    }
}
