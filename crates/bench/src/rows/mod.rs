//! The rows of the table, one file each.

pub(crate) mod append_events;
mod beside_logins;
mod cheap_login;
pub(crate) mod credentials;
pub(crate) mod info;
pub(crate) mod mobile;
pub(crate) mod new_surveys;
pub(crate) mod replace_store;
mod start;
pub(crate) mod statistics;

use crate::Outcome;
use crate::compare::{Comparison, Cpu, Spread};
use crate::report::{Found, Line, Measured};
use crate::run::Bench;

/// A row, or a few that belong together.
pub(crate) struct Row {
    /// What it is asked for by.
    pub(crate) name: &'static str,
    pub(crate) measure: fn(&Bench) -> Outcome<Vec<Line>>,
}

/// Every row, cheap ones first: those that fill the database come last.
pub(crate) const ROWS: [Row; 11] = [
    Row { name: "start", measure: start::measure },
    Row { name: "mobile", measure: mobile::measure },
    Row { name: "info", measure: info::measure },
    Row { name: "new-surveys", measure: new_surveys::measure },
    Row { name: "login", measure: credentials::login },
    Row { name: "signup", measure: credentials::signup },
    Row { name: "cheap-login", measure: cheap_login::measure },
    Row { name: "beside-logins", measure: beside_logins::measure },
    Row { name: "append-events", measure: append_events::measure },
    Row { name: "replace-store", measure: replace_store::measure },
    Row { name: "statistics", measure: statistics::measure },
];

/// A line whose goal is a least share of the limit's requests per second.
fn share_of_limit(name: impl Into<String>, comparison: &Comparison, least: f64) -> Outcome<Line> {
    let ratio = comparison.ratio();
    Ok(Line {
        name: name.into(),
        found: Found::Measured(Box::new(Measured {
            unit: "/s",
            limit: comparison.limit(),
            ours: comparison.ours().ok_or("nothing was measured")?,
            ratio,
            goal: format!(">= {least:.2}"),
            reached: ratio.map(|ratio| ratio.median >= least),
            limit_cpu: comparison.limit_cpu(),
            our_cpu: comparison.our_cpu(),
        })),
    })
}

/// A line of what was measured without a limit beside it; its goal is at most `most` of `unit`.
fn at_most(name: String, unit: &'static str, ours: Spread, most: Option<f64>) -> Line {
    Line {
        name,
        found: Found::Measured(Box::new(Measured {
            unit,
            limit: None,
            ours,
            ratio: None,
            goal: most.map_or_else(|| "-".to_owned(), |most| format!("<= {most} {unit}")),
            reached: most.map(|most| ours.median <= most),
            limit_cpu: Cpu::default(),
            our_cpu: Cpu::default(),
        })),
    }
}
