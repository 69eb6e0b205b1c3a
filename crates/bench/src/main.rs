//! Measures each row of the table of speed goals as a ratio to its limit, which is measured in
//! the same run on the same machine. Started by `scripts/bench`, which prepares everything.

mod bare;
mod cheap_api;
mod compare;
mod conditions;
mod growth;
mod identity;
mod load;
mod pgbench;
mod report;
mod rows;
mod run;
mod settle;

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use loadkit::{Failure, Outcome, cpu, database, http, service};

/// Measures the services against their limits.
#[derive(Parser)]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Measure; the database is the one that the `DATABASE_*` variables name.
    Run(run::Arguments),
    /// Measure the time of one request of each path, for the curves over several sizes.
    Growth(run::Arguments),
    /// Print what `growth` has kept of several sizes.
    GrowthTable(growth::Arguments),
    /// Bring the counts of the statistics up to date with the generated rows.
    SettleCounts,
    /// Serve the files of a directory with nothing around: the limit of the content rows.
    Bare(bare::Arguments),
    /// Serve the api with hashes of the least cost: for a login without the time of its hash.
    CheapApi,
    /// Print the hash of the password that every generated account has.
    PasswordHash,
}

fn main() -> ExitCode {
    let outcome = match Arguments::parse().task {
        Task::Run(arguments) => run::run(arguments),
        Task::Growth(arguments) => growth::measure(arguments),
        Task::GrowthTable(arguments) => growth::print(&arguments),
        Task::SettleCounts => settle::counts(),
        Task::Bare(arguments) => bare::serve(&arguments),
        Task::CheapApi => cheap_api::serve(),
        Task::PasswordHash => identity::print_password_hash(),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            report::complain(&format!("error: {failure}"));
            ExitCode::FAILURE
        }
    }
}
