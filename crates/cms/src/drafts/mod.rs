//! Draft, review, publish: what an editor writes stays beside the app until it is published.
//!
//! `store` keeps what a form sends, however unfinished; `publish` judges it and brings it into
//! the app; `step` sends it to a colleague, back, or away; `queue` lists what is under way. The
//! form itself is that of [`crate::content`].

mod history;
mod publish;
mod queue;
mod save;
mod status;
mod step;
mod store;

use actix_web::web;
use domain::content::{Kind, kinds};

use crate::access::Routes;
use crate::content::WRITE;
use crate::form::Submitted;
use crate::pages::Call;

pub(crate) use history::{Entry, entries};
pub(crate) use publish::{Outcome, Publishing, publish};
pub(crate) use status::Status;
pub(crate) use store::{Stored, store};

/// Adds the routes of the drafts of every kind.
pub(crate) fn routes(routes: &mut Routes<'_>) {
    for kind in kinds::KINDS {
        add(routes, kind);
    }
    routes.get("/drafts", WRITE, queue::show).post(
        "/history/{table}/{id}/draft",
        WRITE,
        history::take_back,
    );
}

fn add(routes: &mut Routes<'_>, kind: &'static Kind) {
    let row = format!("{}/{{id}}", kind.path);
    routes
        .post(&format!("{}/new-draft", kind.path), WRITE, move |call: Call, sent: Submitted| {
            save::create(kind, call, sent)
        })
        .get(&format!("{row}/draft"), WRITE, move |call: Call, id: web::Path<String>| {
            save::show(kind, call, id.into_inner())
        })
        .post(
            &format!("{row}/draft"),
            WRITE,
            move |call: Call, id: web::Path<String>, sent: Submitted| {
                save::update(kind, call, id.into_inner(), sent)
            },
        )
        .post(
            &format!("{row}/publish"),
            WRITE,
            move |call: Call, id: web::Path<String>, sent: Submitted| {
                publish::submit(kind, call, id.into_inner(), sent)
            },
        );
    for step in ["review", "give-back", "discard"] {
        routes.post(
            &format!("{row}/{step}"),
            WRITE,
            move |call: Call, id: web::Path<String>, sent: Submitted| {
                step::submit(kind, step, call, id.into_inner(), sent)
            },
        );
    }
}
