//! `cms admin list-users | deactivate | access-review`

use db::audit::{self, Act, Entry};
use db::editor::{self, AccessLine, Changed};
use serde_json::{Value, json};
use server::context::Context;

use super::{operator, with_connection};

/// Prints the editors' names and roles.
#[expect(clippy::print_stdout, reason = "a command's result belongs on standard output")]
pub(super) fn list(context: &Context) -> Result<(), String> {
    for line in with_connection(context, editor::access_review)? {
        let state = if line.deactivated { "deactivated" } else { "active" };
        println!("{}\t{}\t{state}", line.username, line.role);
    }
    Ok(())
}

/// Takes access away.
pub(super) fn deactivate(context: &Context, username: &str) -> Result<(), String> {
    let outcome = with_connection(context, |connection| {
        let Some(found) = editor::find_by_name(connection, username)? else {
            return Ok(Changed::Missing);
        };
        let outcome = editor::deactivate(connection, found.id, false)?;
        if matches!(outcome, Changed::Done(_)) {
            let (act, author) = (Act::EditorDeactivated, operator());
            let entry = Entry { author: &author, act, item: username, detail: "" };
            audit::record(connection, &entry)?;
        }
        Ok(outcome)
    })?;
    match outcome {
        Changed::Done(_) => Ok(()),
        Changed::LastSuperAdmin => Err(format!("{username} is the last superAdmin")),
        _ => Err(format!("there is no editor named {username}")),
    }
}

/// Prints who has access to what.
#[expect(clippy::print_stdout, reason = "a command's result belongs on standard output")]
pub(super) fn access_review(context: &Context, as_json: bool) -> Result<(), String> {
    let lines = with_connection(context, editor::access_review)?;
    if as_json {
        let people: Vec<Value> = lines.iter().map(as_value).collect();
        println!("{}", Value::Array(people));
        return Ok(());
    }
    let heads = ["editor", "role", "languages", "codes", "last sign-in", "state"];
    let mut rows: Vec<[String; 6]> = vec![heads.map(str::to_owned)];
    rows.extend(lines.iter().map(|line| {
        [
            line.username.clone(),
            line.role.clone(),
            line.languages.join(" "),
            if line.has_totp { "yes" } else { "no" }.to_owned(),
            last_sign_in(line).unwrap_or_else(|| "never".to_owned()),
            if line.deactivated { "deactivated" } else { "active" }.to_owned(),
        ]
    }));
    let width = |column: usize| {
        rows.iter().map(|row| row[column].chars().count()).max().unwrap_or_default()
    };
    let widths: Vec<usize> = (0..heads.len()).map(width).collect();
    for row in &rows {
        let cells = row.iter().zip(&widths).map(|(cell, width)| format!("{cell:width$}"));
        println!("{}", cells.collect::<Vec<_>>().join("  ").trim_end());
    }
    Ok(())
}

fn last_sign_in(line: &AccessLine) -> Option<String> {
    line.last_sign_in_at.map(|instant| instant.0.to_iso())
}

fn as_value(line: &AccessLine) -> Value {
    json!({
        "username": line.username,
        "role": line.role,
        "languages": line.languages,
        "twoStep": line.has_totp,
        "lastSignIn": last_sign_in(line),
        "deactivated": line.deactivated,
        "created": line.date_created,
    })
}
