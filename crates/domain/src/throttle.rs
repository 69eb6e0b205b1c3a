//! How many wrong tries are too many.
//!
//! The limits let a school behind one address log in, slow a guesser down to nothing, and
//! cannot be used to lock a girl out: where she has succeeded before, only the failures from
//! that very network count.

use std::time::Duration;

/// What was tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Purpose {
    /// A password.
    Password,
    /// The answer to the secret question, which is drawn from few and so easier to guess.
    SecretAnswer,
    /// An editor's code of the minute, which has six digits.
    Code,
}

impl Purpose {
    /// A word for metrics.
    pub fn name(self) -> &'static str {
        match self {
            Purpose::Password => "password",
            Purpose::SecretAnswer => "secret_answer",
            Purpose::Code => "code",
        }
    }
}

/// The failures that concern one try, for its account and purpose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Failures {
    /// From the caller's network, since its last success, within a day.
    pub pair: u32,
    /// Time since the last of those.
    pub since_last: Duration,
    /// From anywhere, within an hour.
    pub hour: u32,
    /// Within a day.
    pub day: u32,
    /// Within thirty days.
    pub month: u32,
    /// Whether the caller's network has succeeded for this account before.
    pub known_address: bool,
}

/// Failures of one network that cost nothing.
const FREE: u32 = 10;
const FIRST_WAIT: Duration = Duration::from_secs(30);
const LONGEST_WAIT: Duration = Duration::from_secs(60 * 60);
/// Failed passwords a day, over all networks, until only known networks may try.
const PASSWORDS_A_DAY: u32 = 100;
const ANSWERS_AN_HOUR: u32 = 5;
const ANSWERS_A_DAY: u32 = 10;
const ANSWERS_A_MONTH: u32 = 30;
const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// How long the caller must wait before the next try; `None` if it may try now.
pub fn wait(purpose: Purpose, failures: &Failures) -> Option<Duration> {
    let of_pair = pair_wait(failures);
    let of_account = if failures.known_address { None } else { account_wait(purpose, failures) };
    of_pair.max(of_account)
}

fn pair_wait(failures: &Failures) -> Option<Duration> {
    let beyond = failures.pair.checked_sub(FREE)?;
    // Seven doublings reach the hour.
    let wait = (FIRST_WAIT * 2_u32.pow(beyond.min(10))).min(LONGEST_WAIT);
    wait.checked_sub(failures.since_last).filter(|left| !left.is_zero())
}

fn account_wait(purpose: Purpose, failures: &Failures) -> Option<Duration> {
    match purpose {
        Purpose::Password => (failures.day >= PASSWORDS_A_DAY).then_some(LONGEST_WAIT),
        Purpose::SecretAnswer | Purpose::Code
            if failures.month >= ANSWERS_A_MONTH || failures.day >= ANSWERS_A_DAY =>
        {
            Some(DAY)
        }
        Purpose::SecretAnswer | Purpose::Code => {
            (failures.hour >= ANSWERS_AN_HOUR).then_some(LONGEST_WAIT)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seconds(purpose: Purpose, failures: Failures) -> u64 {
        wait(purpose, &failures).map_or(0, |wait| wait.as_secs())
    }

    #[test]
    fn one_network_waits_longer_and_longer() {
        for (pair, expected) in
            [(0, 0), (9, 0), (10, 30), (11, 60), (12, 120), (16, 1920), (17, 3600), (1000, 3600)]
        {
            assert_eq!(
                seconds(Purpose::Password, Failures { pair, ..Failures::default() }),
                expected,
                "{pair}"
            );
        }
        let waited =
            Failures { pair: 10, since_last: Duration::from_secs(30), ..Failures::default() };
        assert_eq!(seconds(Purpose::Password, waited), 0);
    }

    #[test]
    fn account_limits_spare_known_networks() {
        let many = Failures { hour: 50, day: 100, month: 100, ..Failures::default() };
        assert_eq!(seconds(Purpose::Password, many), 3600);
        assert_eq!(seconds(Purpose::SecretAnswer, many), 86400);
        let known = Failures { known_address: true, ..many };
        assert_eq!(seconds(Purpose::Password, known), 0);
        assert_eq!(seconds(Purpose::SecretAnswer, known), 0);
    }

    #[test]
    fn secret_answers_have_three_limits() {
        for (hour, day, month, expected) in
            [(4, 4, 4, 0), (5, 5, 5, 3600), (0, 9, 29, 0), (0, 10, 10, 86400), (0, 0, 30, 86400)]
        {
            let failures = Failures { hour, day, month, ..Failures::default() };
            assert_eq!(seconds(Purpose::SecretAnswer, failures), expected, "{hour} {day} {month}");
        }
    }
}
