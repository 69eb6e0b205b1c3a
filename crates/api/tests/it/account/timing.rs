//! Time tells nobody which names exist.

use std::time::{Duration, Instant};

use serde_json::json;

use crate::phone::PASSWORD;
use crate::service::Service;

/// Rounds of one measurement, and measurements before the difference is believed.
const ROUNDS: usize = 5;
const MEASUREMENTS: usize = 5;

/// How long one call of each of two kinds takes at best, asked for in turns: what disturbs this
/// machine makes calls slower, never quicker.
fn best(mut one: impl FnMut(), mut other: impl FnMut()) -> [Duration; 2] {
    let time = |call: &mut dyn FnMut()| {
        let began = Instant::now();
        call();
        began.elapsed()
    };
    let mut best = [Duration::MAX; 2];
    for _ in 0..ROUNDS {
        best[0] = best[0].min(time(&mut one));
        best[1] = best[1].min(time(&mut other));
    }
    best
}

/// Expects both to take as many hashes: one more or less would be twice or half of the time.
#[track_caller]
fn take_the_same_time(what: &str, mut one: impl FnMut(), mut other: impl FnMut()) {
    let mut seen = Vec::new();
    for _ in 0..MEASUREMENTS {
        let [one, other] = best(&mut one, &mut other);
        if one.abs_diff(other) * 4 < one.min(other) {
            return;
        }
        seen.push((one, other));
    }
    panic!("{what}: {seen:?}");
}

/// So that no call is refused before it has gone the whole way.
fn forget_failures(service: &Service) {
    service.database.execute("TRUNCATE sign_in_failure");
}

#[test]
fn a_known_and_an_unknown_name_take_the_same_time_to_be_refused() {
    let service = Service::start();
    service.girl("test-girl-1");
    for (path, secret, wrong) in [
        ("/account/login", "password", "wrong"),
        // White space around it is a second try, for both.
        ("/account/login", "password", " wrong"),
        ("/account/export", "password", "wrong"),
        ("/account/delete-from-password", "password", "wrong"),
        ("/account/reset-password", "secretAnswer", "wrong"),
    ] {
        let call = |name: &str| {
            forget_failures(&service);
            let mut body = json!({"name": name, "password": PASSWORD});
            body[secret] = json!(wrong);
            service.phone().post(path, &body);
        };
        let what = format!("{path} {wrong:?}");
        take_the_same_time(&what, || call("test-girl-1"), || call("test-girl-2"));
    }
}

#[test]
fn so_they_do_before_an_old_hash_is_raised_to_a_higher_cost() {
    let service = Service::with(&[("BCRYPT_COST", "11")]);
    service.girl("test-girl-1");
    let login = |name: &str| {
        forget_failures(&service);
        assert_eq!(service.phone().login(name, "wrong").status, 401);
    };
    take_the_same_time("login", || login("test-girl-1"), || login("test-girl-2"));
}
