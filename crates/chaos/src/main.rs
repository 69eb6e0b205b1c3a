//! Harms services and their database while phones write, and looks afterwards whether all that
//! was acknowledged is there, and once. Started by `scripts/chaos`, which prepares everything.

mod balancer;
mod check;
mod cluster;
mod load;
mod proxy;
mod report;
mod scenarios;
mod stage;

use std::io::Write;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use loadkit::Outcome;
use serde_json::json;

use report::{Finding, Report, say};
use scenarios::{SCENARIOS, Scenario};
use stage::{Arguments, Stage};

/// Harms running services and looks what was lost.
#[derive(Parser)]
struct CommandLine {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Play scenarios.
    Run(Arguments),
    /// Say what each scenario does.
    List,
}

fn main() -> ExitCode {
    let outcome = match CommandLine::parse().task {
        Task::Run(arguments) => run(arguments),
        Task::List => list(),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            say(&format!("error: {failure}"));
            ExitCode::FAILURE
        }
    }
}

fn list() -> Outcome<()> {
    let mut out = std::io::stdout().lock();
    for scenario in SCENARIOS {
        let short = if scenario.in_short_form { "" } else { " (not in the short form)" };
        writeln!(out, "{:<17} {}{short}", scenario.name, scenario.about)?;
    }
    Ok(())
}

fn run(arguments: Arguments) -> Outcome<()> {
    let chosen = choose(&arguments)?;
    let about = json!({
        "short_form": arguments.short,
        "cores": std::thread::available_parallelism().map_or(0, usize::from),
        "away_seconds": arguments.away_seconds,
        "soak_minutes": arguments.soak_minutes,
    });
    let stage = Stage::new(arguments)?;
    let mut report = Report::default();
    for scenario in chosen {
        say(&format!("\n{}: {}", scenario.name, scenario.about));
        match (scenario.play)(&stage) {
            Ok(findings) => findings.into_iter().for_each(|finding| report.add(finding)),
            Err(failure) => report.add(Finding::failed(scenario.name, &failure.to_string())),
        }
    }
    report.publish(&stage.arguments.output, &about)?;
    if report.holds() { Ok(()) } else { Err("a fault did harm; see the lines with !".into()) }
}

fn choose(arguments: &Arguments) -> Outcome<Vec<&'static Scenario>> {
    if arguments.scenarios.is_empty() {
        let wanted = |scenario: &&Scenario| !arguments.short || scenario.in_short_form;
        return Ok(SCENARIOS.iter().filter(wanted).collect());
    }
    let find = |name: &String| {
        SCENARIOS.iter().find(|scenario| scenario.name == name).ok_or_else(|| {
            format!("there is no scenario {name}; scripts/chaos --list names them").into()
        })
    };
    arguments.scenarios.iter().map(find).collect()
}
