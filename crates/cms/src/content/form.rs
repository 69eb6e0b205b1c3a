//! The form of one row.

use actix_web::{HttpResponse, web};
use askama::Template;
use db::editing::Item;
use db::files::voice_over;
use db::presence::Present;
use domain::content::{FieldProblem, Kind, Values, as_text};
use domain::person::parse_id;
use server::error::Error;
use server::query::Query;

use super::address;
use super::choices::ChoiceSet;
use super::diff::{Change, Piece, word_diff};
use super::show::NOTHING;
use super::view::{self, FieldView};
use crate::access::Editor;
use crate::drafts::{Desk, Status, Subject};
use crate::files::voice_over::Panel;
use crate::form::Submitted;
use crate::pages::{self, Frame};
use crate::releases;
use crate::state::Cms;

/// What a form is filled with.
pub(crate) struct Filled {
    /// What was sent; `None` shows what is stored.
    values: Option<Values>,
    problems: Vec<FieldProblem>,
    id: Option<String>,
    /// Version of the row that the editor has seen; `None`: the one there is.
    version: Option<String>,
    /// Version of the draft that the editor has seen; `None`: the one there is.
    draft: Option<i32>,
    back: Option<String>,
    conflict: Option<Conflict>,
}

/// What somebody else has changed while an editor was writing.
pub(crate) struct Conflict {
    /// For each field that differs: its column, and the stored text laid under the editor's.
    differences: Vec<(String, Vec<Piece>)>,
}

impl Conflict {
    /// Between what an editor sent and the row as it is now.
    pub(crate) fn between(sent: &Values, stored: &Values) -> Conflict {
        let differences = sent
            .iter()
            .filter(|(column, value)| stored.get(*column) != Some(value))
            .map(|(column, value)| {
                let (theirs, mine) = (as_text(stored.get(column)), as_text(Some(value)));
                (column.clone(), word_diff(&theirs, &mine))
            })
            .collect();
        Conflict { differences }
    }
}

impl Filled {
    /// With what was sent.
    pub(crate) fn new(
        values: Values,
        problems: Vec<FieldProblem>,
        submitted: &Submitted,
    ) -> Filled {
        Filled {
            values: Some(values),
            problems,
            id: None,
            version: submitted.get("version").map(str::to_owned),
            draft: None,
            back: address::safe_return(submitted.get("return")).map(str::to_owned),
            conflict: None,
        }
    }

    /// With what is stored of the item with the key `id`.
    fn stored(id: &str, back: Option<&str>) -> Filled {
        Filled {
            values: None,
            problems: Vec::new(),
            id: Some(id.to_owned()),
            version: None,
            draft: None,
            back: address::safe_return(back).map(str::to_owned),
            conflict: None,
        }
    }

    /// With what is wrong.
    pub(crate) fn with_problems(mut self, problems: Vec<FieldProblem>) -> Filled {
        self.problems = problems;
        self
    }

    /// For a row that exists.
    pub(crate) fn of_row(mut self, id: &str) -> Filled {
        self.id = Some(id.to_owned());
        self
    }

    /// Over a draft that somebody else has saved: saving again means to write over `version`.
    pub(crate) fn over_draft(mut self, version: i32, conflict: Conflict) -> Filled {
        self.draft = Some(version);
        self.conflict = Some(conflict);
        self
    }

    /// Over a row that has changed: saving again means to write over `version`.
    pub(crate) fn against(mut self, version: String, conflict: Conflict) -> Filled {
        self.version = Some(version);
        self.conflict = Some(conflict);
        self
    }
}

#[derive(Template)]
#[template(path = "content/form.html")]
pub(crate) struct FormPage {
    frame: Frame,
    kind: &'static Kind,
    id: Option<String>,
    /// The row's heading, or what a new one is called.
    title: String,
    /// The last of the breadcrumbs.
    here: String,
    version: String,
    back: String,
    action: String,
    /// Version of the draft; empty where there is none.
    draft: String,
    status: Status,
    /// When the draft is to be published, and with what.
    releases: Option<releases::Panel>,
    may_publish: bool,
    /// What the draft changes in the app.
    changes: Vec<(String, Vec<Piece>)>,
    /// What was changed in the app since the draft was begun.
    meanwhile: Vec<(String, Vec<Piece>)>,
    crumbs: Vec<(String, String)>,
    fields: Vec<FieldView>,
    /// Label of each field that somebody else has changed, with both texts.
    conflict: Option<Vec<(String, Vec<Piece>)>>,
    errors: usize,
    /// Who else has it open.
    present: Vec<Present>,
    lang: &'static str,
    /// For an article that is stored: its audio.
    voice_over: Option<Panel>,
}

