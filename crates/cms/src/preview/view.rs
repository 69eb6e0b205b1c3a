//! What the phone shows, with what it takes from other rows.

use db::editing::{self, Item};
use domain::content::as_text;
use domain::language::Language;
use domain::places;
use domain::preview::survey::options;
use domain::preview::{Names, listed, stuck_marks};
use domain::survey::question::{Kind, Question};
use server::error::Error;

use super::source::Source;
use crate::pages::Frame;
use crate::state::Cms;
use crate::texts::Texts;

pub(super) use domain::preview::Screen;

/// The card of a survey.
pub(super) struct Card {
    /// Which question of how many, in the digits of its language.
    pub number: String,
    pub count: String,
    pub text: String,
    /// Place and text of each option; none where she writes.
    pub options: Vec<(usize, String)>,
    pub is_free: bool,
}

impl Card {
    pub(super) fn of(at: usize, questions: &[Question], app: &Texts) -> Card {
        let digits = |number: usize| app.language().digits(&number.to_string());
        let question = &questions[at];
        Card {
            number: digits(at + 1),
            count: digits(questions.len()),
            text: question.text.clone(),
            options: options(question)
                .into_iter()
                .map(|(at, text)| (at, text.to_owned()))
                .collect(),
            is_free: question.kind == Kind::FreeText,
        }
    }
}

/// One of the two languages that an item is in.
pub(super) struct Half {
    pub language: Language,
    pub is_shown: bool,
    /// What to add to the address to see it.
    pub query: &'static str,
}

impl Half {
    pub(super) fn of(source: &Source, own: Option<Language>) -> Vec<Half> {
        let half = |language: &Language| Half {
            language: *language,
            is_shown: *language == source.language,
            query: if Some(*language) == own { "" } else { "?half=other" },
        };
        source.halves.iter().map(half).collect()
    }
}

/// A mark that sticks to an address.
pub(super) struct Warning {
    pub field: String,
    pub address: String,
    pub mark: String,
}

impl Warning {
    pub(super) fn of(source: &Source, frame: &Frame) -> Vec<Warning> {
        let mut found = Vec::new();
        if source.table.name == "survey" {
            return found;
        }
        if source.values.contains_key("json_dump") {
            for (at, block) in source.blocks().iter().enumerate() {
                let field =
                    frame.with("documents-block-number", "number", &frame.number(&(at + 1)));
                for stuck in domain::preview::token::stuck(&block.content) {
                    found.push(Warning {
                        field: field.clone().into_owned(),
                        address: stuck.address,
                        mark: stuck.mark,
                    });
                }
            }
            return found;
        }
        for (column, stuck) in stuck_marks(&source.values) {
            found.push(Warning {
                field: frame.t(&format!("field-{column}")).into_owned(),
                address: stuck.address,
                mark: stuck.mark,
            });
        }
        found
    }
}

/// The screen of an item.
pub(super) async fn screen(cms: &Cms, source: &Source) -> Result<Screen, Error> {
    let table = source.table.name;
    match table {
        "survey" => return Ok(Screen::Survey { questions: source.questions() }),
        "about" | "privacy_policy" | "terms_and_conditions" => {
            return Ok(Screen::Document { blocks: source.blocks() });
        }
        _ => {}
    }
    let text = |column: &str| as_text(source.values.get(column));
    let (category, subcategory) = match table {
        "article" => (text("category"), text("subcategory")),
        "subcategory" => (text("parent_category"), String::new()),
        _ => (String::new(), String::new()),
    };
    let mut attributes = vec![text("primaryAttributeId")];
    attributes.extend(listed(&text("otherAttributes")));
    let names = cms
        .db
        .run(move |connection| {
            let mut row = |table: &str, id: &str| -> db::QueryResult<_> {
                let Some(item) = Item::new(table, id) else { return Ok(None) };
                Ok(editing::image(connection, &item)?.map(|image| image.values()))
            };
            let mut names = Names::default();
            if let Some(found) = row("category", &category)? {
                names.category = as_text(found.get("title"));
                names.emoji = as_text(found.get("primary_emoji"));
            }
            if let Some(found) = row("subcategory", &subcategory)? {
                names.subcategory = as_text(found.get("title"));
            }
            for id in &attributes {
                if let Some(found) = row("help_center_attribute", id)? {
                    names.offers.push((as_text(found.get("emoji")), as_text(found.get("name"))));
                }
            }
            Ok(names)
        })
        .await?;
    let names = Names { places: places_of(source), ..names };
    domain::preview::screen(table, &source.values, names)
        .ok_or(Error::NotFound("the app shows nothing of that name"))
}

fn places_of(source: &Source) -> Vec<String> {
    let wanted = listed(&as_text(source.values.get("subRegion")));
    places::provinces("NP")
        .filter(|province| wanted.iter().any(|uid| uid == province.uid))
        .map(|province| province.name(source.language).to_owned())
        .collect()
}
