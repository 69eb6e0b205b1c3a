//! Throttling: more failures never mean less waiting, nobody locks an owner out, and the limits
//! hold whatever comes in whatever order.

use std::time::Duration;

use domain::throttle::{Failures, Purpose, wait};
use proptest::prelude::*;

const HOUR: u64 = 60 * 60;
const DAY: u64 = 24 * HOUR;

fn purposes() -> impl Strategy<Value = Purpose> {
    prop::sample::select(vec![Purpose::Password, Purpose::SecretAnswer, Purpose::Code])
}

fn failures() -> impl Strategy<Value = Failures> {
    // Around the limits, and far beyond them.
    let count = || prop_oneof![0..40_u32, 90..110_u32, any::<u32>()];
    (count(), 0..2 * DAY, count(), count(), count(), any::<bool>()).prop_map(
        |(pair, since_last, hour, day, month, known_address)| Failures {
            pair,
            since_last: Duration::from_secs(since_last),
            hour,
            day,
            month,
            known_address,
        },
    )
}

proptest! {
    #[test]
    fn one_more_failure_never_means_less_waiting(purpose in purposes(), failures in failures()) {
        let waits = |failures| wait(purpose, &failures).unwrap_or_default();
        let now = waits(failures);
        let more = |count: u32| count.saturating_add(1);
        for worse in [
            Failures { pair: more(failures.pair), ..failures },
            Failures { hour: more(failures.hour), ..failures },
            Failures { day: more(failures.day), ..failures },
            Failures { month: more(failures.month), ..failures },
            Failures { known_address: false, ..failures },
        ] {
            prop_assert!(waits(worse) >= now, "{worse:?}");
        }
        let later = Failures { since_last: failures.since_last + Duration::from_secs(1), ..failures };
        prop_assert!(waits(later) <= now);
    }

    #[test]
    fn nobody_waits_for_ever(purpose in purposes(), failures in failures()) {
        let wait = wait(purpose, &failures);
        prop_assert!(wait.is_none_or(|wait| !wait.is_zero() && wait <= Duration::from_secs(DAY)));
    }

    /// Where a girl has succeeded before, only what comes from that very network counts.
    #[test]
    fn strangers_do_not_lock_an_owner_out(purpose in purposes(), strangers in failures(), own in 0..10_u32) {
        let owner = Failures { pair: own, known_address: true, ..strangers };
        prop_assert_eq!(wait(purpose, &owner), None);
        let waits = |failures| wait(purpose, &failures);
        let alone = Failures { known_address: true, ..strangers };
        let nobody_else = Failures { hour: 0, day: 0, month: 0, ..alone };
        prop_assert_eq!(waits(alone), waits(nobody_else));
    }
}

/// A try: from one of a few networks, so many seconds after the one before.
fn tries() -> impl Strategy<Value = Vec<(usize, u64)>> {
    let pause = prop_oneof![0..5_u64, 0..90_u64, 0..2 * HOUR, 0..2 * DAY];
    prop::collection::vec((0..4_usize, pause), 1..600)
}

/// Sends wrong ones, as many as are let through; when each of those was, and from where.
fn let_through(purpose: Purpose, tries: &[(usize, u64)]) -> Vec<(usize, u64)> {
    let mut failed: Vec<(usize, u64)> = Vec::new();
    let mut now = 0;
    for (network, pause) in tries {
        now += pause;
        let within = |seconds: u64| failed.iter().filter(move |(_, at)| now - at < seconds);
        let of_pair: Vec<u64> =
            within(DAY).filter(|(from, _)| from == network).map(|(_, at)| *at).collect();
        let count = |seconds: u64| u32::try_from(within(seconds).count()).unwrap_or(u32::MAX);
        let failures = Failures {
            pair: u32::try_from(of_pair.len()).unwrap_or(u32::MAX),
            since_last: Duration::from_secs(now - of_pair.last().unwrap_or(&0)),
            hour: count(HOUR),
            day: count(DAY),
            month: count(30 * DAY),
            known_address: false,
        };
        if wait(purpose, &failures).is_none() {
            failed.push((*network, now));
        }
    }
    failed
}

/// The most that fall into any stretch of so many seconds.
fn most_within(failed: &[(usize, u64)], seconds: u64) -> usize {
    let from = |begin: u64| {
        failed.iter().filter(move |(_, at)| (begin..begin + seconds).contains(at)).count()
    };
    failed.iter().map(|(_, begin)| from(*begin)).max().unwrap_or(0)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_guesser_gets_no_further_than_the_limits(tries in tries()) {
        let passwords = let_through(Purpose::Password, &tries);
        prop_assert!(most_within(&passwords, DAY) <= 100);
        for purpose in [Purpose::SecretAnswer, Purpose::Code] {
            let answers = let_through(purpose, &tries);
            prop_assert!(most_within(&answers, HOUR) <= 5);
            prop_assert!(most_within(&answers, DAY) <= 10);
            prop_assert!(most_within(&answers, 30 * DAY) <= 30);
        }
    }

    /// From the eleventh on each wrong password of one network costs twice what the last did, up to an hour.
    #[test]
    fn one_network_is_slowed_down(tries in tries()) {
        let failed = let_through(Purpose::Password, &tries);
        for network in 0..4 {
            let of_it: Vec<u64> =
                failed.iter().filter(|(from, _)| *from == network).map(|(_, at)| *at).collect();
            for (at, next) in of_it.iter().enumerate().skip(10) {
                let before = of_it.iter().take(at).filter(|earlier| next - **earlier < DAY).count();
                if let Some(beyond) = before.checked_sub(10) {
                    let price = (30_u64 << beyond.min(7)).min(HOUR);
                    prop_assert!(next - of_it[at - 1] >= price, "{before} failures");
                }
            }
        }
    }
}
