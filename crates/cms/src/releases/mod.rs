//! Releases: drafts that are published at one moment, now or at an appointed time, and taken
//! back together.
//!
//! `show` has the pages, `act` what editors do, `work` publishes, `job` does that at the time.

mod act;
mod job;
mod panel;
mod show;
mod time;
mod work;

use crate::access::Routes;
use crate::content::WRITE;

pub use job::KIND;
pub(crate) use panel::Panel;

/// Adds the routes.
pub(crate) fn routes(routes: &mut Routes<'_>) {
    routes
        .get("/releases", WRITE, show::list)
        .post("/releases", WRITE, act::create)
        .post("/releases/add/{table}/{item}", WRITE, act::add)
        .get("/releases/{id}", WRITE, show::one)
        .post("/releases/{id}/remove/{table}/{item}", WRITE, act::remove)
        .post("/releases/{id}/schedule", WRITE, act::schedule)
        .post("/releases/{id}/cancel", WRITE, act::cancel)
        .post("/releases/{id}/publish", WRITE, act::publish)
        .post("/releases/{id}/roll-back", WRITE, act::roll_back)
        .post("/releases/{id}/delete", WRITE, act::delete)
        .post("/schedule/{table}/{item}", WRITE, act::schedule_one);
}
