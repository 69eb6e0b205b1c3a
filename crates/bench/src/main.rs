//! Measures each row of the table of speed goals as a ratio to its limit, which is measured in
//! the same run on the same machine. Started by `scripts/bench`, which prepares everything.

mod bare;
mod compare;
mod conditions;
mod identity;
mod load;
mod pgbench;
mod report;
mod rows;
mod run;

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use loadkit::{Failure, Outcome, database, http, service};

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
    /// Serve the files of a directory with nothing around: the limit of the content rows.
    Bare(bare::Arguments),
    /// Print the hash of the password that every generated account has.
    PasswordHash,
}

fn main() -> ExitCode {
    let outcome = match Arguments::parse().task {
        Task::Run(arguments) => run::run(arguments),
        Task::Bare(arguments) => bare::serve(&arguments),
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
