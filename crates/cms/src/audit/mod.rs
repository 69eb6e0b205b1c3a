//! The audit log, for superAdmins.

mod csv;
mod page;

use db::audit::{Act, Filter};
use domain::access::Ability;
use domain::calendar::Day;
use server::query::Query;

use crate::access::{Need, Routes};

const READ: Need = Need::Ability(Ability::ReadAudit);

/// Adds the routes of the area.
pub(crate) fn routes(routes: &mut Routes<'_>) {
    routes.get("/audit-log", READ, page::show).get("/audit-log.csv", READ, csv::download);
}

/// What a query asks for: `act`, `editor`, `q`, and the days `from` and `until`, as Nepal counts
/// them.
fn filter(query: &Query) -> Filter {
    let said = |name: &str| query.get(name).map(str::trim).filter(|value| !value.is_empty());
    let day = |name: &str| said(name).and_then(Day::from_iso);
    Filter {
        act: said("act").and_then(Act::from_word),
        editor: said("editor").map(str::to_owned),
        text: said("q").map(str::to_owned),
        from: day("from").and_then(Day::begin),
        until: day("until").and_then(|day| day.next().begin()),
    }
}
