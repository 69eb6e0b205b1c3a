//! The job that sends a notification.

use std::time::Duration;

use db::push::send::{self, Begun, Fate, Message};
use futures_util::FutureExt;
use server::clock;
use uuid::Uuid;

use super::fcm::NotSent;
use crate::jobs::{JobContext, JobError, Kind, Outcome, Sentence};

/// Sends a notification; its payload is the key of the delivery.
pub const KIND: Kind = Kind {
    name: db::push::JOB,
    title: "push-job",
    most_attempts: db::push::MOST_ATTEMPTS,
    run: |context| run(context).boxed_local(),
};

/// The same to the test phones, whose owners may be woken.
pub const TEST_KIND: Kind = Kind {
    name: db::push::TEST_JOB,
    title: "push-test-job",
    most_attempts: db::push::MOST_ATTEMPTS,
    run: |context| run(context).boxed_local(),
};

/// Longest pause between two tries.
const LONGEST_PAUSE: Duration = Duration::from_secs(10 * 60);

/// How long storing that a message was taken is tried while the database is away, and how often.
const STORE_TRIES: u32 = 60;
const STORE_AGAIN_AFTER: Duration = Duration::from_secs(1);

async fn run(context: JobContext) -> Result<Outcome, JobError> {
    let id: i32 = context.payload()?;
    context.progress(0, 1, "push-step-preparing")?;
    let push = &context.cms.push;
    if let Some(wait) = until_morning(&context) {
        let noted = move |connection: &mut db::Connection| {
            Ok(send::not_sent(connection, id, Fate::Waiting, "quiet")?)
        };
        context.cms.db.run(noted).await?;
        return Err(JobError::TryAgain(Sentence::new(error_text("quiet")), wait));
    }
    let token = match push.access_token().await {
        Ok(token) => token,
        Err(not_sent) => return Err(note(&context, id, not_sent).await?),
    };
    // From here on it cannot be called off.
    context.progress(0, 1, "push-step-sending")?;
    let message =
        match context.cms.db.run(move |connection| Ok(send::begin(connection, id)?)).await? {
            Begun::Send(message) => message,
            Begun::Interrupted => {
                return Err(JobError::failed(Sentence::new("push-error-unknown")));
            }
            Begun::Over => return Ok(done()),
        };
    match push.send(&token, &message.topic(), &message.title, &message.content).await {
        Ok(name) => {
            store(&context, message, name).await?;
            Ok(done())
        }
        Err(not_sent) => Err(note(&context, id, not_sent).await?),
    }
}

/// How long quiet hours still are: a notification that was due before them, and could not be
/// sent then, is not sent in them either.
fn until_morning(context: &JobContext) -> Option<Duration> {
    let now = clock::now();
    let end = context.cms.push.timing().after_quiet(now);
    let is_test = context.job.kind == TEST_KIND.name;
    let millis = u64::try_from(end.millis() - now.millis()).ok().filter(|millis| *millis > 0)?;
    (!is_test).then(|| Duration::from_millis(millis))
}

fn done() -> Outcome {
    Outcome::says(Sentence::new("push-done"))
        .linking("/notifications-management", Sentence::new("push-to-list"))
}

/// Writes down why it was not sent, and gives what that makes of the job.
async fn note(context: &JobContext, id: i32, not_sent: NotSent) -> Result<JobError, JobError> {
    let last = context.job.attempts >= context.job.most_attempts;
    let (fate, error) = match not_sent {
        NotSent::Again { error, .. } if last => (Fate::Failed, error),
        NotSent::Again { error, .. } => (Fate::Waiting, error),
        NotSent::Refused { error } => (Fate::Failed, error),
        NotSent::Unknown => (Fate::Unknown, "unknown"),
    };
    context.cms.db.run(move |connection| Ok(send::not_sent(connection, id, fate, error)?)).await?;
    let reason = Sentence::new(error_text(error));
    Ok(match (fate, not_sent) {
        (Fate::Waiting, NotSent::Again { after, .. }) => {
            let first = context.cms.push.retry_after();
            JobError::TryAgain(reason, pause(first, context.job.attempts, after))
        }
        _ => JobError::failed(reason),
    })
}

/// How long to wait after try number `attempt`, from 1: twice as long each time, up to a
/// limit, a little more at random, and never less than the service has asked for.
fn pause(first: Duration, attempt: i16, asked: Option<Duration>) -> Duration {
    let doublings = u32::try_from(attempt.saturating_sub(1)).unwrap_or(0).min(16);
    let pause = (first * 2u32.pow(doublings)).min(LONGEST_PAUSE);
    let spread = pause.mul_f64(f64::from(Uuid::new_v4().as_bytes()[0]) / 255.0 / 4.0);
    (pause + spread).max(asked.unwrap_or_default())
}

/// Stores that it was taken. Losing that would leave the notification's fate unknown, so it is
/// tried for a while when the database is away.
async fn store(
    context: &JobContext,
    message: Message,
    name: Option<String>,
) -> Result<(), JobError> {
    let mut tries = 0;
    loop {
        let (message, name) = (message.clone(), name.clone());
        let stored = context
            .cms
            .db
            .run(move |connection| {
                Ok(send::sent(connection, &message, name.as_deref(), clock::now())?)
            })
            .await;
        tries += 1;
        match stored {
            Ok(()) => return Ok(()),
            Err(error) if tries >= STORE_TRIES => return Err(error.into()),
            Err(error) => log::warn!("push: {error}"),
        }
        tokio::time::sleep(STORE_AGAIN_AFTER).await;
    }
}

/// What to tell an editor about a failure.
pub(crate) fn error_text(error: &str) -> &'static str {
    match error {
        "off" => "push-error-off",
        "network" => "push-error-network",
        "busy" => "push-error-busy",
        "credentials" => "push-error-credentials",
        "forbidden" => "push-error-forbidden",
        "project" => "push-error-project",
        "message" => "push-error-message",
        "quiet" => "push-error-quiet",
        _ => "push-error-unknown",
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{LONGEST_PAUSE, pause};

    #[test]
    fn pauses_double_up_to_a_limit_and_heed_the_service() {
        let first = Duration::from_secs(10);
        for (attempt, seconds) in [(1, 10), (2, 20), (3, 40), (7, 600), (30_000, 600)] {
            let pause = pause(first, attempt, None);
            let least = Duration::from_secs(seconds);
            assert!(pause >= least && pause <= least.mul_f64(1.25), "{attempt}: {pause:?}");
        }
        let asked = Duration::from_secs(1800);
        assert_eq!(pause(first, 1, Some(asked)), asked);
        assert!(pause(first, 20, Some(first)) >= LONGEST_PAUSE);
    }
}
