//! Slows down routes that anybody may call and nobody needs often.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use crate::client_address::ClientPrefix;

const WINDOW: Duration = Duration::from_secs(60);

/// Counts calls per network prefix and minute, in memory: what it guards is guesswork and
/// spam, so every instance may count for itself.
#[derive(Debug)]
pub struct PerMinute {
    most: u32,
    window: Mutex<Window>,
}

#[derive(Debug, Default)]
struct Window {
    began: Option<Instant>,
    calls: HashMap<ClientPrefix, u32>,
}

impl PerMinute {
    /// Allows `most` calls a minute from one prefix.
    pub fn new(most: u32) -> PerMinute {
        PerMinute { most, window: Mutex::default() }
    }

    /// Counts one call; `Some` is how long the caller must wait instead of being served.
    pub fn count(&self, prefix: ClientPrefix) -> Option<Duration> {
        let mut window = self.window.lock().unwrap_or_else(PoisonError::into_inner);
        let now = Instant::now();
        let began = match window.began {
            Some(began) if now - began < WINDOW => began,
            _ => {
                // A new map, so that a minute of many callers is not remembered as memory.
                *window = Window { began: Some(now), calls: HashMap::new() };
                now
            }
        };
        let calls = window.calls.entry(prefix).or_insert(0);
        *calls += 1;
        (*calls > self.most).then(|| WINDOW - (now - began))
    }
}

#[cfg(test)]
mod tests {
    use std::net::IpAddr;

    use super::PerMinute;
    use crate::client_address::ClientPrefix;

    #[test]
    fn one_network_is_slowed_and_others_are_not() {
        let limit = PerMinute::new(3);
        let one = ClientPrefix::of(IpAddr::from([192, 0, 2, 1]));
        for _ in 0..3 {
            assert_eq!(limit.count(one), None);
        }
        assert!(limit.count(one).is_some());
        assert_eq!(limit.count(ClientPrefix::of(IpAddr::from([192, 0, 2, 2]))), None);
    }
}
