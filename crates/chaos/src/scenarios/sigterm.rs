//! A platform replaces one instance after the other while people call.

use std::thread::sleep;
use std::time::{Duration, Instant};

use loadkit::Outcome;

use crate::balancer::Balancer;
use crate::check::check;
use crate::load::{Load, Mix, Plan, USUAL};
use crate::report::{Allowed, Finding, Seconds};
use crate::stage::Stage;

/// A platform kills what has not ended by then.
const END: Duration = Duration::from_secs(25);

pub(super) fn play(stage: &Stage) -> Outcome<Vec<Finding>> {
    let database = stage.database()?;
    // Nothing that callers could notice is switched off for the test.
    let own = [("SHUTDOWN_NOTICE_SECONDS", "3")];
    let ports = [stage.port()?, stage.port()?];
    let mut instances = Vec::new();
    for port in ports {
        let mut instance = stage.api(&database, port, &own)?;
        instance.first_success("/ready")?;
        instances.push(instance);
    }
    let addresses: Vec<_> = instances.iter().map(|instance| instance.address).collect();
    let balancer = Balancer::start(stage.port()?, &addresses)?;
    // Until the balancer has asked everybody.
    sleep(Duration::from_secs(1));
    // Nobody signs up meanwhile: a queue of hashes that is long because the machine does other
    // work is no fault.
    let mix = Mix { signup: 0, ..USUAL };
    let (phones, pause) = (stage.phones(32), Duration::ZERO);
    let plan = Plan { phones, pause, mix, ..Plan::of(balancer.address) };
    let load = Load::signed_up(plan)?;
    let (mut longest, rounds) = (Duration::ZERO, stage.pick(4, 1));
    let mut finding = Finding::of("sigterm");
    for round in 0..rounds * ports.len() {
        sleep(Duration::from_secs(2));
        let number = round % ports.len();
        let began = Instant::now();
        instances[number].terminate()?;
        let ended = instances[number].end_within(END)?;
        longest = longest.max(began.elapsed());
        match ended {
            Some(status) => finding.require(status.success(), format!("an instance: {status}")),
            None => finding.miss("an instance did not end within 25 s"),
        }
        instances[number] = stage.api(&database, ports[number], &own)?;
        instances[number].first_success("/ready")?;
    }
    sleep(Duration::from_secs(1));
    let record = load.end()?;
    balancer.end()?;
    finding.judge(&record, Allowed { statuses: &[200], broken: false });
    finding.compare(check(&database, &record.ledger)?);
    finding.note(format!(
        "{} instances replaced; the end took at most {}",
        rounds * ports.len(),
        Seconds(longest)
    ));
    Ok(vec![finding])
}
