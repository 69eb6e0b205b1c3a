//! What both binaries understand on their command line.

use std::io::{Read, Write};
use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpStream};
use std::process::ExitCode;
use std::time::Duration;

use clap::Subcommand;

use crate::bring_up;
use crate::context::Context;
use crate::settings::{HttpSettings, Reading, ServiceIdentity, Settings, Source};

/// Subcommands of both services. Without one, the service serves.
#[derive(Clone, Debug, Subcommand)]
pub enum Command {
    /// Bring the database schema up to date, say what was done, and end.
    Migrate,
    /// Ask the service on this machine whether it is alive; exit 0 if so. For containers
    /// without a shell.
    Healthcheck,
}

impl Command {
    /// Runs the command.
    #[expect(clippy::print_stdout, reason = "a command's result belongs on standard output")]
    pub fn run(&self, context: &Context) -> ExitCode {
        match self {
            Command::Migrate => match bring_up::run(context) {
                Ok(report) => {
                    println!(
                        "{} migrations applied, {} indexes built",
                        report.applied.len(),
                        report.indexes_built.len()
                    );
                    if !report.indexes_postponed.is_empty() {
                        println!(
                            "not built now, run this again: {}",
                            report.indexes_postponed.join(", ")
                        );
                        return ExitCode::FAILURE;
                    }
                    ExitCode::SUCCESS
                }
                Err(error) => {
                    log::error!("{error}");
                    ExitCode::FAILURE
                }
            },
            Command::Healthcheck => {
                if is_alive(&context.settings.http) {
                    ExitCode::SUCCESS
                } else {
                    ExitCode::FAILURE
                }
            }
        }
    }
}

/// Reads the shared settings and, with `own`, those of one service, and builds the context.
/// `None` when the settings were only to be shown.
///
/// # Errors
///
/// The exit code of a start that settings forbid; each mistake is in the log.
pub fn read_context<T>(
    service: ServiceIdentity,
    show: bool,
    own: impl FnOnce(&mut Source, &Settings) -> T,
) -> Result<Option<(Context, T)>, ExitCode> {
    let read = || -> Result<_, String> {
        let mut source = Source::from_environment()?;
        let shared = Settings::read(&mut source, service);
        let own = own(&mut source, &shared);
        if show {
            print_settings(source.readings());
        }
        source.finish()?;
        Ok((!show).then(|| (Context::new(service, shared), own)))
    };
    read().map_err(|mistakes| {
        for mistake in mistakes.lines() {
            log::error!("{mistake}");
        }
        ExitCode::FAILURE
    })
}

/// The exit code of a service that ended.
pub fn outcome(ended: std::io::Result<()>) -> ExitCode {
    match ended {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            log::error!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Prints every setting in force, secrets only as set or unset.
#[expect(clippy::print_stdout, reason = "a command's result belongs on standard output")]
fn print_settings(readings: &[Reading]) {
    let width = readings.iter().map(|reading| reading.name.len()).max().unwrap_or(0);
    for reading in readings {
        let origin = if reading.is_default { "  (default)" } else { "" };
        println!("{:width$}  {}{origin}", reading.name, reading.shown);
    }
}

fn is_alive(settings: &HttpSettings) -> bool {
    let host = if settings.address.is_unspecified() {
        IpAddr::V4(Ipv4Addr::LOCALHOST)
    } else {
        settings.address
    };
    let wait = Duration::from_secs(3);
    let ask = || -> std::io::Result<String> {
        let mut stream = TcpStream::connect_timeout(&SocketAddr::new(host, settings.port), wait)?;
        stream.set_read_timeout(Some(wait))?;
        stream
            .write_all(b"GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")?;
        let mut answer = String::new();
        stream.take(4096).read_to_string(&mut answer)?;
        Ok(answer)
    };
    ask().is_ok_and(|answer| answer.starts_with("HTTP/1.1 200"))
}
