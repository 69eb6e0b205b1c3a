//! The table on the terminal, and the same as JSON.

use std::fmt;
use std::io::Write;
use std::path::Path;
use std::time::Duration;

use loadkit::Outcome;
use serde_json::{Value, json};

use crate::check::Checked;
use crate::load::{Record, Reply, Sample};

/// What one fault led to.
#[derive(Default)]
pub(crate) struct Finding {
    pub(crate) fault: String,
    requests: usize,
    /// Writes that were compared with the database.
    checked: Option<Checked>,
    slowest: Duration,
    recovery: Option<Duration>,
    /// Figures worth knowing.
    notes: Vec<String>,
    /// What should not be so.
    misses: Vec<String>,
    /// Why the fault could not be tried here.
    not_checked: Option<String>,
}

/// Which answers callers may get while a fault lasts. What needs no database is always 200.
#[derive(Clone, Copy)]
pub(crate) struct Allowed {
    /// Statuses of what needs the database.
    pub(crate) statuses: &'static [u16],
    /// Whether connections may break, and content may be missed with them: where the instance
    /// itself is what fails.
    pub(crate) broken: bool,
}

/// The usual fault: who needs the database is served or asked to come again.
pub(crate) const SERVED_OR_LATER: Allowed = Allowed { statuses: &[200, 503], broken: false };

impl Finding {
    pub(crate) fn of(fault: impl Into<String>) -> Finding {
        Finding { fault: fault.into(), ..Finding::default() }
    }

    pub(crate) fn not_checked(fault: &str, reason: &str) -> Finding {
        Finding { not_checked: Some(reason.to_owned()), ..Finding::of(fault) }
    }

    pub(crate) fn failed(fault: &str, reason: &str) -> Finding {
        Finding { misses: vec![reason.to_owned()], ..Finding::of(fault) }
    }

    /// Counts what callers got, and judges every answer.
    pub(crate) fn judge(&mut self, record: &Record, allowed: Allowed) {
        self.requests += record.samples.len();
        self.slowest = self.slowest.max(record.slowest(|_| true));
        let wrong = |sample: &&Sample| match sample.reply {
            Reply::Status(200) => false,
            Reply::Status(status) => {
                sample.kind.never_fails() || !allowed.statuses.contains(&status)
            }
            Reply::Broken => !allowed.broken,
            Reply::Late => true,
        };
        let mut wrong = record.samples.iter().filter(wrong).peekable();
        if let Some(first) = wrong.peek() {
            let first = format!("{:?}: {:?}", first.kind, first.reply);
            self.miss(format!("{} answers that must not be, the first {first}", wrong.count()));
        }
        for strange in &record.strange {
            self.miss(format!("an answer that no caller may get: {strange}"));
        }
        let statuses = |status| {
            record.samples.iter().filter(|sample| sample.reply == Reply::Status(status)).count()
        };
        let broken = record.samples.iter().filter(|sample| sample.reply == Reply::Broken).count();
        self.note(format!("{} x 200, {} x 503, {broken} broken", statuses(200), statuses(503)));
        let slowest = record.samples.iter().max_by_key(|sample| sample.took);
        if let Some(slowest) = slowest {
            let others = Seconds(record.slowest(|sample| !sample.kind.hashes()));
            self.note(format!("slowest: {:?}; of what needs no hashing {others}", slowest.kind));
        }
        if statuses(200) == 0 {
            self.miss("nobody was served".to_owned());
        }
    }

    /// Takes what the database holds into account. What was acknowledged is there, and once.
    pub(crate) fn compare(&mut self, checked: Checked) {
        self.checked = Some(checked);
        if checked.lost > 0 || checked.doubled > 0 {
            self.miss(format!("{} lost, {} doubled", checked.lost, checked.doubled));
        }
        if checked.acknowledged == 0 {
            self.miss("nothing was acknowledged".to_owned());
        }
    }

    /// Judges how long callers waited once the fault was over; several times, the longest counts.
    pub(crate) fn recovered(&mut self, recovery: Option<Duration>, most: Duration) {
        let Some(recovery) = recovery else { return self.miss("no recovery".to_owned()) };
        self.recovery = Some(self.recovery.unwrap_or_default().max(recovery));
        self.at_most("recovery", recovery, most);
    }

