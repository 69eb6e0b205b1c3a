//! `cms admin create-user`

use db::audit::{self, Act, Entry};
use db::editor::{self, NewEditor, Profile};
use server::clock;
use server::context::Context;

use super::{Role, operator, password, with_connection};

/// Creates an editor.
pub(super) fn run(
    context: &Context,
    username: &str,
    role: Role,
    lang: &str,
    if_absent: bool,
) -> Result<(), String> {
    let hash = password::read(username)?;
    let new = NewEditor {
        profile: Profile {
            username: username.to_owned(),
            role: role.name(),
            languages: vec![lang.to_owned()],
        },
        password: Some(hash),
        lang: lang.to_owned(),
        date_created: clock::now().to_iso(),
    };
    let created = with_connection(context, |connection| {
        let created = editor::create(connection, &new)?;
        if created.is_some() {
            let detail = format!("{}, {lang}", role.name());
            let (act, author) = (Act::EditorCreated, operator());
            let entry = Entry { author: &author, act, item: username, detail: &detail };
            audit::record(connection, &entry)?;
        }
        Ok(created)
    })?;
    if created.is_some() || if_absent {
        return Ok(());
    }
    Err(format!("an editor named {username} exists already"))
}
