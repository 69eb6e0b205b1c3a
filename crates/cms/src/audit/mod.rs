//! The audit log, for superAdmins.

mod csv;
mod page;

use db::audit::{Act, Filter};
use domain::access::Ability;
use domain::moment::Moment;
use server::query::Query;

use crate::access::{Need, Routes};

const READ: Need = Need::Ability(Ability::ReadAudit);

/// Adds the routes of the area.
pub(crate) fn routes(routes: &mut Routes<'_>) {
    routes.get("/audit-log", READ, page::show).get("/audit-log.csv", READ, csv::download);
}

/// Milliseconds of a day.
const DAY: i64 = 24 * 60 * 60 * 1000;

/// How far Nepal's clocks are ahead of UTC, in milliseconds: days begin and end there.
const NEPAL: i64 = (5 * 60 + 45) * 60 * 1000;

/// What a query asks for: `act`, `editor`, `q`, and the days `from` and `until`.
fn filter(query: &Query) -> Filter {
    let said = |name: &str| query.get(name).map(str::trim).filter(|value| !value.is_empty());
    let day = |name: &str| said(name).and_then(Moment::parse).map(Moment::millis);
    let at = |millis: i64| Moment::from_millis(millis - NEPAL);
    Filter {
        act: said("act").and_then(Act::from_word),
        editor: said("editor").map(str::to_owned),
        text: said("q").map(str::to_owned),
        from: day("from").and_then(at),
        until: day("until").and_then(|millis| at(millis + DAY)),
    }
}
