//! Slows down the route that tells whether a name exists.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use server::client_address::ClientPrefix;

/// Questions a minute from one network prefix: a class signing up together stays far below,
/// since the app asks half a second after the last keystroke.
const A_MINUTE: u32 = 600;

const WINDOW: Duration = Duration::from_secs(60);

/// Counts questions per prefix and minute, in memory: what it guards is guesswork, so every
/// instance may count for itself.
#[derive(Default)]
pub struct InfoLimit {
    window: Mutex<Window>,
}

#[derive(Default)]
struct Window {
    began: Option<Instant>,
    asked: HashMap<ClientPrefix, u32>,
}

impl InfoLimit {
    /// Counts one question; `Some` is how long the caller must wait instead of an answer.
    pub fn ask(&self, prefix: ClientPrefix) -> Option<Duration> {
        let mut window = self.window.lock().unwrap_or_else(PoisonError::into_inner);
        let now = Instant::now();
        let began = match window.began {
            Some(began) if now - began < WINDOW => began,
            _ => {
                window.asked.clear();
                window.began = Some(now);
                now
            }
        };
        let asked = window.asked.entry(prefix).or_insert(0);
        *asked += 1;
        (*asked > A_MINUTE).then(|| WINDOW - (now - began))
    }
}

#[cfg(test)]
mod tests {
    use std::net::IpAddr;

    use server::client_address::ClientPrefix;

    use super::{A_MINUTE, InfoLimit};

    #[test]
    fn one_network_is_slowed_and_others_are_not() {
        let limit = InfoLimit::default();
        let one = ClientPrefix::of(IpAddr::from([192, 0, 2, 1]));
        for _ in 0..A_MINUTE {
            assert_eq!(limit.ask(one), None);
        }
        assert!(limit.ask(one).is_some());
        assert_eq!(limit.ask(ClientPrefix::of(IpAddr::from([192, 0, 2, 2]))), None);
    }
}
