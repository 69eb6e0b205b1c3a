//! What callers asked and what they got.

use std::time::{Duration, Instant};

use super::ledger::Ledger;

/// What a request was for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Signup,
    Login,
    Store,
    Events,
    Info,
    /// A page of the cms.
    Page,
    /// `/mobile/*`.
    Mobile,
    /// `/health`.
    Health,
}

impl Kind {
    /// Whether a password is hashed for the answer, which takes as long as others leave the
    /// processor to it. Bounds of time are not about that.
    pub(crate) fn hashes(self) -> bool {
        matches!(self, Kind::Signup | Kind::Login)
    }

    /// Whether the answer needs no database, so that none may be missed.
    pub(crate) fn never_fails(self) -> bool {
        matches!(self, Kind::Mobile | Kind::Health)
    }
}

/// What came back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reply {
    /// A whole answer.
    Status(u16),
    /// No connection, or one that ended before the answer did.
    Broken,
    /// Nothing, for longer than any phone waits.
    Late,
}

/// One request.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sample {
    pub(crate) kind: Kind,
    pub(crate) began: Instant,
    pub(crate) took: Duration,
    pub(crate) reply: Reply,
}

impl Sample {
    pub(crate) fn succeeded(&self) -> bool {
        self.reply == Reply::Status(200)
    }
}

/// Everything that the callers of a load know.
#[derive(Default)]
pub(crate) struct Record {
    pub(crate) samples: Vec<Sample>,
    pub(crate) ledger: Ledger,
    /// The first answers that no caller should ever get, for the report.
    pub(crate) strange: Vec<String>,
}

/// More would not make a report clearer.
const MOST_STRANGE: usize = 5;

impl Record {
    pub(crate) fn remember_strange(&mut self, text: String) {
        if self.strange.len() < MOST_STRANGE {
            self.strange.push(text);
        }
    }

    /// The longest that anybody waited, for answers that fit `which`.
    pub(crate) fn slowest(&self, which: impl Fn(&Sample) -> bool) -> Duration {
        let took = self.samples.iter().filter(|sample| which(sample)).map(|sample| sample.took);
        took.max().unwrap_or_default()
    }

    /// How long after `moment` requests still began that failed, or `None` when none succeeded
    /// after it. Only what needs the database is looked at, since the rest never fails, and only
    /// what ended before `until`, after which the next fault came.
    pub(crate) fn recovery(&self, moment: Instant, until: Instant) -> Option<Duration> {
        let later = || {
            let span = move |sample: &&Sample| {
                sample.began >= moment && sample.began + sample.took < until
            };
            self.samples.iter().filter(span).filter(|sample| !sample.kind.never_fails())
        };
        let failed = later().filter(|sample| !sample.succeeded()).map(|sample| sample.began).max();
        let recovered = failed.unwrap_or(moment);
        let again = later().any(|sample| sample.succeeded() && sample.began >= recovered);
        again.then(|| recovered - moment)
    }

    /// The time, in milliseconds, that 99 of 100 answers within a span did not exceed.
    pub(crate) fn p99(&self, from: Instant, to: Instant, which: impl Fn(Kind) -> bool) -> f64 {
        let within =
            |sample: &&Sample| sample.began >= from && sample.began < to && which(sample.kind);
        let mut took: Vec<_> =
            self.samples.iter().filter(within).map(|sample| sample.took).collect();
        took.sort_unstable();
        let at = (took.len() * 99).div_ceil(100).saturating_sub(1);
        took.get(at).map_or(0.0, |took| took.as_secs_f64() * 1000.0)
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::{Kind, Record, Reply, Sample};

    fn record(moment: Instant, replies: &[(i64, Reply)]) -> Record {
        let sample = |(at, reply): &(i64, Reply)| Sample {
            kind: Kind::Store,
            began: match u64::try_from(*at) {
                Ok(at) => moment + Duration::from_millis(at),
                Err(_) => moment - Duration::from_millis(at.unsigned_abs()),
            },
            took: Duration::from_millis(1),
            reply: *reply,
        };
        Record { samples: replies.iter().map(sample).collect(), ..Record::default() }
    }

    #[test]
    fn recovery_is_when_the_last_request_began_that_failed() {
        let moment = Instant::now();
        let until = moment + Duration::from_secs(1);
        let (good, bad) = (Reply::Status(200), Reply::Status(503));
        let all = record(moment, &[(-5, bad), (0, bad), (300, good), (700, bad), (800, good)]);
        assert_eq!(all.recovery(moment, until), Some(Duration::from_millis(700)));
        assert_eq!(
            record(moment, &[(-5, bad), (5, good)]).recovery(moment, until),
            Some(Duration::ZERO)
        );
        assert_eq!(record(moment, &[(-5, good), (5, bad)]).recovery(moment, until), None);
    }
}
