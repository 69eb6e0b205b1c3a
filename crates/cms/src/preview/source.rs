//! Where the text that is judged comes from: the form, the draft, or the row.

use std::collections::BTreeMap;

use db::drafting;
use db::editing::{self, Item, TABLES, Table};
use db::other_half;
use domain::content::{Values, kinds};
use domain::document::{self, Block};
use domain::language::Language;
use domain::survey::question::{self, Kind, OPTIONS, Question, read_jumps};
use serde_json::Value;
use server::error::Error;
use uuid::Uuid;

use crate::access::Editor;
use crate::content::choices::ChoiceSet;
use crate::form::Submitted;
use crate::pages::Frame;
use crate::state::Cms;
use crate::{documents, surveys};

/// In place of a key: an item that does not exist yet.
pub(crate) const NEW: &str = "new";

const NOTHING: Error = Error::NotFound("there is no such item in this language");

/// The tables whose rows the app shows as texts.
const SHOWN: [&str; 15] = [
    "article",
    "category",
    "subcategory",
    "video",
    "quiz",
    "did_you_know",
    "avatar_messages",
    "help_center",
    "help_center_attribute",
    "survey",
    "about",
    "privacy_policy",
    "terms_and_conditions",
    "notification",
    "permanent_notification",
];

/// The text of an item.
#[derive(Clone, Debug)]
pub(crate) struct Source {
    /// Its table.
    pub table: &'static Table,
    /// Its key; `None` for a new one.
    pub item: Option<Item>,
    /// The language it is in.
    pub language: Language,
    /// Its columns.
    pub values: Values,
    /// Where they come from.
    pub origin: Origin,
    /// The languages of the row and of the one it is paired with.
    pub halves: Vec<Language>,
}

/// Where a text comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    /// What is typed and not saved.
    Form,
    /// The draft.
    Draft,
    /// The row, which the app shows if it is live.
    Row,
    /// Nowhere: a new item.
    Nothing,
}

/// The table of that name, if the app shows its rows as texts.
pub(crate) fn table(name: &str) -> Result<&'static Table, Error> {
    TABLES
        .iter()
        .find(|table| table.name == name && SHOWN.contains(&name))
        .ok_or(Error::NotFound("the app shows nothing of that name"))
}

impl Source {
    /// What is stored of the item: its draft, or else its row.
    ///
    /// # Errors
    ///
    /// 404 for what does not exist in the language that the editor works in.
    pub(crate) async fn stored(
        cms: &Cms,
        editor: &Editor,
        table: &'static Table,
        id: &str,
    ) -> Result<Source, Error> {
        let language = editor.language;
        if id == NEW {
            let values = kinds::of_table(table.name).map(domain::content::Kind::blank);
            return Ok(Source {
                table,
                item: None,
                language,
                values: values.unwrap_or_default(),
                origin: Origin::Nothing,
                halves: vec![language],
            });
        }
        let item = Item::new(table.name, id).ok_or(NOTHING)?;
        let wanted = item.clone();
        let found = cms
            .db
            .run(move |connection| {
                let other = other_half::find(connection, &wanted)?;
                Ok((read(connection, &wanted, language.code())?, other))
            })
            .await?;
        // What each language has one of can be written before it is there.
        let is_own = item.newest_of() == Some(language);
        let nothing = || is_own.then(|| (Values::new(), Origin::Nothing));
        let (found, other) = found;
        let (values, origin) = found.or_else(nothing).ok_or(NOTHING)?;
        let mut halves = vec![language];
        halves.extend(other.and_then(|(_, lang)| Language::from_code(&lang)));
        halves.sort_by_key(|half| half.code());
        Ok(Source { table, item: Some(item), language, values, origin, halves })
    }

    /// The row it is paired with. An editor who works in one language reads the other here:
    /// she translates from it.
    pub(crate) async fn other_half(&self, cms: &Cms) -> Result<Option<Source>, Error> {
        let Some(item) = self.item.clone() else { return Ok(None) };
        let found = cms
            .db
            .run(move |connection| {
                let Some((other, lang)) = other_half::find(connection, &item)? else {
                    return Ok(None);
                };
                Ok(read(connection, &other, &lang)?.map(|text| (other, lang, text)))
            })
            .await?;
        Ok(found.and_then(|(item, lang, (values, origin))| {
            Some(Source {
                table: self.table,
                item: Some(item),
                language: Language::from_code(&lang)?,
                values,
                origin,
                halves: self.halves.clone(),
            })
        }))
    }

