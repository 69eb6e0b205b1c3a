//! The pages and routes of every kind of content that [`domain::content::kinds`] describes.
//!
//! One set of handlers serves them all, with two faces: a browser gets pages, redirects and
//! messages, a program JSON, and both go the same way through the same checks.
//!
//! `list` shows rows; `form` one of them; `save`, `remove`, `bulk` and `order` change
//! them, all through `db::editing`, which keeps `history` and `trash`.

mod audience;
mod bulk;
pub(crate) mod choices;
mod diff;
pub(crate) mod form;
mod history;
mod last_live;
mod list;
mod order;
mod order_history;
mod remove;
mod save;
mod show;
mod trash;
mod view;

use actix_session::Session;
use actix_web::{HttpRequest, HttpResponse, web};
use domain::access::Ability;
use domain::content::{Kind, kinds};
use server::query::Query;

use crate::access::{Editor, Need, Routes};
use crate::address;
use crate::form::Submitted;
use crate::pages::{self, Frame};
use crate::state::Cms;

pub use audience::{AudienceSettings, Level};
pub(crate) use choices::ChoiceSet;
pub use diff::{Change, Piece, word_diff};
pub(crate) use history::{ability, changes};
pub(crate) use last_live::Shown;
pub(crate) use save::{needs_no_second, told};
pub(crate) use show::NOTHING;
pub(crate) use view::{FieldView, fields, label_key, sentence, shortened};

pub(crate) const WRITE: Need = Need::Ability(Ability::WriteContent);

/// Adds the routes of every kind.
pub(crate) fn routes(routes: &mut Routes<'_>) {
    for kind in kinds::KINDS {
        add_pages(routes, kind);
        add_collection(routes, kind);
        add_rows(routes, kind);
    }
    audience::routes(routes);
    order_history::routes(routes);
    history::routes(routes);
    trash::routes(routes);
}

type State = web::Data<Cms>;

fn add_pages(routes: &mut Routes<'_>, kind: &'static Kind) {
    let page = kind.page;
    routes
        .get(page, WRITE, move |frame: Frame, editor: Editor, cms: State, query: Query| {
            list::show(kind, frame, editor, cms, query)
        })
        .get(
            &format!("{page}/new"),
            WRITE,
            move |frame: Frame, editor: Editor, cms: State, query: Query| {
                form::show_new(kind, frame, editor, cms, query)
            },
        )
        .get(
            &format!("{page}/{{id}}/edit"),
            WRITE,
            move |frame: Frame, editor: Editor, cms: State, id: web::Path<String>, query: Query| {
                form::show(kind, frame, editor, cms, id.into_inner(), query)
            },
        )
        .get(
            &format!("{page}/{{id}}/delete"),
            WRITE,
            move |frame: Frame, editor: Editor, cms: State, id: web::Path<String>| {
                remove::confirm(kind, frame, editor, cms, id.into_inner())
            },
        );
    if kind.ordered {
        routes.get(
            &format!("{page}/order"),
            WRITE,
            move |frame: Frame, editor: Editor, cms: State, query: Query| {
                order::show(kind, frame, editor, cms, query)
            },
        );
    }
    // The pages of one category and of one subcategory: their rows are lists with a filter.
    let below = match kind.name {
        "category" => Some(("/subcategories-management", "parent_category")),
        "subcategory" => Some(("/encyclopedia", "subcategory")),
        _ => None,
    };
    if let Some((list, column)) = below {
        routes.get(&format!("{page}/{{id}}"), WRITE, move |id: web::Path<String>| async move {
            pages::see_other(&format!("{list}?{column}={}", address::encoded(&id)))
        });
    }
}

fn add_collection(routes: &mut Routes<'_>, kind: &'static Kind) {
    let path = kind.path;
    routes
        .get(path, WRITE, move |editor: Editor, cms: State| show::all(kind, editor, cms))
        .post(
            path,
            WRITE,
            move |request: HttpRequest,
                  frame: Frame,
                  session: Session,
                  editor: Editor,
                  cms: State,
                  submitted: Submitted| {
                save::create(kind, request, frame, session, editor, cms, submitted)
            },
        )
        .post(
            &format!("{path}/bulk"),
            WRITE,
            move |request: HttpRequest,
                  frame: Frame,
                  session: Session,
                  editor: Editor,
                  cms: State,
                  submitted: Submitted| {
                bulk::submit(kind, request, frame, session, editor, cms, submitted)
            },
        );
    if kind.ordered {
        let submit = move |request: HttpRequest,
                           frame: Frame,
                           session: Session,
                           editor: Editor,
                           cms: State,
                           submitted: Submitted| {
            order::submit(kind, request, frame, session, editor, cms, submitted)
        };
        routes.put(path, WRITE, submit).post(&format!("{path}/order"), WRITE, submit);
    }
}

fn add_rows(routes: &mut Routes<'_>, kind: &'static Kind) {
    let row = format!("{}/{{id}}", kind.path);
    let update = move |request: HttpRequest,
                       frame: Frame,
                       session: Session,
                       editor: Editor,
                       cms: State,
                       id: web::Path<String>,
                       submitted: Submitted| {
        save::update(kind, request, frame, session, editor, cms, id.into_inner(), submitted)
    };
    let delete = move |request: HttpRequest,
                       frame: Frame,
                       session: Session,
                       editor: Editor,
                       cms: State,
                       id: web::Path<String>,
                       submitted: Submitted| {
        remove::submit(kind, request, frame, session, editor, cms, id.into_inner(), submitted)
    };
    routes
        .get(&row, WRITE, move |editor: Editor, cms: State, id: web::Path<String>| {
            show::one(kind, editor, cms, id.into_inner())
        })
        .put(&row, WRITE, update)
        .post(&row, WRITE, update)
        .delete(&row, WRITE, delete)
        .post(&format!("{row}/delete"), WRITE, delete);
    if kind.live.is_some() {
        routes.post(
            &format!("{row}/live"),
            WRITE,
            move |request: HttpRequest,
                  frame: Frame,
                  session: Session,
                  editor: Editor,
                  cms: State,
                  id: web::Path<String>,
                  query: Query| {
                save::set_live(kind, request, frame, session, editor, cms, id.into_inner(), query)
            },
        );
    }
}

/// A row as JSON, as the database gives it.
fn json(image: &db::editing::Image) -> HttpResponse {
    HttpResponse::Ok().content_type("application/json; charset=utf-8").body(image.json.clone())
}
