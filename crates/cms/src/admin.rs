//! `cms admin …`: what an operator does to the editors' log-ins from the command line.

use std::io::{self, BufRead};
use std::process::ExitCode;

use clap::{Subcommand, ValueEnum};
use db::editor::{self, NewEditor, Profile};
use db::pool::connect_for_migration;
use server::clock;
use server::context::Context;

/// Cost of editors' passwords. Few people log in, so it may take a quarter of a second.
const COST: u32 = 12;

/// Most bytes of a password that bcrypt looks at.
const LONGEST_PASSWORD: usize = 72;

/// Shortest password for a new editor, in characters.
const SHORTEST_PASSWORD: usize = 12;

/// A command about editors.
#[derive(Clone, Debug, Subcommand)]
pub enum AdminCommand {
    /// Create an editor. The password is read from standard input, one line.
    CreateUser {
        /// Name to log in with.
        #[arg(long)]
        username: String,
        /// What the editor may do.
        #[arg(long, value_enum)]
        role: Role,
        /// Language the editor works in, such as `en` or `ne`.
        #[arg(long)]
        lang: String,
        /// Succeed, and change nothing, when an editor of this name exists.
        #[arg(long)]
        if_absent: bool,
    },
}

/// The three roles, spelled as in the database.
#[derive(Clone, Copy, Debug, ValueEnum)]
#[expect(missing_docs, reason = "the roles' own names")]
pub enum Role {
    #[value(name = "superAdmin")]
    SuperAdmin,
    #[value(name = "admin")]
    Admin,
    #[value(name = "contentManager")]
    ContentManager,
}

impl Role {
    fn name(self) -> &'static str {
        match self {
            Role::SuperAdmin => "superAdmin",
            Role::Admin => "admin",
            Role::ContentManager => "contentManager",
        }
    }
}

impl AdminCommand {
    /// Runs the command.
    pub fn run(&self, context: &Context) -> ExitCode {
        let AdminCommand::CreateUser { username, role, lang, if_absent } = self;
        match create_user(context, username, *role, lang) {
            Ok(true) => ExitCode::SUCCESS,
            Ok(false) if *if_absent => ExitCode::SUCCESS,
            Ok(false) => {
                log::error!("an editor named {username} exists already");
                ExitCode::FAILURE
            }
            Err(message) => {
                log::error!("{message}");
                ExitCode::FAILURE
            }
        }
    }
}

fn create_user(context: &Context, username: &str, role: Role, lang: &str) -> Result<bool, String> {
    let password = read_password()?;
    let hash = bcrypt::hash(&password, COST).map_err(|error| error.to_string())?;
    let created = clock::now().to_iso();
    let mut connection =
        connect_for_migration(context.db.settings()).map_err(|error| error.to_string())?;
    let new = NewEditor {
        profile: Profile {
            username: username.to_owned(),
            role: role.name(),
            languages: vec![lang.to_owned()],
        },
        password: Some(hash),
        lang: lang.to_owned(),
        date_created: created,
    };
    editor::create(&mut connection, &new).map(|id| id.is_some()).map_err(|error| error.to_string())
}

fn read_password() -> Result<String, String> {
    let mut line = String::new();
    io::stdin().lock().read_line(&mut line).map_err(|error| error.to_string())?;
    let password = line.trim_end_matches(['\n', '\r']);
    if password.chars().count() < SHORTEST_PASSWORD || password.len() > LONGEST_PASSWORD {
        return Err(format!(
            "the password on standard input must have {SHORTEST_PASSWORD} characters to {LONGEST_PASSWORD} bytes"
        ));
    }
    Ok(password.to_owned())
}
