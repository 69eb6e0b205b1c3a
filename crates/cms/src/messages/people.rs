//! Who may look after messages.

use db::content::suggestion_handling::Assignee;
use db::editor::{self, Filter, Order};
use domain::access::{Ability, Role};
use server::error::Error;

use crate::pages::Call;

/// Most names to choose from.
const MOST: i64 = 200;

/// The editors who may handle messages of the language, by name.
pub(super) async fn who_may(call: &Call, lang: &str) -> Result<Vec<Assignee>, Error> {
    let may = |role: &Role| role.may(Ability::HandleMessages);
    let filter = Filter {
        roles: Role::ALL.into_iter().filter(may).map(|role| role.name().to_owned()).collect(),
        language: Some(lang.to_owned()),
        deactivated: Some(false),
        ..Filter::default()
    };
    let lines = call
        .cms
        .db
        .run(move |connection| Ok(editor::list(connection, &filter, Order::Name, false, 0, MOST)?))
        .await?;
    Ok(lines.into_iter().map(|line| Assignee { id: line.id, name: line.username }).collect())
}
