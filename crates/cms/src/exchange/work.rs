//! Long work beside the requests: on threads of its own, a few at a time.

use server::error::Error;
use std::time::Duration;
use tokio::sync::Semaphore;

/// Files that are converted at once. One may take some hundred megabytes for a few seconds.
static TURNS: Semaphore = Semaphore::const_new(2);

/// How long a caller waits for her turn.
const PATIENCE: Duration = Duration::from_secs(20);

/// Runs `work` on a blocking thread.
///
/// # Errors
///
/// [`Error::Unavailable`] when too many files are being converted; those of `work`.
pub(crate) async fn apart<T, F>(work: F) -> Result<T, Error>
where
    T: Send + 'static,
    F: FnOnce() -> Result<T, Error> + Send + 'static,
{
    let turn = tokio::time::timeout(PATIENCE, TURNS.acquire())
        .await
        .map_err(|_| Error::Unavailable(PATIENCE))?
        .map_err(|error| Error::Internal(error.to_string()))?;
    let done = tokio::task::spawn_blocking(move || {
        // Held until the thread is done, also when the caller has gone.
        let _turn = turn;
        work()
    });
    done.await.map_err(|error| Error::Internal(format!("a conversion ended early: {error}")))?
}
