//! The faults, in the order of the table of requirements.

mod black_hole;
mod database_away;
mod database_crash;
mod disk_full;
mod held;
mod kill;
mod lost_answers;
mod same_batch;
mod sigterm;
mod slow_clients;
mod soak;
mod starts;

use loadkit::Outcome;

use crate::report::Finding;
use crate::stage::Stage;

/// A fault that can be played by itself.
pub(crate) struct Scenario {
    pub(crate) name: &'static str,
    /// What happens, and what must hold.
    pub(crate) about: &'static str,
    /// Whether it is cheap enough to be played at every test.
    pub(crate) in_short_form: bool,
    pub(crate) play: fn(&Stage) -> Outcome<Vec<Finding>>,
}

pub(crate) const SCENARIOS: &[Scenario] = &[
    Scenario {
        name: "kill",
        about: "kill -9 of the api, 50 times under load: 0 acknowledged writes lost, 0 doubled",
        in_short_form: true,
        play: kill::play,
    },
    Scenario {
        name: "lost-answers",
        about: "connections of phones are cut in the middle, and they send again: 0 lost, 0 doubled",
        in_short_form: true,
        play: lost_answers::play,
    },
    Scenario {
        name: "database-crash",
        about: "PostgreSQL crashes and restarts: 0 lost; only 200 and 503; recovery <= 2 s; /mobile/* 100 % 200",
        in_short_form: true,
        play: database_crash::play,
    },
    Scenario {
        name: "black-hole",
        about: "nothing comes through to the database for 30 s: every answer <= 10 s; recovery <= 2 s",
        in_short_form: true,
        play: black_hole::play,
    },
    Scenario {
        name: "held",
        about: "all connections are held: 503 <= 2.5 s; /mobile/* and /health 100 %",
        in_short_form: true,
        play: held::play,
    },
    Scenario {
        name: "database-away",
        about: "no database for 10 minutes, one instance restarted meanwhile: /mobile/* 100 % 200",
        in_short_form: true,
        play: database_away::play,
    },
    Scenario {
        name: "slow-clients",
        about: "2,000 slow headers and 2,000 slow bodies, then 10,000 idle connections: closed in time; others' p99 <= 2x; <= 200 MB",
        in_short_form: false,
        play: slow_clients::play,
    },
    Scenario {
        name: "disk-full",
        about: "the database's disk is full: 503, nothing lost, recovery by itself",
        in_short_form: false,
        play: disk_full::play,
    },
    Scenario {
        name: "starts",
        about: "16 instances start at once on an empty database: all healthy, each migration once",
        in_short_form: true,
        play: starts::play,
    },
    Scenario {
        name: "sigterm",
        about: "SIGTERM of one instance after the other behind a balancer, 32 busy clients: 0 failed requests",
        in_short_form: true,
        play: sigterm::play,
    },
    Scenario {
        name: "same-batch",
        about: "the same 1,000 events from 8 clients at once: 1,000 rows, all 200, no deadlock",
        in_short_form: true,
        play: same_batch::play,
    },
    Scenario {
        name: "soak",
        about: "2 hours at a third of the load: memory slope <= 1 MB/h, p99 drift <= 20 %",
        in_short_form: false,
        play: soak::play,
    },
];
