//! The kinds of jobs there are, and how one can end.

use std::time::Duration;

use db::error::DbError;
use db::job::file::File;
use futures_util::future::LocalBoxFuture;
use serde::{Deserialize, Serialize};

use super::{JobContext, Sentence};
use crate::{exchange, import, push, releases};

/// A kind of job.
pub struct Kind {
    /// Its name in the table.
    pub name: &'static str,
    /// Key of the text that says what it does.
    pub title: &'static str,
    /// How often it may be begun before it counts as failed. It must be able to begin again
    /// after having been broken off anywhere.
    pub most_attempts: i16,
    /// Does it.
    pub run: Run,
}

/// How a kind is done.
pub type Run = fn(JobContext) -> LocalBoxFuture<'static, Result<Outcome, JobError>>;

/// Every kind that this service can do.
pub const KINDS: &[Kind] = &[
    exchange::EXPORT,
    exchange::IMPORT,
    import::WORKBOOK,
    import::CHECK,
    import::APPLY,
    import::UNDO,
    push::KIND,
    push::TEST_KIND,
    releases::KIND,
];

/// What came of a job.
#[derive(Debug, Default)]
pub struct Outcome {
    /// What its page says.
    pub report: Vec<Sentence>,
    /// Where its page leads to.
    pub link: Option<Link>,
    /// What can be downloaded.
    pub file: Option<File>,
}

/// Where the page of a job leads to.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Link {
    /// The path.
    pub path: String,
    /// What stands on it.
    pub label: Sentence,
}

impl Outcome {
    /// One sentence.
    pub fn says(sentence: Sentence) -> Outcome {
        Outcome { report: vec![sentence], ..Outcome::default() }
    }

    /// The same with a link.
    #[must_use]
    pub fn linking(mut self, path: impl Into<String>, label: Sentence) -> Outcome {
        self.link = Some(Link { path: path.into(), label });
        self
    }

    /// The same with a file to download.
    #[must_use]
    pub fn with_file(mut self, file: File) -> Outcome {
        self.file = Some(file);
        self
    }
}

/// Why a job did not come to its end.
#[derive(Debug)]
pub enum JobError {
    /// It cannot be done.
    Failed(Vec<Sentence>),
    /// It may work after a while.
    TryAgain(Sentence, Duration),
    /// [`super::Reporter::check`] said that it shall end.
    Stopped,
}

impl JobError {
    /// It cannot be done, for one reason.
    pub fn failed(reason: Sentence) -> JobError {
        JobError::Failed(vec![reason])
    }
}

impl From<DbError> for JobError {
    fn from(error: DbError) -> JobError {
        if let DbError::Unavailable(cause) = error {
            log::warn!("job: {cause}");
            JobError::TryAgain(Sentence::new("job-database-away"), Duration::from_secs(10))
        } else {
            log::error!("job: {error}");
            JobError::failed(Sentence::new("job-broken"))
        }
    }
}