    /// The same with what a form holds in place of what is stored.
    ///
    /// # Errors
    ///
    /// 400 for a form that cannot be read.
    pub(crate) async fn typed(
        mut self,
        cms: &Cms,
        frame: &Frame,
        submitted: &Submitted,
    ) -> Result<Source, Error> {
        self.origin = Origin::Form;
        let name = self.table.name;
        if let Some(kind) = kinds::of_table(name) {
            let (content, interface) = (self.language, frame.language);
            let audience = cms.settings.audience.clone();
            let choices = cms
                .db
                .run(move |connection| {
                    Ok(ChoiceSet::load(connection, kind, content, interface, &audience)?)
                })
                .await?;
            // What is wrong with it is told when it is saved.
            let before = Some(&self.values);
            let (values, _) =
                domain::content::read(kind, content, submitted, before, &choices.lists());
            self.values = values;
        } else if name == "survey" {
            let questions = surveys::typed(submitted)?;
            self.values.insert("questions".to_owned(), written(&questions));
        } else if let Some(blocks) = documents::typed(submitted)? {
            self.values.insert("json_dump".to_owned(), document::write(&blocks).into());
        } else {
            for (column, value) in submitted.pairs() {
                if ["title", "content", "message", "isPermanent"].contains(&column.as_str()) {
                    self.values.insert(column.clone(), value.clone().into());
                }
            }
        }
        Ok(self)
    }

    /// The questions of a survey; those of the old kind have one, in the survey's own row.
    pub(crate) fn questions(&self) -> Vec<Question> {
        match self.values.get("questions") {
            Some(Value::Array(rows)) if !rows.is_empty() => {
                rows.iter().map(|row| question_of(row, rows.len())).collect()
            }
            _ => {
                let row = Value::Object(self.values.clone().into_iter().collect());
                let question = question_of(&row, 1);
                if question.text.is_empty() { Vec::new() } else { vec![question] }
            }
        }
    }

    /// The blocks of a document.
    pub(crate) fn blocks(&self) -> Vec<Block> {
        let stored = domain::content::as_text(self.values.get("json_dump"));
        document::read(&stored).into_blocks()
    }
}

/// The draft of a row, or the row, in that language.
fn read(
    connection: &mut db::Connection,
    item: &Item,
    lang: &str,
) -> db::QueryResult<Option<(BTreeMap<String, Value>, Origin)>> {
    if let Some(draft) = drafting::find(connection, item)?.filter(|draft| draft.lang == lang) {
        return Ok(Some((draft.values(), Origin::Draft)));
    }
    let image = editing::image(connection, item)?.filter(|image| image.language() == lang);
    Ok(image.map(|image| (image.values(), Origin::Row)))
}

fn question_of(row: &Value, count: usize) -> Question {
    let text = |name: &str| row[name].as_str().unwrap_or_default().to_owned();
    // Stored as JSON, or as its text in what programs send.
    let next = match &row["next_question"] {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    Question {
        id: row["id"].as_str().and_then(|id| Uuid::parse_str(id).ok()),
        text: text("question"),
        kind: if row["is_multiple"] == Value::Bool(false) { Kind::FreeText } else { Kind::Choice },
        options: std::array::from_fn::<_, OPTIONS, _>(|at| text(question::name(at))),
        next: read_jumps(&next, count),
    }
}

/// Questions as a row of a survey holds them.
fn written(questions: &[Question]) -> Value {
    let count = questions.len();
    let row = |(at, question): (usize, &Question)| {
        let mut row = serde_json::Map::new();
        row.insert("question".to_owned(), question.text.clone().into());
        row.insert("is_multiple".to_owned(), (question.kind == Kind::Choice).into());
        for (option, text) in question.options.iter().enumerate() {
            row.insert(question::name(option).to_owned(), text.clone().into());
        }
        let next = question::write_jumps(question, at + 1, count);
        row.insert("next_question".to_owned(), next.into());
        Value::Object(row)
    };
    Value::Array(questions.iter().enumerate().map(row).collect())
}
