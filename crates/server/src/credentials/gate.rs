//! Lets few tries for one account and network run at once.
//!
//! Failures are recorded after a try. Without a gate a guesser could start hundreds of tries
//! before the first failure counts.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError, Weak};

use db::sign_in::{AccountKey, AddressKey};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// One queue per account and network, as long as somebody waits in it.
pub struct Gate {
    abreast: usize,
    queues: Mutex<HashMap<(AccountKey, AddressKey), Weak<Semaphore>>>,
}

/// The right to try. Dropping it lets the next one in.
pub struct Pass {
    _permit: Option<OwnedSemaphorePermit>,
    _queue: Arc<Semaphore>,
}

/// Forgotten queues are swept out when this many are known.
const SWEEP_AT: usize = 1024;

impl Gate {
    /// Lets `abreast` tries of one account and network run at once: as many as there are
    /// hashing threads, so that an honest burst is not slowed.
    pub fn new(abreast: usize) -> Gate {
        Gate { abreast, queues: Mutex::new(HashMap::new()) }
    }

    /// Waits for its turn, first come first served.
    pub async fn enter(&self, account: &AccountKey, address: &AddressKey) -> Pass {
        let queue = self.queue(account, address);
        // A semaphore of ours is never closed; if it were, trying is better than refusing.
        let permit = Arc::clone(&queue).acquire_owned().await.ok();
        Pass { _permit: permit, _queue: queue }
    }

    fn queue(&self, account: &AccountKey, address: &AddressKey) -> Arc<Semaphore> {
        let mut queues = self.queues.lock().unwrap_or_else(PoisonError::into_inner);
        let key = (account.clone(), address.clone());
        if let Some(queue) = queues.get(&key).and_then(Weak::upgrade) {
            return queue;
        }
        if queues.len() >= SWEEP_AT {
            queues.retain(|_, queue| queue.strong_count() > 0);
        }
        let queue = Arc::new(Semaphore::new(self.abreast));
        queues.insert(key, Arc::downgrade(&queue));
        queue
    }
}
