//! The content goes on being served from memory.

use std::time::{Duration, Instant};

use super::publish;
use crate::mobile::published::{ROUTES, rows};
use crate::services::{self, within};

#[test]
fn while_the_database_is_away_every_answer_is_200() {
    let database = rows();
    let instances = [services::cms(&database), services::api(&database)];
    let paths: Vec<String> = ROUTES
        .iter()
        .map(|(route, _)| format!("{route}/en"))
        .chain(
            [
                "content/en",
                "about-banner-conditional/en",
                "permanent-notification/1.0.1&en&u",
                "new-surveys/en",
            ]
            .map(str::to_owned),
        )
        .map(|path| format!("/mobile/{path}"))
        .collect();
    let before: Vec<_> = paths.iter().map(|path| instances[0].get(path).body).collect();

    database.set_reachable(false);
    let start = Instant::now();
    let mut answers = 0;
    while start.elapsed() < Duration::from_millis(1500) {
        for instance in &instances {
            for (path, before) in paths.iter().zip(&before) {
                let answer = instance.get(path);
                assert_eq!((answer.status, &answer.body), (200, before), "{path}");
                answers += 1;
            }
        }
    }
    assert!(answers > 100);
    for instance in &instances {
        assert_eq!(instance.get("/health").status, 200);
        assert_eq!(instance.get("/ready").status, 503);
    }

    database.set_reachable(true);
    publish(&database, "after the fault");
    for instance in &instances {
        within(Duration::from_secs(4), "it recovers by itself", || {
            instance.get("/mobile/avatar-messages/en").text().contains("after the fault")
        });
        services::wait_ready(instance);
    }
}
