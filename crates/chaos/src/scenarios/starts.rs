//! A whole fleet starts at the same moment, and nobody has migrated yet.

use std::collections::HashMap;
use std::fs;
use std::time::Duration;

use loadkit::Outcome;

use crate::report::{Finding, Seconds};
use crate::stage::Stage;

/// Half of them of each service.
const INSTANCES: usize = 16;

/// What the log says of each migration.
const APPLIED: &str = "applied migration ";

pub(super) fn play(stage: &Stage) -> Outcome<Vec<Finding>> {
    let database = stage.empty_database()?;
    let (mut instances, mut logs) = (Vec::new(), Vec::new());
    for number in 0..INSTANCES {
        let port = stage.port()?;
        let few = [("DATABASE_POOL_SIZE", "3")];
        if number % 2 == 0 {
            instances.push(stage.api(&database, port, &few)?);
            logs.push(stage.log_of("api", port));
        } else {
            instances.push(stage.cms(&database, port, &few)?);
            logs.push(stage.log_of("cms", port));
        }
    }
    let mut longest = Duration::ZERO;
    for instance in &mut instances {
        longest = longest.max(instance.first_success("/ready")?);
    }

    let mut finding = Finding::of("starts");
    let mut applied: HashMap<String, usize> = HashMap::new();
    for log in logs {
        let text = fs::read_to_string(log)?;
        for migration in text.lines().filter_map(|line| line.split_once(APPLIED)) {
            *applied.entry(migration.1.to_owned()).or_default() += 1;
        }
    }
    for (migration, times) in &applied {
        finding.require(*times == 1, format!("{migration} was applied {times} times"));
    }
    let recorded = database.execute("SELECT count(*) FROM __diesel_schema_migrations")?;
    finding.require(
        recorded == applied.len().to_string(),
        format!("{} migrations were applied, {recorded} are recorded", applied.len()),
    );
    finding.note(format!(
        "{INSTANCES} instances, {recorded} migrations, all ready after {}",
        Seconds(longest)
    ));
    Ok(vec![finding])
}
