//! What a draft can be about: a row of a kind, a survey with its questions, a text of which each
//! language has one, or the picture above the about text.
//!
//! Everything that differs between them is here or asked from here; saving, reviewing,
//! publishing and taking back are the same for all.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use db::editing::{Image, Item, TABLES, Table, Unique};
use domain::content::{Choices, Field, Kind, Values, as_text, judge, kinds, read};
use domain::document::{self, Block};
use domain::language::Language;
use server::error::Error;

use super::Wrong;
use crate::content::form::{self, Conflict, Filled};
use crate::content::{AudienceSettings, ChoiceSet, NOTHING, Shown};
use crate::documents::{self, BANNER, DOCUMENTS, Document};
use crate::form::Submitted;
use crate::pages::{self, Call, Flash, Frame};
use crate::surveys;

/// What a draft is about.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Subject {
    /// A row that a description of a kind knows.
    Kind(&'static Kind),
    /// A survey with its questions.
    Survey,
    /// About, privacy policy or terms: the text of a language, whichever version it is.
    Document(&'static Document),
    /// The picture above the about text of a language.
    Banner,
}

/// Where items are written and what is done to them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place {
    /// Their table.
    pub table: &'static str,
    /// The address of their collection for programs and forms.
    pub path: &'static str,
    /// The address of their list for people.
    pub page: &'static str,
}

/// What was sent of an item, as far as it can be read without the item.
pub(crate) enum Sent {
    /// The fields of a kind.
    Fields(Submitted),
    /// A survey.
    Survey(surveys::Submission),
    /// The blocks of a text; `None` where none were sent.
    Blocks(Option<Vec<Block>>),
    /// A picture, judged and made anew.
    Picture(String),
}

/// Why a form is shown again.
pub(crate) enum Again {
    /// Something is wrong with it.
    Wrong(Wrong),
    /// Somebody else has saved this version of the draft.
    OverDraft(i32, Values),
    /// Somebody has published this.
    OverRow(Image),
    /// Girls have answered questions that would change.
    Answered,
}

impl Subject {
    /// Everything that drafts are written of with a form.
    pub(crate) fn written() -> impl Iterator<Item = Subject> {
        let kinds = kinds::KINDS.into_iter().map(Subject::Kind);
        kinds.chain([Subject::Survey]).chain(DOCUMENTS.iter().map(Subject::Document))
    }

    /// Everything that there are drafts of.
    pub(crate) fn all() -> impl Iterator<Item = Subject> {
        Subject::written().chain([Subject::Banner])
    }

    /// What rows of the table `name` are.
    pub(crate) fn of_table(name: &str) -> Option<Subject> {
        Subject::all().find(|subject| subject.place().table == name)
    }

    /// Where items are written.
    pub(crate) fn place(self) -> Place {
        match self {
            Subject::Kind(kind) => Place { table: kind.table, path: kind.path, page: kind.page },
            Subject::Survey => surveys::PLACE,
            Subject::Document(document) => Place {
                table: document.text.table_name(),
                path: document.path,
                page: document.page,
            },
            Subject::Banner => BANNER,
        }
    }

