//! Passwords from standard input, and `cms admin reset-password`.

use std::io::{self, BufRead};

use db::audit::{self, Act, Entry};
use db::editor::{self, totp};
use domain::password::{LONGEST, SHORTEST, Weakness, weakness};
use server::context::Context;

use super::{operator, with_connection};
use crate::sign_in::credentials::COST;

/// Reads a line and makes its hash.
pub(super) fn read(username: &str) -> Result<String, String> {
    let mut line = String::new();
    io::stdin().lock().read_line(&mut line).map_err(|error| error.to_string())?;
    let password = line.trim_end_matches(['\n', '\r']);
    match weakness(password, username) {
        None => bcrypt::hash(password, COST).map_err(|error| error.to_string()),
        Some(Weakness::TooShort | Weakness::TooLong) => Err(format!(
            "the password on standard input must have {SHORTEST} characters to {LONGEST} bytes"
        )),
        Some(Weakness::TooCommon) => Err(
            "the password on standard input is made of words or rows of keys that are guessed first"
                .to_owned(),
        ),
    }
}

/// Sets a password; the editor is signed out everywhere, and may sign in again.
pub(super) fn reset(context: &Context, username: &str, two_step_off: bool) -> Result<(), String> {
    let hash = read(username)?;
    let found = with_connection(context, |connection| {
        let Some(found) = editor::find_by_name(connection, username)? else { return Ok(false) };
        editor::reactivate(connection, found.id)?;
        editor::set_password(connection, found.id, &hash, None)?;
        if two_step_off {
            totp::remove(connection, found.id)?;
        }
        let detail = if two_step_off { "codes are off too" } else { "" };
        let (act, author) = (Act::PasswordReset, operator());
        audit::record(connection, &Entry { author: &author, act, item: username, detail })?;
        Ok(true)
    })?;
    if found { Ok(()) } else { Err(format!("there is no editor named {username}")) }
}
