//! One cell in the report.

use domain::content::Problem;
use serde::{Deserialize, Serialize};

/// A cell that somebody has filled in, or should have.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// The column, as the table has it.
    pub column: String,
    /// The number of the question, for a survey.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub question: Option<usize>,
    /// What is there now.
    pub old: String,
    /// What the file says.
    pub new: String,
    /// What was there when the file was made, where that is another text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub was: Option<String>,
    /// What is wrong with it, by the last part of a key of texts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub problem: Option<String>,
    /// How many characters it has, and how many fit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub length: Option<(usize, usize)>,
}

/// A cell that the spreadsheet program could not compute.
pub(super) const CELL_ERROR: &str = "cell-error";
/// A cell in which the program has made a date of something typed.
pub(super) const DATE: &str = "date";
/// The old text in the file was written over.
pub(super) const LOCKED: &str = "locked";
/// Two rows say different things about one item.
pub(super) const TWO_TEXTS: &str = "two-texts";
/// The file has the item twice.
pub(super) const TWICE: &str = "twice";
/// A question that is not one of its survey.
pub(super) const NO_QUESTION: &str = "no-question";
/// An option before a filled one is empty.
pub(super) const OPTION_GAP: &str = "option-gap";

impl Change {
    /// The same with what is wrong with it.
    #[must_use]
    pub fn with(mut self, problem: &Problem) -> Change {
        self.problem = Some(problem.name().to_owned());
        if let Problem::TooLong { length, limit } = problem {
            self.length = Some((*length, *limit));
        }
        self
    }

    /// The same with what is wrong with it, by its name.
    #[must_use]
    pub(super) fn named(mut self, problem: &str) -> Change {
        self.problem = Some(problem.to_owned());
        self
    }
}
