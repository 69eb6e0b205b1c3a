//! `cms data …`: content as files from the command line.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Subcommand;
use db::pool::connect_for_migration;
use domain::exchange::locale;
use server::context::Context;

use super::{bundle, workbook};

/// A command about content as files.
#[derive(Clone, Debug, Subcommand)]
pub enum DataCommand {
    /// Write all content of a language into a file: a workbook (`.xlsx`), or content for the app
    /// (`.ts` or `.json`), by the ending of its name.
    Export {
        /// The language, such as `en` or `ne`.
        #[arg(long)]
        lang: String,
        /// The file.
        #[arg(long)]
        out: PathBuf,
        /// Only what the app shows.
        #[arg(long)]
        live: bool,
    },
}

impl DataCommand {
    /// Runs the command.
    pub fn run(&self, context: &Context) -> ExitCode {
        let DataCommand::Export { lang, out, live } = self;
        match export(context, lang, out, *live) {
            Ok(()) => ExitCode::SUCCESS,
            Err(message) => {
                log::error!("{message}");
                ExitCode::FAILURE
            }
        }
    }
}

fn export(context: &Context, lang: &str, out: &Path, live: bool) -> Result<(), String> {
    let lang = locale::code(lang).ok_or("--lang is no language code")?;
    let mut connection =
        connect_for_migration(context.db.settings()).map_err(|error| error.to_string())?;
    let mut content =
        db::exchange::content::load(&mut connection, lang).map_err(|error| error.to_string())?;
    if live {
        content = content.live();
    }
    let told = |error: server::error::Error| format!("{error:?}");
    let bytes = match out.extension().and_then(|ending| ending.to_str()) {
        Some("xlsx") => workbook::write(&content).map_err(|error| error.to_string())?,
        Some("ts") => bundle::source(&content).map_err(told)?.into_bytes(),
        Some("json") => bundle::json(&content).map_err(told)?.into_bytes(),
        _ => return Err("--out ends with .xlsx, .ts or .json".to_owned()),
    };
    std::fs::write(out, bytes).map_err(|error| format!("{}: {error}", out.display()))
}
