//! The form of one row.

use actix_web::{HttpResponse, web};
use askama::Template;
use db::editing::Image;
use db::files::voice_over;
use domain::content::{FieldProblem, Kind, Values, as_text};
use domain::person::parse_id;
use server::error::Error;
use server::query::Query;

use super::choices::ChoiceSet;
use super::diff::{Change, Piece, word_diff};
use super::view::{self, FieldView};
use super::{address, show};
use crate::access::Editor;
use crate::files::voice_over::Panel;
use crate::form::Submitted;
use crate::pages::{self, Frame};
use crate::state::Cms;

/// What a form is filled with.
pub(super) struct Filled {
    values: Values,
    problems: Vec<FieldProblem>,
    id: Option<String>,
    version: String,
    back: Option<String>,
    conflict: Option<Conflict>,
}

/// What somebody else has changed while an editor was writing.
pub(super) struct Conflict {
    /// For each field that differs: its column, and the stored text laid under the editor's.
    differences: Vec<(String, Vec<Piece>)>,
}

impl Conflict {
    /// Between what an editor sent and the row as it is now.
    pub(super) fn between(sent: &Values, present: &Image) -> Conflict {
        let stored = present.values();
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
    pub(super) fn new(
        values: Values,
        problems: Vec<FieldProblem>,
        submitted: &Submitted,
    ) -> Filled {
        Filled {
            values,
            problems,
            id: None,
            version: submitted.text("version").to_owned(),
            back: address::safe_return(submitted.get("return")).map(str::to_owned),
            conflict: None,
        }
    }

    /// For a row that exists.
    pub(super) fn of_row(mut self, id: &str) -> Filled {
        self.id = Some(id.to_owned());
        self
    }

    /// Over a row that has changed: saving again means to write over `version`.
    pub(super) fn against(mut self, version: String, conflict: Conflict) -> Filled {
        self.version = version;
        self.conflict = Some(conflict);
        self
    }
}

#[derive(Template)]
#[template(path = "content/form.html")]
pub(super) struct FormPage {
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
    crumbs: Vec<(String, String)>,
    fields: Vec<FieldView>,
    /// Label of each field that somebody else has changed, with both texts.
    conflict: Option<Vec<(String, Vec<Piece>)>>,
    errors: usize,
    lang: &'static str,
    /// For an article that is stored: its audio.
    voice_over: Option<Panel>,
}

/// `GET {page}/new`: an empty form. A category or subcategory may be chosen in the address.
pub(super) async fn show_new(
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
pub(super) async fn show(
    kind: &'static Kind,
    frame: Frame,
    editor: Editor,
    cms: web::Data<Cms>,
    id: String,
    query: Query,
) -> Result<HttpResponse, Error> {
    let (item, image) = show::find(kind, &cms, &editor, &id).await?;
    let mut pairs = vec![("version".to_owned(), image.version.clone())];
    pairs.extend(query.get("return").map(|back| ("return".to_owned(), back.to_owned())));
    let filled =
        Filled::new(image.values(), Vec::new(), &Submitted::from_pairs(pairs)).of_row(item.id());
    pages::html(&page(kind, frame, &editor, &cms, filled).await?)
}

/// The page of a form.
pub(super) async fn page(
    kind: &'static Kind,
    frame: Frame,
    editor: &Editor,
    cms: &Cms,
    filled: Filled,
) -> Result<FormPage, Error> {
    let (content, interface) = (editor.language, frame.language);
    let audience = cms.settings.audience.clone();
    let spoken = filled.id.as_deref().filter(|_| kind.table == "article").and_then(parse_id);
    let (choices, spoken) = cms
        .db
        .run(move |connection| {
            let choices = ChoiceSet::load(connection, kind, content, interface, &audience)?;
            let spoken = match spoken {
                Some(id) => voice_over::find(connection, id, content.code())?,
                None => None,
            };
            Ok((choices, spoken))
        })
        .await?;
    let fields = view::fields(kind, &frame, content, &choices, &filled.values, &filled.problems);
    let label = |column: &str| frame.t(&view::label_key(kind, column)).into_owned();
    let conflict = filled.conflict.map(|conflict| {
        let shown = |column: &str| kind.field(column).is_some();
        let differences = conflict.differences.into_iter().filter(|(column, _)| shown(column));
        differences.map(|(column, pieces)| (label(&column), pieces)).collect()
    });
    let back = filled.back.unwrap_or_else(|| kind.page.to_owned());
    let crumbs = vec![(back.clone(), frame.t(&kind.text("many")).into_owned())];
    let heading = as_text(filled.values.get(kind.heading));
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
            Some(id) => format!("{}/{id}", kind.path),
            None => kind.path.to_owned(),
        },
        errors: filled.problems.len(),
        id: filled.id,
        version: filled.version,
        lang: content.code(),
        frame,
        kind,
        back,
        crumbs,
        fields,
        conflict,
    })
}
