//! Takes jobs and does them, a few at a time, until the service stops.

use std::sync::Arc;
use std::time::{Duration, Instant};

use actix_web::rt;
use actix_web::web;
use db::job::work::{self, End, Standing, Taken};
use serde_json::json;
use server::context::Context;
use server::lifecycle::Lifecycle;
use server::metrics::Metrics;
use tokio::task::{JoinHandle, JoinSet};
use tokio::time::{MissedTickBehavior, interval, sleep, timeout};
use uuid::Uuid;

use super::context::Stop;
use super::{JobContext, JobError, Kind, Outcome, Reporter, Sentence};
use crate::state::Cms;

/// Jobs that one instance does at once: they share its cores with editors and phones.
const AT_ONCE: usize = 2;

/// Between two looks for jobs that other instances have stored.
const LOOK_EVERY: Duration = Duration::from_secs(2);

/// How often the progress is stored and the lease renewed, at most.
const RENEW_EVERY: Duration = Duration::from_secs(1);

/// How often a worker looks whether the service is stopping.
const NOTICE_STOP_WITHIN: Duration = Duration::from_millis(200);

/// Between two tries to store an outcome while the database is away.
const STORE_AGAIN_AFTER: Duration = Duration::from_secs(1);

/// The worker of this instance.
pub struct Workers(JoinHandle<()>);

impl Workers {
    /// Waits until the jobs at hand have ended or been given back, at most for `limit`. Those
    /// that have not are taken over by another instance when their leases end.
    pub async fn drained(self, limit: Duration) {
        if timeout(limit, self.0).await.is_err() {
            log::warn!("a job goes on while the service ends; another instance will begin it anew");
        }
    }
}

/// Starts doing jobs of `kinds` in this process, as soon as the database is ready.
pub fn start(context: &Context, cms: &web::Data<Cms>, kinds: &'static [Kind]) -> Workers {
    let (lifecycle, metrics) = (context.lifecycle.clone(), context.metrics.clone());
    let worker = Worker { cms: cms.clone(), lifecycle, metrics, kinds };
    Workers(rt::spawn(worker.work()))
}

#[derive(Clone)]
struct Worker {
    cms: web::Data<Cms>,
    lifecycle: Arc<Lifecycle>,
    metrics: Arc<Metrics>,
    kinds: &'static [Kind],
}

impl Worker {
    async fn work(self) {
        let mut at_hand = JoinSet::new();
        while !self.lifecycle.is_stopping() {
            if at_hand.len() < AT_ONCE
                && let Some(taken) = self.take().await
            {
                let worker = self.clone();
                at_hand.spawn_local(async move { worker.do_one(taken).await });
                continue;
            }
            tokio::select! {
                () = sleep(spread(LOOK_EVERY)) => {}
                () = self.cms.jobs.news.notified() => {}
                _ = at_hand.join_next(), if !at_hand.is_empty() => {}
                () = self.stopping() => {}
            }
        }
        while at_hand.join_next().await.is_some() {}
    }

    async fn stopping(&self) {
        while !self.lifecycle.is_stopping() {
            sleep(NOTICE_STOP_WITHIN).await;
        }
    }

    async fn take(&self) -> Option<Taken> {
        if !self.cms.db.is_open() {
            return None;
        }
        // An older instance leaves alone what only a newer one knows.
        let kinds: Vec<&'static str> = self.kinds.iter().map(|kind| kind.name).collect();
        let lease = self.cms.jobs.lease;
        let taken = self.cms.db.run(move |connection| Ok(work::take(connection, &kinds, lease)?));
        taken.await.unwrap_or_else(|error| {
            log::warn!("looking for jobs: {error}");
            None
        })
    }

    async fn do_one(&self, taken: Taken) {
        let Some(kind) = self.kinds.iter().find(|kind| kind.name == taken.job.kind) else { return };
        log::info!("job {} of kind {} begins", taken.job.id, kind.name);
        let reporter = Reporter::default();
        let context = JobContext::new(self.cms.clone(), taken.job.clone(), reporter.clone());
        // A task of its own, so that a panic in it is an outcome like others.
        let mut doing = rt::spawn((kind.run)(context));
        let mut tick = interval(RENEW_EVERY.min(self.cms.jobs.lease / 3));
        tick.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let mut renewed = Instant::now();
        let outcome = loop {
            tokio::select! {
                outcome = &mut doing => break outcome,
                _ = tick.tick() => self.renew(&taken, &reporter, &mut renewed).await,
                // Also between two ticks, so that nobody waits for a service that stops.
                () = self.stopping(), if reporter.stopped().is_none() => reporter.stop(Stop::Stopping),
            }
        };
        let outcome =
            outcome.unwrap_or_else(|_| Err(JobError::failed(Sentence::new("job-broken"))));
        self.store(&taken, &reporter, outcome).await;
    }

