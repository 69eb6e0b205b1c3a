//! The limit of the database rows: PostgreSQL's own load generator with the same statement.

use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::Outcome;
use crate::compare::{Cpu, Sample};
use crate::cpu;
use crate::database::Database;

/// How to call the program.
pub(crate) struct PgBench {
    /// Where scripts are written to.
    pub(crate) directory: PathBuf,
    pub(crate) database: Database,
    /// As many as the service may open.
    pub(crate) connections: u32,
}

impl PgBench {
    /// Runs `script` over and over: how often per second it ran, and what that cost the
    /// database. `variables` are
    /// texts that it may refer to with a colon; like everything variable they are sent as
    /// parameters of a prepared statement, as the service sends them.
    ///
    /// # Errors
    ///
    /// When the program is missing or one of its clients failed.
    pub(crate) fn per_second(
        &self,
        script: &str,
        variables: &[(&str, &str)],
        lasting: Duration,
    ) -> Outcome<Sample> {
        let (ran, used) =
            cpu::used(|| self.database.cpu_micros(), || self.run(script, variables, lasting));
        let ran = ran?;
        Ok(Sample {
            value: ran.per_second,
            cpu: Cpu { server: None, database: used.map(|used| used / ran.times) },
        })
    }

    fn run(&self, script: &str, variables: &[(&str, &str)], lasting: Duration) -> Outcome<Ran> {
        let file = self.directory.join("pgbench.sql");
        std::fs::write(&file, script)?;
        let mut command = Command::new("pgbench");
        command
            .args(["--no-vacuum", "--protocol=prepared", "--jobs=2"])
            .arg(format!("--client={}", self.connections))
            .arg(format!("--time={}", lasting.as_secs().max(1)))
            .arg(format!("--file={}", file.display()));
        for (name, value) in variables {
            command.arg(format!("--define={name}={value}"));
        }
        self.database.address(&mut command);
        let output = command
            .stdin(Stdio::null())
            .output()
            .map_err(|error| format!("pgbench cannot be run: {error}"))?;
        let text = String::from_utf8_lossy(&output.stdout);
        if !output.status.success() {
            let errors = String::from_utf8_lossy(&output.stderr);
            return Err(
                format!("pgbench failed: {}", errors.lines().last().unwrap_or_default()).into()
            );
        }
        let number = |label: &str| -> Option<f64> {
            text.lines()
                .find_map(|line| line.strip_prefix(label)?.split([' ', '/']).next()?.parse().ok())
        };
        number("tps = ")
            .zip(number("number of transactions actually processed: "))
            .map(|(per_second, times)| Ran { per_second, times })
            .ok_or_else(|| "pgbench did not say how fast it was".into())
    }
}

/// What `pgbench` says of a run.
struct Ran {
    per_second: f64,
    times: f64,
}
