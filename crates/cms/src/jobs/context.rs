//! What a job has while it is done.

use std::sync::{Arc, Mutex, PoisonError};

use actix_web::web;
use db::Connection;
use db::job::Job;
use db::job::file::{self, File, Role};
use db::job::work::Progress;
use db::pool::connect_for_migration;
use serde::de::DeserializeOwned;

use super::{JobError, Sentence};
use crate::state::Cms;

/// A job that is being done.
#[derive(Clone)]
pub struct JobContext {
    /// The parts of the service.
    pub cms: web::Data<Cms>,
    /// The job as it was when it was taken.
    pub job: Arc<Job>,
    reporter: Reporter,
}

/// Why a job is to end early.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stop {
    /// An editor has called it off.
    CalledOff,
    /// The instance is stopping.
    Stopping,
    /// It is no longer in these hands.
    Lost,
}

/// Takes in how far a job is; may go to another thread. The worker stores it about each second.
#[derive(Clone, Default)]
pub struct Reporter(Arc<Mutex<Told>>);

#[derive(Default)]
struct Told {
    progress: Progress,
    stop: Option<Stop>,
}

impl Reporter {
    /// Notes that `done` of `total` is done and what comes next, by the key of a sentence.
    /// Cheap: may be called for every row.
    ///
    /// # Errors
    ///
    /// As [`Reporter::check`].
    pub fn progress(
        &self,
        done: impl TryInto<i64>,
        total: impl TryInto<i64>,
        step: &'static str,
    ) -> Result<(), JobError> {
        let mut told = self.told();
        told.progress.done = done.try_into().unwrap_or(i64::MAX);
        told.progress.total = total.try_into().ok();
        if told.progress.step.as_deref() != Some(step) {
            told.progress.step = Some(step.to_owned());
        }
        if told.stop.is_some() { Err(JobError::Stopped) } else { Ok(()) }
    }

    /// Whether to go on.
    ///
    /// # Errors
    ///
    /// [`JobError::Stopped`] when the job has been called off, the service is stopping or
    /// another instance has the job: roll back and return it.
    pub fn check(&self) -> Result<(), JobError> {
        if self.told().stop.is_some() { Err(JobError::Stopped) } else { Ok(()) }
    }

    pub(super) fn stop(&self, why: Stop) {
        self.told().stop.get_or_insert(why);
    }

    pub(super) fn stopped(&self) -> Option<Stop> {
        self.told().stop
    }

    pub(super) fn so_far(&self) -> Progress {
        self.told().progress.clone()
    }

    fn told(&self) -> std::sync::MutexGuard<'_, Told> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl JobContext {
    pub(super) fn new(cms: web::Data<Cms>, job: Job, reporter: Reporter) -> JobContext {
        JobContext { cms, job: Arc::new(job), reporter }
    }

    /// What progress is told to, from any thread.
    pub fn reporter(&self) -> &Reporter {
        &self.reporter
    }

    /// As [`Reporter::progress`].
    ///
    /// # Errors
    ///
    /// As [`Reporter::check`].
    pub fn progress(
        &self,
        done: impl TryInto<i64>,
        total: impl TryInto<i64>,
        step: &'static str,
    ) -> Result<(), JobError> {
        self.reporter.progress(done, total, step)
    }

    /// What the job is about.
    ///
    /// # Errors
    ///
    /// A failed job, when its payload is not of this form.
    pub fn payload<T: DeserializeOwned>(&self) -> Result<T, JobError> {
        serde_json::from_str(&self.job.payload).map_err(|error| {
            log::error!("payload of a job {}: {error}", self.job.kind);
            JobError::failed(Sentence::new("job-broken"))
        })
    }

    /// The file that the job works on.
    ///
    /// # Errors
    ///
    /// A failed job, when there is none; or that of the database.
    pub async fn input(&self) -> Result<File, JobError> {
        let id = self.job.id;
        let found =
            self.cms.db.run(move |connection| Ok(file::read(connection, id, Role::Input)?)).await?;
        found.ok_or_else(|| JobError::failed(Sentence::new("job-broken")))
    }

    /// Runs long work on a thread and a connection of its own, which has none of the time-outs
    /// of requests.
    ///
    /// # Errors
    ///
    /// Those of `work`, and of connecting.
    pub async fn apart<T, F>(&self, work: F) -> Result<T, JobError>
    where
        T: Send + 'static,
        F: FnOnce(&mut Connection, &Reporter) -> Result<T, JobError> + Send + 'static,
    {
        let settings = self.cms.db.settings().clone();
        let reporter = self.reporter.clone();
        let ran = web::block(move || {
            let mut connection = connect_for_migration(&settings)?;
            work(&mut connection, &reporter)
        });
        ran.await.unwrap_or_else(|_| Err(JobError::failed(Sentence::new("job-broken"))))
    }
}
