//! Long work: a row in the table `job`, done by any instance, watched on a page that survives
//! a reload and a restart.
//!
//! An area that has such work adds a [`Kind`] to [`KINDS`], stores a job by
//! [`db::job::enqueue`] (in the transaction of its own writes, if there are any), calls
//! [`Jobs::wake`] and answers with [`accepted`].

mod context;
mod kind;
mod list;
mod page;
mod sentence;
mod view;
mod worker;

use std::time::Duration;

use actix_web::{HttpRequest, HttpResponse};
use serde_json::json;
use server::answer;
use tokio::sync::Notify;
use uuid::Uuid;

use crate::access::{Need, Routes};
use crate::pages::{see_other, wants_page};

pub use context::{JobContext, Reporter};
pub use kind::{JobError, KINDS, Kind, Link, Outcome, Run};
pub use sentence::Sentence;
pub use worker::{Workers, start};

/// What the process knows about jobs.
pub struct Jobs {
    lease: Duration,
    news: Notify,
}

impl Jobs {
    /// With leases of `lease`: so long after an instance has died, another takes its job.
    pub fn new(lease: Duration) -> Jobs {
        Jobs { lease, news: Notify::new() }
    }

    /// Says that there is a new job, so that this instance need not find it by itself.
    pub fn wake(&self) {
        self.news.notify_one();
    }
}

/// The answer to a request that has become the job `id`: a browser is sent to its page, a
/// program gets 202 with the address to ask at.
pub fn accepted(request: &HttpRequest, id: Uuid) -> HttpResponse {
    let path = format!("/jobs/{id}");
    if wants_page(request) {
        return see_other(&path);
    }
    let mut response = answer::json(
        actix_web::http::StatusCode::ACCEPTED,
        &json!({ "id": id.to_string(), "job": path }),
    );
    if let Ok(value) = path.parse() {
        response.headers_mut().insert(actix_web::http::header::LOCATION, value);
    }
    response
}

/// Adds the routes of jobs.
pub(crate) fn routes(routes: &mut Routes<'_>) {
    routes
        .get("/jobs", Need::SignedIn, list::show)
        .get("/jobs/{id}", Need::SignedIn, page::show)
        .get("/jobs/{id}/progress", Need::SignedIn, page::progress)
        .get("/jobs/{id}/file", Need::SignedIn, page::file)
        .post("/jobs/{id}/cancel", Need::SignedIn, page::cancel)
        .post("/jobs/{id}/retry", Need::SignedIn, page::retry);
}
