//! The sizes beside each other.

use std::io::Write;
use std::path::PathBuf;

use serde_json::{Value, json};

use crate::{Outcome, conditions};

/// The files of the sizes, smallest first.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The file for the figures.
    #[arg(long)]
    output: PathBuf,
    /// What `growth` has kept.
    steps: Vec<PathBuf>,
}

/// Prints the table and keeps all sizes in one file.
///
/// # Errors
///
/// When a file cannot be read or written.
pub(crate) fn print(arguments: &Arguments) -> Outcome<()> {
    let steps: Vec<Value> = arguments
        .steps
        .iter()
        .map(|file| Ok(serde_json::from_str(&std::fs::read_to_string(file)?)?))
        .collect::<Outcome<_>>()?;
    let mut out = std::io::stdout().lock();
    writeln!(out, "\n{}", heading(&steps))?;
    for part in ["whole", "in_database"] {
        let paths = steps.first().and_then(|step| step[part].as_object());
        for path in paths.into_iter().flat_map(serde_json::Map::keys) {
            writeln!(out, "{}", row(&steps, part, path))?;
        }
    }
    writeln!(out, "\n{NOTE}")?;
    let all = json!({ "steps": steps, "conditions": conditions::json(None) });
    std::fs::write(&arguments.output, serde_json::to_string_pretty(&all)?)?;
    Ok(())
}

const NOTE: &str = "Median (p99) in milliseconds, one caller. \"whole\" is the request over HTTP; \"in the database\" are
the same functions of the service over one connection, the way there and back included. The last
column divides the largest size's median by the smallest's.";

fn heading(steps: &[Value]) -> String {
    let sizes =
        steps.iter().map(|step| format!("{:>20}", format!("{} accounts", step["accounts"])));
    format!("{:<46}{}{:>10}", "path", sizes.collect::<String>(), "growth")
}

fn row(steps: &[Value], part: &str, path: &str) -> String {
    let figure = |step: &Value, name: &str| step[part][path][name].as_f64();
    let cells = steps.iter().map(|step| {
        let cell = match (figure(step, "median_ms"), figure(step, "p99_ms")) {
            (Some(median), Some(p99)) => format!("{median:.2} ({p99:.1})"),
            _ => "-".to_owned(),
        };
        format!("{cell:>20}")
    });
    let growth = steps
        .first()
        .and_then(|step| figure(step, "median_ms"))
        .zip(steps.last().and_then(|step| figure(step, "median_ms")))
        .map_or_else(String::new, |(first, last)| format!("{:.1}x", last / first));
    let name = match part {
        "whole" => path.to_owned(),
        _ => format!("{path}, in the database"),
    };
    format!("{name:<46}{}{growth:>10}", cells.collect::<String>())
}
