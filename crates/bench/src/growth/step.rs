//! One size of the data.

use serde_json::{Value, json};

use super::{database, whole};
use crate::Outcome;
use crate::load::Latencies;
use crate::run::{Arguments, Bench};

/// One path at one size: times in milliseconds.
pub(super) struct Times {
    pub(super) path: String,
    pub(super) latencies: Latencies,
}

/// Measures every path at the present size and keeps the times in the file for the figures.
///
/// # Errors
///
/// When an answer was wrong or the file cannot be written.
pub(crate) fn measure(arguments: Arguments) -> Outcome<()> {
    let bench = Bench::prepare(arguments)?;
    // The whole first: its stores and events are the state that the database then works on.
    let whole = whole::measure(&bench)?;
    let step = json!({
        "accounts": bench.arguments.accounts,
        "events": bench.arguments.events,
        "whole": times(whole),
        "in_database": times(database::measure(&bench)?),
    });
    std::fs::write(&bench.arguments.output, serde_json::to_string_pretty(&step)?)?;
    Ok(())
}

fn times(measured: Vec<Times>) -> Value {
    let mut all = serde_json::Map::new();
    for Times { path, mut latencies } in measured {
        let figures = json!({
            "median_ms": latencies.percentile_millis(50),
            "p99_ms": latencies.percentile_millis(99),
            "requests": latencies.count(),
        });
        all.insert(path, figures);
    }
    Value::Object(all)
}
