//! bcrypt, on threads of its own.
//!
//! One check takes a core some fifty milliseconds. On the shared threads a storm of logins
//! would starve everything else; here it only makes its own queue longer, and the threads'
//! low priority leaves the cores to whoever answers quickly.

use std::io;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use tokio::sync::oneshot;

use crate::error::Error;
use crate::metrics::Metrics;

/// Checks and makes bcrypt hashes.
pub struct Hasher {
    queue: SyncSender<Job>,
    cost: u32,
    dummy: String,
    metrics: Arc<Metrics>,
}

struct Job {
    work: Box<dyn FnOnce() + Send>,
}

/// How much lower than the rest of the process the hashing threads run, in nice steps.
const NICE: i32 = 10;

/// What a caller is asked to wait when the queue is full.
const FULL: Duration = Duration::from_secs(5);

impl Hasher {
    /// Starts `threads` threads behind a queue of `places`.
    ///
    /// # Errors
    ///
    /// When the operating system gives no threads.
    pub fn start(
        threads: usize,
        places: usize,
        cost: u32,
        metrics: Arc<Metrics>,
    ) -> io::Result<Hasher> {
        let (queue, jobs) = sync_channel::<Job>(places);
        let jobs = Arc::new(Mutex::new(jobs));
        for number in 0..threads {
            let jobs = Arc::clone(&jobs);
            thread::Builder::new().name(format!("hash-{number}")).spawn(move || {
                // On Linux this is the thread's own priority. Where it is not allowed, things
                // work, only less smoothly.
                #[cfg(target_os = "linux")]
                let _ = rustix::process::nice(NICE);
                while let Some(job) = next(&jobs) {
                    (job.work)();
                }
            })?;
        }
        Ok(Hasher { queue, cost, dummy: dummy(cost), metrics })
    }

    /// Whether `text` is what `hash` was made of. Only its first 72 bytes count, as ever.
    /// Hashes of other kinds than `$2a$` and `$2b$` match nothing, after the same time.
    ///
    /// # Errors
    ///
    /// [`Error::Unavailable`] when the queue is full.
    pub async fn verify(&self, text: &str, hash: &str) -> Result<bool, Error> {
        let text = text.to_owned();
        let known = hash.starts_with("$2a$") || hash.starts_with("$2b$");
        let hash = if known { hash.to_owned() } else { self.dummy.clone() };
        let matches = self.run(move || bcrypt::verify(&text, &hash).unwrap_or(false)).await?;
        Ok(matches && known)
    }

    /// Takes as long as [`Hasher::verify`], and never matches: for a name that does not exist.
    ///
    /// # Errors
    ///
    /// As [`Hasher::verify`].
    pub async fn verify_nothing(&self, text: &str) -> Result<(), Error> {
        self.verify(text, "").await.map(drop)
    }

    /// As [`Hasher::verify`], and takes as long for an older hash of lower cost, or for none,
    /// as for a new one: the time does not tell which names exist.
    ///
    /// # Errors
    ///
    /// As [`Hasher::verify`].
    pub async fn verify_evenly(&self, text: &str, hash: &str) -> Result<bool, Error> {
        let text = text.to_owned();
        let known = hash.starts_with("$2a$") || hash.starts_with("$2b$");
        let hash = if known { hash.to_owned() } else { self.dummy.clone() };
        let cost = self.cost;
        let matches = self
            .run(move || {
                let matches = bcrypt::verify(&text, &hash).unwrap_or(false);
                // Each step of cost doubles the time: 10 + 10 + 11 take as long as 12.
                for cost in cost_of(&hash).unwrap_or(cost)..cost {
                    let _ = bcrypt::verify(&text, &dummy(cost));
                }
                matches
            })
            .await?;
        Ok(matches && known)
    }

    /// A new `$2b$` hash.
    ///
    /// # Errors
    ///
    /// As [`Hasher::verify`].
    pub async fn hash(&self, text: &str) -> Result<String, Error> {
        let (text, cost) = (text.to_owned(), self.cost);
        self.run(move || bcrypt::hash(&text, cost))
            .await?
            .map_err(|_| Error::Internal("a password could not be hashed".to_owned()))
    }

    /// Whether a hash was made at a lower cost than new ones are.
    pub fn is_outdated(&self, hash: &str) -> bool {
        cost_of(hash).is_some_and(|cost| cost < self.cost)
    }

    async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Error> {
        let (reply, answer) = oneshot::channel();
        let metrics = Arc::clone(&self.metrics);
        let job = Job {
            work: Box::new(move || {
                metrics.hash_queue.dec();
                // Who has hung up needs no answer.
                if !reply.is_closed() {
                    let _ = reply.send(work());
                }
            }),
        };
        self.metrics.hash_queue.inc();
        if self.queue.try_send(job).is_err() {
            self.metrics.hash_queue.dec();
            return Err(Error::Unavailable(FULL));
        }
        answer.await.map_err(|_| Error::Internal("a hashing thread ended".to_owned()))
    }
}

fn next(jobs: &Mutex<Receiver<Job>>) -> Option<Job> {
    jobs.lock().unwrap_or_else(PoisonError::into_inner).recv().ok()
}

fn cost_of(hash: &str) -> Option<u32> {
    hash.get(4..6)?.parse().ok()
}

/// A well-formed hash that no text is known to have, with salt and digest all zeros. Made by
/// hand: hashing a text for it would take half of the time that the service has to start.
fn dummy(cost: u32) -> String {
    const ZEROS: &str = ".....................................................";
    format!("$2b${cost:02}${ZEROS}")
}

#[cfg(test)]
mod tests {
    use super::dummy;

    #[test]
    fn the_dummy_is_compared_and_not_refused() {
        // Being refused would take no time, and so tell that a name does not exist.
        for cost in [4, 10] {
            assert!(matches!(bcrypt::verify("a password", &dummy(cost)), Ok(false)));
        }
    }
}
