//! Editors and their access: the list, making and changing them, taking access away.
//!
//! Who may act on whom is [`Standing::may_manage`], asked for the editor as she is and as she
//! is to become. An editor whom one may not manage is 404, as if she were not there.

mod access;
mod change;
mod create;
mod draft;
mod json;
mod list;
mod show;

use db::editor::{self, StoredEditor};
use domain::access::Ability;
use domain::standing::Standing;
use server::error::Error;

use crate::access::{Editor, Need, Routes};
use crate::state::Cms;

const MANAGE: Need = Need::Ability(Ability::ManageEditors);

/// Adds the routes of the area.
pub(crate) fn routes(routes: &mut Routes<'_>) {
    routes
        .get("/user-management", MANAGE, list::show)
        .get("/user-management/new", MANAGE, create::form)
        .get("/user-management/{id}", MANAGE, show::show)
        .get("/user", MANAGE, json::all)
        .post("/user", MANAGE, create::create)
        .get("/user/{id}", MANAGE, json::one)
        .put("/user/{id}", MANAGE, change::change)
        .post("/user/{id}", MANAGE, change::change)
        .delete("/user/{id}", MANAGE, access::deactivate)
        .post("/user/{id}/deactivate", MANAGE, access::deactivate)
        .post("/user/{id}/reactivate", MANAGE, access::reactivate)
        .post("/user/{id}/reset-link", MANAGE, access::reset_link)
        .post("/user/{id}/two-step-off", MANAGE, access::two_step_off)
        .post("/user/{id}/sessions/end", MANAGE, access::end_sessions)
        .post("/user/{id}/sessions/{session}/end", MANAGE, access::end_session);
}

/// What an editor is as she is stored; `None` where her role is not one of ours.
fn standing(stored: &StoredEditor) -> Option<Standing> {
    Editor::of(stored, None).map(|editor| editor.standing())
}

/// The editor whose id stands in the path, if `editor` may manage her or is herself.
async fn find(cms: &Cms, editor: &Editor, id: &str) -> Result<StoredEditor, Error> {
    const MISSING: Error = Error::NotFound("no such editor");
    let id: i32 = id.parse().map_err(|_| MISSING)?;
    let found = cms.db.run(move |connection| Ok(editor::find(connection, id)?)).await?;
    let found = found.ok_or(MISSING)?;
    let may = match standing(&found) {
        Some(other) => editor.standing().may_manage(&other),
        // Only who may do everything can do anything about a role that nobody knows.
        None => editor.standing().grantable().len() == domain::access::Role::ALL.len(),
    };
    if may { Ok(found) } else { Err(MISSING) }
}

/// [`find`], and she is somebody else.
async fn find_other(cms: &Cms, editor: &Editor, id: &str) -> Result<StoredEditor, Error> {
    let found = find(cms, editor, id).await?;
    if found.id == editor.id {
        return Err(Error::Forbidden("nobody may do this to herself"));
    }
    Ok(found)
}
