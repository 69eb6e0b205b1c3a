//! What keeps a draft from being published.

use domain::content::{FieldProblem, Problem};
use domain::document;
use domain::survey::rules::{Mistake, Place};
use server::error::Error;

use crate::content::told;

/// What is wrong with a draft.
#[derive(Clone, Debug)]
pub(crate) enum Wrong {
    /// Fields of a kind.
    Fields(Vec<FieldProblem>),
    /// Places of a survey.
    Survey(Vec<(Place, Mistake)>),
    /// A text as a whole.
    Document(document::Mistake),
}

impl Wrong {
    /// Sentences about it, as a program is told.
    pub(crate) fn told(&self) -> Vec<String> {
        match self {
            Wrong::Fields(problems) => problems.iter().map(told).collect(),
            Wrong::Survey(mistakes) => {
                mistakes.iter().map(|(_, mistake)| mistake.message().to_owned()).collect()
            }
            Wrong::Document(mistake) => vec![mistake.message().to_owned()],
        }
    }

    /// The failure as a program is told.
    pub(crate) fn error(&self) -> Error {
        if let Wrong::Fields(problems) = self
            && problems.iter().any(|found| found.problem == Problem::Taken)
        {
            return Error::Conflict("another item of this language has it already");
        }
        Error::bad(self.told().join("; "))
    }
}
