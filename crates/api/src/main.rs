//! Starts the api, or runs one of its commands.

use std::process::ExitCode;

use actix_web::web;
use api::erasures::ErasuresCommand;
use api::operator::AccountCommand;
use api::settings::ApiSettings;
use api::state::Api;
use clap::Parser;
use clap::Subcommand;
use server::cli;
use server::context::Context;
use server::{crash, logging, serve};

/// The service for the app: accounts, sync of cycle data, analytics events.
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
    /// What is known of accounts that were deleted.
    Erasures {
        #[command(subcommand)]
        command: ErasuresCommand,
    },
    /// Help a girl who cannot help herself: find, export, restore or delete an account.
    Account {
        #[command(subcommand)]
        command: AccountCommand,
    },
}

#[actix_web::main]
async fn main() -> ExitCode {
    let arguments = Arguments::parse();
    logging::init(api::IDENTITY.name);
    crash::leaves_no_data();
    let (context, settings) =
        match cli::read_context(api::IDENTITY, arguments.check_config, |source, _| {
            ApiSettings::read(source)
        }) {
            Ok(Some(read)) => read,
            Ok(None) => return ExitCode::SUCCESS,
            Err(failure) => return failure,
        };
    match arguments.command {
        Some(Command::Shared(command)) => command.run(&context),
        Some(Command::Erasures { command }) => command.run(&context).await,
        Some(Command::Account { command }) => command.run(&context).await,
        None => cli::outcome(run(&context, settings).await),
    }
}

async fn run(context: &Context, settings: ApiSettings) -> std::io::Result<()> {
    let state = web::Data::new(Api::new(context, settings)?);
    let for_workers = context.clone();
    let running = serve::start(context, move || api::app(&for_workers, &state))?;
    log::info!("api listens on {}", running.address);
    api::housekeeping::start(context);
    api::erasures::start(context);
    running.until_stopped(context).await
}
