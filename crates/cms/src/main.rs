//! Starts the cms, or runs one of its commands.

use std::process::ExitCode;
use std::time::Duration;

use actix_web::web;
use clap::{Parser, Subcommand};
use cms::admin::AdminCommand;
use cms::exchange::command::DataCommand;
use cms::jobs;
use cms::retention::{self, RetentionCommand};
use cms::settings::CmsSettings;
use cms::state::Cms;
use cms::statistics;
use cms::statistics::command::StatisticsCommand;
use server::cli;
use server::context::Context;
use server::{crash, logging, serve};

/// The service for editors, and the public content that phones fetch.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    /// Print the settings in force, secrets hidden, and end.
    #[arg(long)]
    check_config: bool,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    #[command(flatten)]
    Shared(cli::Command),
    /// Manage the editors' log-ins.
    Admin {
        #[command(subcommand)]
        command: AdminCommand,
    },
    /// Content as files.
    Data {
        #[command(subcommand)]
        command: DataCommand,
    },
    /// Check the counts behind the statistics, or count anew.
    Statistics {
        #[command(subcommand)]
        command: StatisticsCommand,
    },
    /// Clear out what has been kept long enough.
    Retention {
        #[command(subcommand)]
        command: RetentionCommand,
    },
}

#[actix_web::main]
async fn main() -> ExitCode {
    let arguments = Arguments::parse();
    logging::init(cms::IDENTITY.name);
    crash::leaves_no_data();
    let (context, settings) =
        match cli::read_context(cms::IDENTITY, arguments.check_config, CmsSettings::read) {
            Ok(Some(read)) => read,
            Ok(None) => return ExitCode::SUCCESS,
            Err(failure) => return failure,
        };
    match arguments.command {
        Some(Command::Shared(command)) => command.run(&context),
        Some(Command::Admin { command }) => command.run(&context),
        Some(Command::Data { command }) => command.run(&context),
        Some(Command::Statistics { command }) => command.run(&context),
        Some(Command::Retention { command }) => command.run(&context, &settings.retention),
        None => cli::outcome(run(&context, settings).await),
    }
}

/// How long a stopping service waits for jobs once the last request is answered.
const DRAIN_JOBS: Duration = Duration::from_secs(1);

async fn run(context: &Context, settings: CmsSettings) -> std::io::Result<()> {
    let state = web::Data::new(Cms::new(context, settings)?);
    let (for_workers, for_app) = (context.clone(), state.clone());
    let running = serve::start(context, move || cms::app(&for_workers, &for_app))?;
    cms::files::cleaning::start(context);
    cms::sign_in::default_account::watch(context, &state);
    cms::sign_in::former_secret::retire(context, &state);
    log::info!("cms listens on {}", running.address);
    statistics::housekeeping::start(context);
    retention::start(context, &state.settings.retention);
    let workers = jobs::start(context, &state, jobs::KINDS);
    running.until_stopped(context).await?;
    workers.drained(DRAIN_JOBS).await;
    Ok(())
}
