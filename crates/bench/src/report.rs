//! The table on the terminal and the same as JSON.

use std::io::Write;
use std::path::Path;

use serde_json::{Value, json};

use crate::Outcome;
use crate::compare::{Cpu, Spread};

/// What was found for one line of the table.
pub(crate) struct Line {
    pub(crate) name: String,
    pub(crate) found: Found,
}

/// A measurement, or why there is none.
pub(crate) enum Found {
    Measured(Box<Measured>),
    CannotRun(String),
    Failed(String),
}

/// Both sides, and the goal.
pub(crate) struct Measured {
    /// Of the two values: `/s`, `ms`, `MB`.
    pub(crate) unit: &'static str,
    pub(crate) limit: Option<Spread>,
    pub(crate) ours: Spread,
    pub(crate) ratio: Option<Spread>,
    pub(crate) goal: String,
    /// `None` where there is no goal, only a figure worth knowing.
    pub(crate) reached: Option<bool>,
    /// Processor time that the limit takes per request.
    pub(crate) limit_cpu: Cpu,
    /// That of ours.
    pub(crate) our_cpu: Cpu,
}

/// Everything that a run found.
#[derive(Default)]
pub(crate) struct Report {
    lines: Vec<Line>,
}

impl Report {
    pub(crate) fn add(&mut self, line: Line) {
        complain(&row(&line));
        self.lines.push(line);
    }

    /// Whether every line could be measured without a wrong answer. Goals that are missed are
    /// for people to judge.
    pub(crate) fn is_complete(&self) -> bool {
        !self.lines.iter().any(|line| matches!(line.found, Found::Failed(_)))
    }

    /// Prints the table with `notes` below.
    ///
    /// # Errors
    ///
    /// When standard output is closed.
    pub(crate) fn print(&self, notes: &[String]) -> Outcome<()> {
        let mut out = std::io::stdout().lock();
        writeln!(out, "\n{HEADINGS}")?;
        for line in &self.lines {
            writeln!(out, "{}", row(line))?;
        }
        writeln!(out, "\n{NOTES}")?;
        for note in notes {
            writeln!(out, "{note}")?;
        }
        Ok(())
    }

    /// Keeps the figures, with what was asked for (`about`) and under which conditions.
    ///
    /// # Errors
    ///
    /// When the file cannot be written.
    pub(crate) fn keep(&self, file: &Path, about: &Value, conditions: &Value) -> Outcome<()> {
        let lines: Vec<Value> = self.lines.iter().map(json_line).collect();
        let all = json!({ "about": about, "conditions": conditions, "rows": lines });
        std::fs::write(file, serde_json::to_string_pretty(&all)?)?;
        Ok(())
    }
}

const HEADINGS: &str = "row                                    limit       ours  unit   ratio (min-max)       goal            reached   CPU us/request (limit)";

const NOTES: &str = "Medians of the rounds. The ratio is ours divided by the limit of the same round. CPU us/request is
the processor time of the service, plus that of PostgreSQL where the row is about it; in brackets
that of the limit: of the bare server, or of PostgreSQL under pgbench.";

fn row(line: &Line) -> String {
    let measured = match &line.found {
        Found::Measured(measured) => measured,
        Found::CannotRun(reason) => return format!("{:<32} not measured: {reason}", line.name),
        Found::Failed(reason) => return format!("{:<32} FAILED: {reason}", line.name),
    };
    let number = |value: Option<f64>| value.map_or_else(|| "-".to_owned(), figure);
    let ratio = measured.ratio.map_or_else(
        || format!("({}-{})", figure(measured.ours.least), figure(measured.ours.most)),
        |ratio| format!("{:.2} ({:.2}-{:.2})", ratio.median, ratio.least, ratio.most),
    );
    let reached = match measured.reached {
        Some(true) => "yes",
        Some(false) => "NO",
        None => "-",
    };
    let cpu = match (cpu(measured.our_cpu), cpu(measured.limit_cpu)) {
        (Some(ours), Some(limit)) => format!("{ours} ({limit})"),
        (ours, _) => ours.unwrap_or_else(|| "-".to_owned()),
    };
    format!(
        "{:<32} {:>11} {:>10}  {:<5}  {:<20}  {:<15} {:<8}  {}",
        line.name,
        number(measured.limit.map(|spread| spread.median)),
        figure(measured.ours.median),
        measured.unit,
        ratio,
        measured.goal,
        reached,
        cpu
    )
}

fn cpu(cpu: Cpu) -> Option<String> {
    match (cpu.server.map(figure), cpu.database.map(figure)) {
        (Some(server), Some(database)) => Some(format!("{server} + {database}")),
        (server, database) => server.or(database),
    }
}

/// Three digits are as many as such a measurement is good for.
fn figure(value: f64) -> String {
    match value.abs() {
        100.0.. => format!("{value:.0}"),
        10.0..100.0 => format!("{value:.1}"),
        _ => format!("{value:.2}"),
    }
}

fn json_line(line: &Line) -> Value {
    match &line.found {
        Found::CannotRun(reason) => json!({ "row": line.name, "not_measured": reason }),
        Found::Failed(reason) => json!({ "row": line.name, "failed": reason }),
        Found::Measured(measured) => json!({
            "row": line.name,
            "unit": measured.unit,
            "limit": measured.limit.map(|spread| spread.json()),
            "ours": measured.ours.json(),
            "ratio": measured.ratio.map(|spread| spread.json()),
            "goal": measured.goal,
            "reached": measured.reached,
            "cpu_micros_per_request": cpu_json(measured.our_cpu),
            "cpu_micros_per_request_limit": cpu_json(measured.limit_cpu),
        }),
    }
}

fn cpu_json(cpu: Cpu) -> Value {
    json!({ "service": cpu.server, "database": cpu.database })
}

/// Says something to the person at the terminal.
pub(crate) fn complain(text: &str) {
    // Nobody is left to be told about a closed terminal.
    let _ = writeln!(std::io::stderr(), "{text}");
}
