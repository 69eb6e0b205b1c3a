//! Guessing is slowed down; a school behind one address is not, and nobody is locked out.

mod address;
mod info;
mod password;
mod secret_answer;

use crate::http::Answer;
use crate::service::Service;

/// Behind one proxy of ours, as in production.
const BEHIND_A_PROXY: (&str, &str) = ("TRUSTED_PROXY_HOPS", "1");

/// Expects the refusal in the app's words, and a wait of `seconds` less what has passed since
/// the last failure.
#[track_caller]
fn too_many(answer: &Answer, seconds: u64) {
    answer.is_error(429, "BadRequestError", "login_failed");
    let wait: u64 = answer.header("retry-after").unwrap().parse().unwrap();
    assert!((seconds / 2 + 1..=seconds).contains(&wait), "{wait}");
}

impl Service {
    /// Lets time pass for what throttling remembers.
    fn pass(&self, span: &str) {
        self.database.execute(&format!(
            "UPDATE sign_in_failure SET failed_at = failed_at - interval '{span}';
             UPDATE known_address SET last_success_at = last_success_at - interval '{span}'"
        ));
    }

    /// Repeats the failures that are recorded, as if from other networks.
    fn repeat_failures(&self, times: u32) {
        self.database.execute(&format!(
            "INSERT INTO sign_in_failure (account_key, address_key, purpose, failed_at)
             SELECT account_key, sha256(number::text::bytea), purpose, failed_at
               FROM sign_in_failure, generate_series(1, {times}) AS number"
        ));
    }
}