    pub(crate) fn at_most(&mut self, what: &str, took: Duration, most: Duration) {
        if took > most {
            self.miss(format!("{what} {} instead of {}", Seconds(took), Seconds(most)));
        }
    }

    pub(crate) fn require(&mut self, holds: bool, otherwise: impl Into<String>) {
        if !holds {
            self.miss(otherwise);
        }
    }

    pub(crate) fn miss(&mut self, what: impl Into<String>) {
        self.misses.push(what.into());
    }

    pub(crate) fn note(&mut self, what: impl Into<String>) {
        self.notes.push(what.into());
    }

    fn verdict(&self) -> &'static str {
        match (&self.not_checked, self.misses.is_empty()) {
            (Some(_), _) => "NOT CHECKED",
            (None, true) => "holds",
            (None, false) => "MISSED",
        }
    }

    fn row(&self) -> String {
        let checked = |part: fn(&Checked) -> usize| {
            self.checked.as_ref().map_or("-".to_owned(), |checked| part(checked).to_string())
        };
        format!(
            "{:<17} {:>9} {:>13} {:>5} {:>8} {:>9} {:>9}  {}",
            self.fault,
            self.requests,
            checked(|checked| checked.acknowledged),
            checked(|checked| checked.lost),
            checked(|checked| checked.doubled),
            Seconds(self.slowest).to_string(),
            self.recovery.map_or("-".to_owned(), |recovery| Seconds(recovery).to_string()),
            self.verdict(),
        )
    }

    /// The lines below the row: what is wrong, then what is worth knowing.
    fn remarks(&self) -> impl Iterator<Item = String> {
        let not_checked = self.not_checked.iter().map(|reason| format!("    {reason}"));
        let misses = self.misses.iter().map(|miss| format!("  ! {miss}"));
        let notes = self.notes.iter().map(|note| format!("    {note}"));
        not_checked.chain(misses).chain(notes)
    }

    fn json(&self) -> Value {
        json!({
            "fault": self.fault,
            "requests": self.requests,
            "acknowledged": self.checked.map(|checked| checked.acknowledged),
            "lost": self.checked.map(|checked| checked.lost),
            "doubled": self.checked.map(|checked| checked.doubled),
            "slowest_seconds": self.slowest.as_secs_f64(),
            "recovery_seconds": self.recovery.map(|recovery| recovery.as_secs_f64()),
            "verdict": self.verdict(),
            "misses": self.misses,
            "notes": self.notes,
            "not_checked": self.not_checked,
        })
    }
}

/// Everything that a run found.
#[derive(Default)]
pub(crate) struct Report(Vec<Finding>);

const HEADINGS: &str =
    "fault              requests  acknowledged  lost  doubled   slowest  recovery  verdict";

impl Report {
    pub(crate) fn add(&mut self, finding: Finding) {
        say(&finding.row());
        finding.remarks().for_each(|remark| say(&remark));
        self.0.push(finding);
    }

    /// Whether every fault that could be tried did no harm.
    pub(crate) fn holds(&self) -> bool {
        self.0.iter().all(|finding| finding.verdict() != "MISSED")
    }

    /// Prints the table, and keeps it in a file.
    ///
    /// # Errors
    ///
    /// When standard output is closed or the file cannot be written.
    pub(crate) fn publish(&self, file: &Path, about: &Value) -> Outcome<()> {
        let mut out = std::io::stdout().lock();
        writeln!(out, "\n{HEADINGS}")?;
        for finding in &self.0 {
            writeln!(out, "{}", finding.row())?;
            for miss in &finding.misses {
                writeln!(out, "  ! {miss}")?;
            }
        }
        writeln!(
            out,
            "\nRecovery: how long after the end of a fault requests still began that failed."
        )?;
        let findings: Vec<Value> = self.0.iter().map(Finding::json).collect();
        let all = json!({ "about": about, "faults": findings });
        std::fs::write(file, serde_json::to_string_pretty(&all)?)?;
        Ok(())
    }
}

/// A span as people read it.
pub(crate) struct Seconds(pub(crate) Duration);

impl fmt::Display for Seconds {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:.2} s", self.0.as_secs_f64())
    }
}

/// Says something to the person at the terminal.
pub(crate) fn say(text: &str) {
    // Nobody is left to be told about a closed terminal.
    let _ = writeln!(std::io::stderr(), "{text}");
}
