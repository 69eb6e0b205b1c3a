//! `cms admin …`: what an operator does to the editors' log-ins from the command line.

mod create_user;
mod password;
mod people;

use std::process::ExitCode;

use clap::{Subcommand, ValueEnum};
use db::editing::Author;
use server::context::Context;

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
    /// Set an editor's password, read from standard input, one line. Gives access back to
    /// somebody who is deactivated or locked.
    ResetPassword {
        /// Name of the editor.
        #[arg(long)]
        username: String,
        /// Also switch codes off, for somebody whose phone is lost.
        #[arg(long)]
        two_step_off: bool,
    },
    /// List the editors.
    ListUsers,
    /// Take an editor's access away.
    Deactivate {
        /// Name of the editor.
        #[arg(long)]
        username: String,
    },
    /// Say who has access to what: role, languages, last sign-in, codes.
    AccessReview {
        /// As JSON instead of a table.
        #[arg(long)]
        json: bool,
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
        let outcome = match self {
            AdminCommand::CreateUser { username, role, lang, if_absent } => {
                create_user::run(context, username, *role, lang, *if_absent)
            }
            AdminCommand::ResetPassword { username, two_step_off } => {
                password::reset(context, username, *two_step_off)
            }
            AdminCommand::ListUsers => people::list(context),
            AdminCommand::Deactivate { username } => people::deactivate(context, username),
            AdminCommand::AccessReview { json } => people::access_review(context, *json),
        };
        match outcome {
            Ok(()) => ExitCode::SUCCESS,
            Err(message) => {
                log::error!("{message}");
                ExitCode::FAILURE
            }
        }
    }
}

/// Runs `work` with a connection of its own; a failure becomes a sentence.
fn with_connection<T>(
    context: &Context,
    work: impl FnOnce(&mut db::Connection) -> db::QueryResult<T>,
) -> Result<T, String> {
    db::pool::write_apart(context.db.settings(), work).map_err(|error| error.to_string())
}

/// Who does what is done here, for the audit log.
fn operator() -> Author {
    Author { editor_id: None, name: "(command line)".to_owned() }
}