    /// The table.
    pub(crate) fn table(self) -> &'static Table {
        let name = self.place().table;
        TABLES.iter().find(|table| table.name == name).unwrap_or(&TABLES[0])
    }

    /// The item that `id` names: a row, or the text of a language.
    pub(crate) fn item(self, id: &str) -> Option<Item> {
        let item = Item::new(self.place().table, id)?;
        (item.newest_of().is_some() == self.is_one()).then_some(item)
    }

    /// Whether each language has one, so that it is never begun anew.
    pub(crate) fn is_one(self) -> bool {
        matches!(self, Subject::Document(_) | Subject::Banner)
    }

    /// The page on which an item is written.
    pub(crate) fn form(self, item: &Item) -> String {
        let page = self.place().page;
        match self {
            Subject::Document(_) => format!("{page}/edit"),
            Subject::Banner => format!("{page}#banner"),
            _ => format!("{page}/{}/edit", item.id()),
        }
    }

    /// What all of them are called.
    pub(crate) fn many(self, frame: &Frame) -> String {
        let text = match self {
            Subject::Kind(kind) => frame.t(&kind.text("many")),
            Subject::Survey => frame.t("menu-surveys"),
            Subject::Document(document) => frame.t(document.title),
            Subject::Banner => frame.t("documents-banner"),
        };
        text.into_owned()
    }

    /// What people know an item by.
    pub(crate) fn heading(self, frame: &Frame, values: &Values) -> String {
        match self {
            Subject::Kind(kind) => as_text(values.get(kind.heading)),
            Subject::Survey => surveys::heading(values),
            Subject::Document(_) | Subject::Banner => self.many(frame),
        }
    }

    /// The column that says whether the app shows an item; `None` where it always does.
    pub(crate) fn live(self) -> Option<&'static str> {
        match self {
            Subject::Kind(kind) => kind.live,
            Subject::Survey => Some("live"),
            Subject::Document(_) | Subject::Banner => None,
        }
    }

    /// What a warning before the last one goes is about.
    pub(crate) fn shown(self) -> Option<Shown> {
        self.live()?;
        match self {
            Subject::Kind(kind) => Some(Shown::of(kind)),
            _ => Some(Shown::table(self.table(), self.place().page)),
        }
    }

    /// Sets of columns that no two rows of a language may share.
    pub(crate) fn unique(self) -> Unique {
        match self {
            Subject::Kind(kind) => kind.unique,
            _ => &[],
        }
    }

    /// The lists from which something of an item is chosen.
    pub(crate) fn lists(self) -> Vec<Choices> {
        match self {
            Subject::Kind(kind) => kind.fields.iter().filter_map(Field::choices).collect(),
            Subject::Survey => vec![Choices::AgeLevels, Choices::ContentFilters],
            Subject::Document(_) | Subject::Banner => Vec::new(),
        }
    }

    /// Takes what was submitted apart.
    ///
    /// # Errors
    ///
    /// 400 for what can be nothing of the sort.
    pub(crate) fn sent(self, submitted: &Submitted) -> Result<Sent, Error> {
        Ok(match self {
            Subject::Kind(_) => Sent::Fields(submitted.clone()),
            Subject::Survey => Sent::Survey(surveys::Submission::read(submitted)?),
            Subject::Document(_) => Sent::Blocks(documents::typed(submitted)?),
            Subject::Banner => return Err(NOTHING),
        })
    }

    /// The values that an item has with what was sent; what was not sent stays as `before`.
    /// Nothing is too wrong to be read.
    pub(crate) fn read(
        self,
        connection: &mut db::Connection,
        language: Language,
        audience: &AudienceSettings,
        sent: &Sent,
        before: Option<&Values>,
    ) -> db::QueryResult<Values> {
        Ok(match (self, sent) {
            (Subject::Kind(kind), Sent::Fields(submitted)) => {
                let choices = ChoiceSet::load(connection, kind, language, language, audience)?;
                read(kind, language, submitted, before, &choices.lists()).0
            }
            (_, Sent::Survey(submission)) => surveys::values(submission, before),
            (_, Sent::Blocks(Some(blocks))) => {
                let lines = |text: &str| text.replace("\r\n", "\n");
                let tidy =
                    |block: &Block| Block { content: lines(&block.content), ..block.clone() };
                let blocks: Vec<Block> = blocks.iter().map(tidy).collect();
                [("json_dump".to_owned(), document::write(&blocks).into())].into()
            }
            (_, Sent::Picture(image)) => [("image".to_owned(), image.clone().into())].into(),
            _ => before.cloned().unwrap_or_default(),
        })
    }

    /// Whether `values` say nothing else than `before`.
    pub(crate) fn is_same(self, before: &Values, values: &Values) -> bool {
        match self {
            Subject::Survey => surveys::is_same(before, values),
            Subject::Document(_) => blocks(before) == blocks(values),
            Subject::Kind(_) | Subject::Banner => {
                values.iter().all(|(column, value)| before.get(column) == Some(value))
            }
        }
    }

    /// Judges what a draft says of `item`, which is `row` so far, and gives it the form in
    /// which it is published.
    pub(crate) fn judge(
        self,
        connection: &mut db::Connection,
        language: Language,
        audience: &AudienceSettings,
        item: &Item,
        written: &Values,
        row: Option<&Image>,
    ) -> db::QueryResult<(Values, Option<Wrong>)> {
        Ok(match self {
            Subject::Kind(kind) => {
                let before = row.map(Image::values);
                let choices = ChoiceSet::published(connection, kind, language, language, audience)?;
                let judged = judge(kind, language, written, before.as_ref(), &choices.lists());
                (judged.0, (!judged.1.is_empty()).then_some(Wrong::Fields(judged.1)))
            }
            Subject::Survey => {
                let judged = surveys::judge(written, item, row);
                (judged.0, (!judged.1.is_empty()).then_some(Wrong::Survey(judged.1)))
            }
            Subject::Document(_) => match document::check(&blocks(written)) {
                Ok(blocks) => {
                    let json_dump = document::write(&blocks);
                    ([("json_dump".to_owned(), json_dump.into())].into(), None)
                }
                Err(mistake) => (written.clone(), Some(Wrong::Document(mistake))),
            },
            Subject::Banner => (written.clone(), None),
        })
    }

    /// Whether answers that girls have given would stand beside another question, or none.
    pub(crate) fn changes_answers(
        self,
        connection: &mut db::Connection,
        item: &Item,
        row: Option<&Image>,
        values: &Values,
    ) -> db::QueryResult<bool> {
        match (self, row) {
            (Subject::Survey, Some(row)) => surveys::changes_answers(connection, item, row, values),
            _ => Ok(false),
        }
    }

    /// The form again, filled with `values`.
    ///
    /// # Errors
    ///
    /// Those of the page.
    pub(crate) async fn again(
        self,
        call: Call,
        item: &Item,
        values: Values,
        again: Again,
        submitted: &Submitted,
    ) -> Result<HttpResponse, Error> {
        let status = match again {
            Again::Wrong(_) => StatusCode::BAD_REQUEST,
            Again::OverDraft(..) | Again::OverRow(_) => StatusCode::CONFLICT,
            Again::Answered => StatusCode::OK,
        };
        match self {
            Subject::Kind(kind) => {
                let mut filled = Filled::new(values.clone(), Vec::new(), submitted);
                filled = filled.of_row(item.id());
                filled = match again {
                    Again::Wrong(Wrong::Fields(problems)) => filled.with_problems(problems),
                    Again::OverDraft(version, theirs) => {
                        filled.over_draft(version, Conflict::between(&values, &theirs))
                    }
                    Again::OverRow(row) => {
                        let conflict = Conflict::between(&values, &row.values());
                        filled.against(row.version, conflict)
                    }
                    Again::Wrong(_) | Again::Answered => filled,
                };
                let page = form::page(kind, call.frame, &call.editor, &call.cms, filled).await?;
                pages::html_with(status, &page)
            }
            Subject::Survey => surveys::again(call, item, &values, again, status).await,
            Subject::Document(document) => {
                documents::again(document, call, item, &values, again, status).await
            }
            Subject::Banner => {
                let flash = Flash::danger(call.frame.t("drafts-changed"));
                let told = "somebody else has saved another version of the draft";
                call.refused(flash, &self.form(item), Error::Conflict(told))
            }
        }
    }
}

/// The blocks of a text.
pub(crate) fn blocks(values: &Values) -> Vec<Block> {
    document::read(&as_text(values.get("json_dump"))).into_blocks()
}
