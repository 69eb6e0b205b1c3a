//! Publishing a release: all of it or nothing.

use db::drafting::{self, Saving};
use db::editing::{self, Author, Undone};
use db::release::{self, Release, ReleaseItem};
use domain::language::Language;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::content::AudienceSettings;
use crate::drafts::{Outcome, Publishing, Subject, publish};

/// Why an item keeps a release from being published.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Obstacle {
    /// Table of the row.
    pub item_table: String,
    /// Key of the row.
    pub item_id: String,
    /// What people know it by.
    pub heading: String,
    /// A word for the reason: `gone`, `changed`, `behind`, `four-eyes` or `wrong`.
    pub reason: String,
    /// For `wrong`: what is wrong with which fields.
    pub told: Vec<String>,
}

/// What became of a release.
pub(crate) enum Released {
    /// All of it is in the app.
    Done(usize),
    /// None of it, for these reasons.
    Refused(Vec<Obstacle>),
    /// It is not there, or not in a state to be published, or has no items.
    Not,
}

/// Which release is to be published.
#[derive(Clone, Copy, Debug)]
pub(crate) enum When {
    /// One that is being put together, with its drafts as they are now.
    Now,
    /// One that waits for this time, in milliseconds since 1970.
    At(i64),
}

impl When {
    fn meets(self, release: &Release) -> bool {
        match self {
            When::Now => release.is_open(),
            When::At(at) => {
                let appointed = release.publish_at.map(|appointed| appointed.0.millis());
                release.state == "scheduled" && appointed == Some(at)
            }
        }
    }
}

/// Publishes a release in one transaction.
///
/// # Errors
///
/// Diesel's own; nothing is written then.
pub(crate) fn publish_release(
    connection: &mut db::Connection,
    audience: &AudienceSettings,
    four_eyes: bool,
    author: &Author,
    id: Uuid,
    when: When,
) -> db::QueryResult<Released> {
    let mut obstacles = Vec::new();
    let result = db::transaction(connection, |connection| {
        let Some(found) = release::lock(connection, id)?.filter(|found| when.meets(found)) else {
            return Ok(Released::Not);
        };
        if matches!(when, When::Now) {
            release::pin(connection, id)?;
        }
        let items = release::items(connection, found.id)?;
        if items.is_empty() {
            return Ok(Released::Not);
        }
        release::keep_translations(connection, found.id)?;
        let change_set = Uuid::new_v4();
        for item in &items {
            let outcome = publish_item(connection, audience, four_eyes, author, item, change_set)?;
            obstacles.extend(outcome);
        }
        if !obstacles.is_empty() {
            return Err(db::ROLL_BACK);
        }
        release::published(connection, found.id, author, change_set)?;
        Ok(Released::Done(items.len()))
    });
    if obstacles.is_empty() {
        return result;
    }
    let json = serde_json::json!(obstacles).to_string();
    release::failed(connection, id, &json)?;
    Ok(Released::Refused(obstacles))
}

fn publish_item(
    connection: &mut db::Connection,
    audience: &AudienceSettings,
    four_eyes: bool,
    author: &Author,
    listed: &ReleaseItem,
    change_set: Uuid,
) -> db::QueryResult<Option<Obstacle>> {
    let obstacle = |reason: &str, told: Vec<String>| {
        Some(Obstacle {
            item_table: listed.item_table.clone(),
            item_id: listed.item_id.clone(),
            heading: listed.heading.clone(),
            reason: reason.to_owned(),
            told,
        })
    };
    let (Some(subject), Some(item), Some(language)) =
        (Subject::of_table(&listed.item_table), listed.item(), Language::from_code(&listed.lang))
    else {
        return Ok(obstacle("gone", Vec::new()));
    };
    let asked = Publishing {
        subject,
        language,
        audience,
        author,
        four_eyes,
        item: &item,
        seen: Some(listed.draft_version),
        live: true,
        // Whoever put it there has read the check-list.
        accepted: true,
        change_set,
    };
    Ok(match publish(connection, &asked)? {
        Outcome::Done(_) => None,
        Outcome::Missing => obstacle("gone", Vec::new()),
        Outcome::Changed => obstacle("changed", Vec::new()),
        Outcome::Behind => obstacle("behind", Vec::new()),
        Outcome::FourEyes { .. } => obstacle("four-eyes", Vec::new()),
        Outcome::Refused(_, wrong) => obstacle("wrong", wrong.told()),
        Outcome::Answered(_) => obstacle("wrong", Vec::new()),
    })
}

/// Takes a published release back: phones see again what they saw before, and its texts are
/// drafts again.
///
/// # Errors
///
/// Diesel's own; nothing is written then.
pub(crate) fn roll_back_release(
    connection: &mut db::Connection,
    author: &Author,
    id: Uuid,
) -> db::QueryResult<Undone> {
    db::transaction(connection, |connection| {
        let found = release::lock(connection, id)?.filter(|found| found.state == "published");
        let Some(change_set) = found.and_then(|found| found.change_set) else {
            return Ok(Undone::Missing);
        };
        let undone = editing::undo_changes(connection, author, change_set)?;
        if matches!(undone, Undone::Done(_)) {
            for listed in release::items(connection, id)? {
                draft_again(connection, author, &listed)?;
            }
            release::translated_again(connection, id)?;
            release::rolled_back(connection, id)?;
        }
        Ok(undone)
    })
}

/// Makes what was published of an item its draft again, where there is no newer one.
fn draft_again(
    connection: &mut db::Connection,
    author: &Author,
    listed: &ReleaseItem,
) -> db::QueryResult<()> {
    let Some(item) = listed.item() else { return Ok(()) };
    if drafting::find(connection, &item)?.is_some() {
        return Ok(());
    }
    let history = drafting::history(connection, &item, 20)?;
    let Some(published) = history.iter().find(|done| done.action == "publish") else {
        return Ok(());
    };
    let values = serde_json::from_str(&published.values.0).unwrap_or_default();
    let saving = Saving {
        item: &item,
        lang: &listed.lang,
        seen: None,
        seen_row: None,
        values: &values,
        automatic: false,
        new: true,
    };
    drafting::save(connection, author, &saving).map(drop)
}
