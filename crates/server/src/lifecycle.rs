//! Whether the process takes new work.

use std::sync::atomic::{AtomicBool, Ordering};

/// Set once, when the process was asked to stop: readiness goes down and every answer from
/// then on closes its connection, so that clients and load balancers move elsewhere.
#[derive(Debug, Default)]
pub struct Lifecycle {
    stopping: AtomicBool,
}

impl Lifecycle {
    /// Begins the end.
    pub fn stop(&self) {
        self.stopping.store(true, Ordering::Release);
    }

    /// Whether the end has begun.
    pub fn is_stopping(&self) -> bool {
        self.stopping.load(Ordering::Acquire)
    }
}
