//! `cms retention …`

use std::process::ExitCode;

use clap::Subcommand;
use server::context::Context;

use super::{RetentionSettings, run};

/// A command about what is kept.
#[derive(Clone, Debug, Subcommand)]
pub enum RetentionCommand {
    /// Delete what has been kept long enough: by `EVENT_RETENTION_DAYS`,
    /// `MESSAGE_RETENTION_DAYS` and `AUDIT_RETENTION_DAYS` where they are set, and after thirty
    /// days the trash and finished jobs. A running cms does it by itself once a day.
    Run {
        /// Only what has not been done for a day.
        #[arg(long)]
        due: bool,
    },
}

impl RetentionCommand {
    /// Runs the command.
    pub fn run(&self, context: &Context, settings: &RetentionSettings) -> ExitCode {
        let RetentionCommand::Run { due } = self;
        if run(context, settings, *due) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}
