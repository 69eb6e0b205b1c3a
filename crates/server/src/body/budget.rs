//! How much memory the bodies that are arriving may take together.

use std::sync::Arc;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::{Instant, timeout_at};

use crate::error::Error;

/// Memory for request bodies, shared by all requests. Thousands of slow senders can fill it,
/// and then make others wait; without it they would fill the machine.
#[derive(Clone, Debug)]
pub struct BodyBudget(Arc<Semaphore>);

/// The part of the budget that one body holds; given back when dropped.
#[derive(Debug, Default)]
pub(super) struct Share {
    bytes: usize,
    held: Option<OwnedSemaphorePermit>,
}

const UNIT: usize = 1024;

/// What every body may take without asking, so that logging in and signing up go on while
/// others fill the budget.
const FREE: usize = 32 * 1024;

impl BodyBudget {
    /// A budget of `bytes`.
    pub fn new(bytes: usize) -> BodyBudget {
        BodyBudget(Arc::new(Semaphore::new(bytes / UNIT)))
    }

    /// Adds room for `bytes` more to `share`, waiting for it until `deadline`.
    ///
    /// # Errors
    ///
    /// [`Error::Unavailable`] when there is none in time.
    pub(super) async fn add(
        &self,
        share: &mut Share,
        bytes: usize,
        deadline: Instant,
    ) -> Result<(), Error> {
        share.bytes += bytes;
        let held = share.held.as_ref().map_or(0, OwnedSemaphorePermit::num_permits);
        let missing = share.bytes.saturating_sub(FREE).div_ceil(UNIT).saturating_sub(held);
        if missing == 0 {
            return Ok(());
        }
        let units = u32::try_from(missing).unwrap_or(u32::MAX);
        let full = || Error::Unavailable(std::time::Duration::from_secs(5));
        let permit = timeout_at(deadline, Arc::clone(&self.0).acquire_many_owned(units))
            .await
            .map_err(|_| full())?
            .map_err(|_| full())?;
        match &mut share.held {
            Some(held) => held.merge(permit),
            None => share.held = Some(permit),
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use tokio::time::Instant;

    use super::{BodyBudget, FREE, Share};

    fn soon() -> Instant {
        Instant::now() + Duration::from_millis(20)
    }

    #[actix_web::test]
    async fn what_one_body_holds_another_waits_for() {
        let budget = BodyBudget::new(10 * 1024);
        let (mut one, mut other) = (Share::default(), Share::default());
        assert!(budget.add(&mut one, FREE + 6 * 1024, soon()).await.is_ok());
        assert!(budget.add(&mut one, 2 * 1024, soon()).await.is_ok());
        assert!(budget.add(&mut other, FREE, soon()).await.is_ok());
        assert!(budget.add(&mut other, 3 * 1024, soon()).await.is_err());
        drop(one);
        assert!(budget.add(&mut other, 3 * 1024, soon()).await.is_ok());
    }

    #[actix_web::test]
    async fn many_small_pieces_take_no_more_than_their_bytes() {
        let budget = BodyBudget::new(4 * 1024);
        let mut share = Share::default();
        for _ in 0..FREE + 4 * 1024 {
            assert!(budget.add(&mut share, 1, soon()).await.is_ok());
        }
        assert!(budget.add(&mut share, 1, soon()).await.is_err());
    }
}