/// `GET {page}/new`: an empty form. A category or subcategory may be chosen in the address.
pub(crate) async fn show_new(
    kind: &'static Kind,
    frame: Frame,
    editor: Editor,
    cms: web::Data<Cms>,
    query: Query,
) -> Result<HttpResponse, Error> {
    let mut values = kind.blank();
    if let Some(parent) = kind.parent
        && let Some(chosen) = query.get(parent)
    {
        values.insert(parent.to_owned(), chosen.into());
    }
    let submitted = Submitted::from_pairs(
        query
            .get("return")
            .map(|back| ("return".to_owned(), back.to_owned()))
            .into_iter()
            .collect(),
    );
    let filled = Filled::new(values, Vec::new(), &submitted);
    pages::html(&page(kind, frame, &editor, &cms, filled).await?)
}

/// `GET {page}/{id}/edit`: the form of a row.
pub(crate) async fn show(
    kind: &'static Kind,
    frame: Frame,
    editor: Editor,
    cms: web::Data<Cms>,
    id: String,
    query: Query,
) -> Result<HttpResponse, Error> {
    let item = Item::new(kind.table, &id).ok_or(NOTHING)?;
    let filled = Filled::stored(item.id(), query.get("return"));
    pages::html(&page(kind, frame, &editor, &cms, filled).await?)
}

/// The page of a form.
pub(crate) async fn page(
    kind: &'static Kind,
    frame: Frame,
    editor: &Editor,
    cms: &Cms,
    filled: Filled,
) -> Result<FormPage, Error> {
    let (content, interface) = (editor.language, frame.language);
    let audience = cms.settings.audience.clone();
    let item = filled.id.as_deref().and_then(|id| Item::new(kind.table, id));
    let reader = editor.id;
    let (choices, spoken, desk) = cms
        .db
        .run(move |connection| {
            let choices = ChoiceSet::load(connection, kind, content, interface, &audience)?;
            let Some(item) = item else { return Ok((choices, None, Desk::empty())) };
            let spoken = match parse_id(item.id()).filter(|_| kind.table == "article") {
                Some(id) => voice_over::find(connection, id, content.code())?,
                None => None,
            };
            let desk = Desk::load(connection, &item, reader, content, interface)?;
            Ok((choices, spoken, desk))
        })
        .await?;
    if filled.id.is_some() && !desk.exists() {
        return Err(NOTHING);
    }
    let values = filled.values.or_else(|| desk.values()).unwrap_or_default();
    let four_eyes = cms.settings.four_eyes;
    let standing = desk.standing(Subject::Kind(kind), &frame, &choices, editor, four_eyes);
    let status = standing.status;
    let fields = view::fields(kind, &frame, content, &choices, &values, &filled.problems);
    let label = |column: &str| frame.t(&view::label_key(kind, column)).into_owned();
    let conflict = filled.conflict.map(|conflict| {
        let shown = |column: &str| kind.field(column).is_some();
        let differences = conflict.differences.into_iter().filter(|(column, _)| shown(column));
        differences.map(|(column, pieces)| (label(&column), pieces)).collect()
    });
    let back = filled.back.unwrap_or_else(|| kind.page.to_owned());
    let crumbs = vec![(back.clone(), frame.t(&kind.text("many")).into_owned())];
    let heading = as_text(values.get(kind.heading));
    let new = frame.t(&kind.text("new")).into_owned();
    let voice_over = spoken.map(|article| {
        let own = format!("{}/{}/edit", kind.page, article.id);
        Panel::of(&frame, &cms.storage, &article, &own).beside_form(true)
    });
    Ok(FormPage {
        voice_over,
        title: if filled.id.is_some() && !heading.is_empty() { heading } else { new.clone() },
        here: if filled.id.is_some() { frame.t("content-edit").into_owned() } else { new },
        action: match &filled.id {
            Some(id) => format!("{}/{id}/draft", kind.path),
            None => format!("{}/new-draft", kind.path),
        },
        draft: filled.draft.map_or(standing.draft, |version| version.to_string()),
        may_publish: status.may_publish || filled.id.is_none() && !status.four_eyes,
        status,
        releases: desk.releases,
        changes: standing.changes,
        meanwhile: standing.meanwhile,
        errors: filled.problems.len(),
        present: desk.present,
        id: filled.id,
        version: filled.version.unwrap_or(standing.version),
        lang: content.code(),
        frame,
        kind,
        back,
        crumbs,
        fields,
        conflict,
    })
}
