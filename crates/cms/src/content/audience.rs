//! Who an item is for: age restriction and content filter, which deployments define.

use actix_web::{HttpResponse, web};
use db::editing::{self, Item, Saved};
use domain::language::Language;
use server::error::Error;
use server::settings::Source;

use super::choices::Choice;
use super::show::NOTHING;
use super::{WRITE, json};
use crate::access::{Editor, Routes};
use crate::form::Submitted;
use crate::state::Cms;
use crate::texts::Texts;

/// One level of a list that a deployment defines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Level {
    /// What is stored, and what the app compares.
    pub value: i32,
    /// What editors read; empty for a word of our own.
    pub description: String,
}

/// The two lists.
#[derive(Clone, Debug)]
pub struct AudienceSettings {
    /// `AGE_LEVELS`: the age restrictions to choose from, in completed years, with commas
    /// between them; each may have a description after a colon (default
    /// `0,10,12,14,16,18`). 0 is everybody.
    pub ages: Vec<Level>,
    /// `CONTENT_FILTERS`: the content filters to choose from, as numbers with descriptions:
    /// `1:City,2:Village`. 0 is everybody and always there (default: none but that, and then
    /// pages leave filters out).
    pub filters: Vec<Level>,
}

impl AudienceSettings {
    /// Reads both lists; mistakes stay in `source`.
    pub fn read(source: &mut Source) -> AudienceSettings {
        AudienceSettings {
            ages: levels(source, "AGE_LEVELS", "0,10,12,14,16,18"),
            filters: levels(source, "CONTENT_FILTERS", ""),
        }
    }

    /// The age levels for a select: values and labels.
    pub fn age_options(&self, interface: Language) -> Vec<(String, String)> {
        pairs(self.age_choices(interface))
    }

    /// The content filters, likewise.
    pub fn filter_options(&self, interface: Language) -> Vec<(String, String)> {
        pairs(self.filter_choices(interface))
    }

    pub(super) fn age_choices(&self, interface: Language) -> Vec<Choice> {
        choices(&self.ages, interface, "content-from-age")
    }

    pub(super) fn filter_choices(&self, interface: Language) -> Vec<Choice> {
        choices(&self.filters, interface, "content-filter-number")
    }
}

fn levels(source: &mut Source, name: &'static str, default: &str) -> Vec<Level> {
    let text = source.text(name, default);
    let mut levels = vec![Level { value: 0, description: String::new() }];
    for part in text.split(',').map(str::trim).filter(|part| !part.is_empty()) {
        let (number, description) = part.split_once(':').unwrap_or((part, ""));
        let Ok(value) = number.trim().parse::<i32>() else {
            source.mistake(format!("{name} must be numbers such as 0,13:From 13,18"));
            return levels;
        };
        levels.retain(|level| level.value != value);
        levels.push(Level { value, description: description.trim().to_owned() });
    }
    levels.sort_by_key(|level| level.value);
    levels
}

fn choices(levels: &[Level], interface: Language, key: &str) -> Vec<Choice> {
    let texts = Texts::of(interface);
    levels
        .iter()
        .map(|level| Choice {
            value: level.value.to_string(),
            label: match level {
                Level { description, .. } if !description.is_empty() => description.clone(),
                Level { value: 0, .. } => texts.t("content-for-everybody").into_owned(),
                Level { value, .. } => texts.n(key, *value).into_owned(),
            },
            parent: None,
        })
        .collect()
}

fn pairs(choices: Vec<Choice>) -> Vec<(String, String)> {
    choices.into_iter().map(|choice| (choice.value, choice.label)).collect()
}

/// Adds both routes.
pub(super) fn routes(routes: &mut Routes<'_>) {
    routes.post("/api/age-restriction", WRITE, restrict_age).post(
        "/api/content-filter",
        WRITE,
        filter_content,
    );
}

/// `POST /api/age-restriction`: sets the age restriction `level` of the item `id` of the kind
/// `source`.
async fn restrict_age(
    editor: Editor,
    cms: web::Data<Cms>,
    submitted: Submitted,
) -> Result<HttpResponse, Error> {
    set(&cms, &editor, &submitted, "ageRestrictionLevel").await
}

/// `POST /api/content-filter`: sets the content filter, likewise.
async fn filter_content(
    editor: Editor,
    cms: web::Data<Cms>,
    submitted: Submitted,
) -> Result<HttpResponse, Error> {
    set(&cms, &editor, &submitted, "contentFilter").await
}

async fn set(
    cms: &web::Data<Cms>,
    editor: &Editor,
    submitted: &Submitted,
    column: &str,
) -> Result<HttpResponse, Error> {
    let levels = match column {
        "ageRestrictionLevel" => &cms.settings.audience.ages,
        _ => &cms.settings.audience.filters,
    };
    let level = submitted.text("level").trim().parse::<i32>().ok();
    let level = level
        .filter(|level| levels.iter().any(|known| known.value == *level))
        .ok_or_else(|| Error::bad("level is none of the levels that are set up here"))?;
    let item = Item::new(table(submitted.text("source"))?, submitted.text("id")).ok_or(NOTHING)?;
    let mut values = serde_json::Map::new();
    values.insert(column.to_owned(), level.into());
    if column == "ageRestrictionLevel" {
        values.insert("isAgeRestricted".to_owned(), (level > 0).into());
    }
    let (author, lang) = (editor.author(), editor.language.code());
    let saved = cms
        .db
        .run(move |connection| {
            Ok(editing::save_row(connection, &author, &item, lang, None, &values, &[])?)
        })
        .await?;
    match saved {
        Saved::Done(image) => Ok(json(&image)),
        _ => Err(NOTHING),
    }
}

/// The table by the name that the original's pages send.
fn table(source: &str) -> Result<&'static str, Error> {
    match source {
        "article" => Ok("article"),
        "quiz" => Ok("quiz"),
        "survey" => Ok("survey"),
        "did-you-know" => Ok("did_you_know"),
        _ => Err(Error::bad("source must be article, quiz, did-you-know or survey")),
    }
}
