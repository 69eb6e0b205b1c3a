//! Draft, review, publish: what an editor writes stays beside the app until it is published.
//!
//! What a draft can be about is a [`Subject`]: a row of a kind, a survey with its questions, the
//! about text and its like, the banner. `store` keeps what a form sends, however unfinished;
//! `publish` judges it and brings it into the app; `step` sends it to a colleague, back, or away;
//! `queue` lists what is under way. The forms themselves are those of [`crate::content`],
//! [`crate::surveys`] and [`crate::documents`], and `desk` is what all of them show beside it.

mod desk;
mod history;
mod publish;
mod queue;
mod save;
mod status;
mod step;
mod store;
mod subject;
mod wrong;

use actix_web::web;
use db::editing::Item;
use server::error::Error;

use crate::access::{Editor, Routes};
use crate::content::{NOTHING, WRITE};
use crate::form::Submitted;
use crate::pages::Call;

pub(crate) use desk::Desk;
pub(crate) use history::{Entry, entries, set_back};
pub(crate) use publish::{Outcome, Publishing, publish};
pub(crate) use save::keep;
pub(crate) use status::{DraftStatus, Status};
pub(crate) use store::{Stored, Storing, store};
pub(crate) use subject::{Again, Place, Sent, Subject, blocks};
pub(crate) use wrong::Wrong;

/// Adds the routes of drafts of everything.
pub(crate) fn routes(routes: &mut Routes<'_>) {
    for subject in Subject::written() {
        add_writing(routes, subject);
    }
    for subject in Subject::all() {
        add_steps(routes, subject);
    }
    routes.get("/drafts", WRITE, queue::show).post(
        "/history/{table}/{id}/draft",
        WRITE,
        history::take_back,
    );
}

fn add_writing(routes: &mut Routes<'_>, subject: Subject) {
    let path = subject.place().path;
    if !subject.is_one() {
        let new = move |call: Call, sent: Submitted| save::create(subject, call, sent);
        routes.post(&format!("{path}/new-draft"), WRITE, new);
    }
    let update = move |call: Call, id: web::Path<String>, sent: Submitted| {
        save::update(subject, call, id.into_inner(), sent)
    };
    routes.post(&format!("{path}/{{id}}/draft"), WRITE, update);
}

fn add_steps(routes: &mut Routes<'_>, subject: Subject) {
    let row = format!("{}/{{id}}", subject.place().path);
    let show = move |call: Call, id: web::Path<String>| save::show(subject, call, id.into_inner());
    let publish = move |call: Call, id: web::Path<String>, sent: Submitted| {
        publish::submit(subject, call, id.into_inner(), sent)
    };
    routes.get(&format!("{row}/draft"), WRITE, show).post(
        &format!("{row}/publish"),
        WRITE,
        publish,
    );
    for step in ["review", "give-back", "discard"] {
        let take = move |call: Call, id: web::Path<String>, sent: Submitted| {
            step::submit(subject, step, call, id.into_inner(), sent)
        };
        routes.post(&format!("{row}/{step}"), WRITE, take);
    }
}

/// The item that an address names, which must be one of the language that is worked in where
/// each has one.
fn item(subject: Subject, editor: &Editor, id: &str) -> Result<Item, Error> {
    let item = subject.item(id).ok_or(NOTHING)?;
    match item.newest_of() {
        Some(language) if language != editor.language => Err(NOTHING),
        _ => Ok(item),
    }
}