    async fn renew(&self, taken: &Taken, reporter: &Reporter, renewed: &mut Instant) {
        let (lease, progress, mine) = (self.cms.jobs.lease, reporter.so_far(), taken.clone());
        let standing = self
            .cms
            .db
            .run(move |connection| Ok(work::renew(connection, &mine, lease, &progress)?));
        match standing.await {
            Ok(Standing::Mine) => *renewed = Instant::now(),
            Ok(Standing::CalledOff) => {
                *renewed = Instant::now();
                reporter.stop(Stop::CalledOff);
            }
            Ok(Standing::Lost) => reporter.stop(Stop::Lost),
            Err(error) => {
                log::warn!("job {}: {error}", taken.job.id);
                if renewed.elapsed() > lease {
                    reporter.stop(Stop::Lost);
                }
            }
        }
    }

    /// Stores what came of a job. While the database is away that is tried again for as long as
    /// the job is still in these hands.
    async fn store(&self, taken: &Taken, reporter: &Reporter, outcome: Result<Outcome, JobError>) {
        let ended = Arc::new(Ended::from(outcome, reporter.stopped()));
        let Some(name) = ended.name() else { return };
        log::info!("job {} of kind {}: {name}", taken.job.id, taken.job.kind);
        self.metrics.jobs.with_label_values(&[taken.job.kind.as_str(), name]).inc();
        let start = Instant::now();
        while start.elapsed() < self.cms.jobs.lease {
            let (mine, ended) = (taken.clone(), ended.clone());
            let progress = reporter.so_far();
            let lease = self.cms.jobs.lease;
            let stored = self.cms.db.run(move |connection| {
                // What the page shows of a job that is over is how far it came.
                work::renew(connection, &mine, lease, &progress)?;
                Ok(work::end(connection, &mine, &ended.as_end())?)
            });
            match stored.await {
                Ok(_) => return,
                Err(error) => log::warn!("job {}: {error}", taken.job.id),
            }
            sleep(STORE_AGAIN_AFTER).await;
        }
    }
}

/// An outcome in the form in which it is stored.
enum Ended {
    Done(String, Option<db::job::file::File>),
    Failed(String),
    TryAgain(String, Duration),
    Cancelled,
    GivenBack,
    Lost,
}

impl Ended {
    fn from(outcome: Result<Outcome, JobError>, stopped: Option<Stop>) -> Ended {
        match outcome {
            Ok(outcome) => Ended::Done(
                json!({ "report": outcome.report, "link": outcome.link }).to_string(),
                outcome.file,
            ),
            Err(JobError::Failed(reasons)) => {
                Ended::Failed(json!({ "report": reasons }).to_string())
            }
            Err(JobError::TryAgain(reason, wait)) => {
                Ended::TryAgain(json!({ "report": [reason] }).to_string(), wait)
            }
            Err(JobError::Stopped) => match stopped {
                Some(Stop::CalledOff) => Ended::Cancelled,
                Some(Stop::Stopping) => Ended::GivenBack,
                Some(Stop::Lost) | None => Ended::Lost,
            },
        }
    }

    fn as_end(&self) -> End<'_> {
        match self {
            Ended::Done(result, file) => End::Done(result, file.as_ref()),
            Ended::Failed(result) => End::Failed(result),
            Ended::TryAgain(result, wait) => End::TryAgain(result, *wait),
            Ended::Cancelled => End::Cancelled,
            Ended::GivenBack | Ended::Lost => End::GivenBack,
        }
    }

    /// What the log says; nothing is stored of a job that is in other hands.
    fn name(&self) -> Option<&'static str> {
        match self {
            Ended::Done(..) => Some("done"),
            Ended::Failed(_) => Some("failed"),
            Ended::TryAgain(..) => Some("to be tried again"),
            Ended::Cancelled => Some("called off"),
            Ended::GivenBack => Some("given back"),
            Ended::Lost => None,
        }
    }
}

/// The span, give or take a quarter, so that instances that were started together do not all
/// look at the same moment.
fn spread(span: Duration) -> Duration {
    let random = f64::from(Uuid::new_v4().as_bytes()[0]) / 255.0;
    span.mul_f64(0.75 + random / 2.0)
}
