//! `cms statistics …`: what an operator does to the counts.

use std::process::ExitCode;

use clap::Subcommand;
use db::error::DbError;
use db::pool::connect_for_migration;
use db::statistics as counts;
use domain::calendar::Day;
use server::clock;
use server::context::Context;

/// A command about the statistics.
#[derive(Clone, Copy, Debug, Subcommand)]
pub enum StatisticsCommand {
    /// Count every account and every event that is kept anew.
    Rebuild,
    /// Say whether every event is counted; the exit code is 1 if not.
    Check,
}

impl StatisticsCommand {
    /// Runs the command.
    pub fn run(self, context: &Context) -> ExitCode {
        match self.carry_out(context) {
            Ok(true) => ExitCode::SUCCESS,
            Ok(false) => ExitCode::FAILURE,
            Err(error) => {
                log::error!("{error}");
                ExitCode::FAILURE
            }
        }
    }

    fn carry_out(self, context: &Context) -> Result<bool, DbError> {
        let mut connection = connect_for_migration(context.db.settings())?;
        match self {
            StatisticsCommand::Rebuild => {
                counts::rebuild(&mut connection, Day::in_nepal(clock::now()))?;
                log::info!("the statistics are counted anew");
                Ok(true)
            }
            StatisticsCommand::Check => {
                let missing = counts::check(&mut connection)?;
                for difference in &missing {
                    log::warn!(
                        "{} of {} {} events are counted",
                        difference.counted,
                        difference.stored,
                        difference.kind
                    );
                }
                if missing.is_empty() {
                    log::info!("every event is counted");
                }
                Ok(missing.is_empty())
            }
        }
    }
}
