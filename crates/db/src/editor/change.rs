//! Making editors, changing them, taking their access away.

use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::{Array, Integer, Nullable, Text};

use super::{NO_PASSWORD, StoredEditor, find, session};

/// Who an editor is and what she may do.
#[derive(Clone, Debug)]
pub struct Profile {
    /// The name she signs in with.
    pub username: String,
    /// The role's name.
    pub role: &'static str,
    /// Codes of the languages she may work in.
    pub languages: Vec<String>,
}

/// A new editor.
#[derive(Clone, Debug)]
pub struct NewEditor {
    /// Who she is.
    pub profile: Profile,
    /// bcrypt; `None` until she has chosen a password herself.
    pub password: Option<String>,
    /// The language she starts to work in.
    pub lang: String,
    /// ISO 8601. The column's own default is the text `now()`, which is of no use.
    pub date_created: String,
}

/// What became of a change.
#[derive(Clone, Debug)]
pub enum Changed {
    /// It is done; this is how she was before.
    Done(Box<StoredEditor>),
    /// There is no such editor.
    Missing,
    /// Another editor has the name.
    NameTaken,
    /// Nobody else could do what only a superAdmin can.
    LastSuperAdmin,
}

/// Stores a new editor unless one of that name exists; her key.
///
/// # Errors
///
/// Diesel's own.
pub fn create(connection: &mut PgConnection, new: &NewEditor) -> QueryResult<Option<i32>> {
    #[derive(QueryableByName)]
    struct Id {
        #[diesel(sql_type = Integer)]
        id: i32,
    }
    connection.transaction(|connection| {
        lock(connection)?;
        if is_taken(connection, &new.profile.username, None)? {
            return Ok(None);
        }
        let id = diesel::sql_query(
            "INSERT INTO \"user\" (username, password, lang, type, date_created) \
             VALUES ($1, $2, $3, $4, $5) RETURNING id",
        )
        .bind::<Text, _>(&new.profile.username)
        .bind::<Text, _>(new.password.as_deref().unwrap_or(NO_PASSWORD))
        .bind::<Text, _>(&new.lang)
        .bind::<Text, _>(new.profile.role)
        .bind::<Text, _>(&new.date_created)
        .get_result::<Id>(connection)?
        .id;
        set_languages(connection, id, &new.profile.languages)?;
        Ok(Some(id))
    })
}

/// Makes an editor what `profile` says. Another role or other languages end her sessions, and
/// take her to a language she may work in.
///
/// # Errors
///
/// Diesel's own.
pub fn update(connection: &mut PgConnection, id: i32, profile: &Profile) -> QueryResult<Changed> {
    connection.transaction(|connection| {
        lock(connection)?;
        let Some(before) = find(connection, id)? else { return Ok(Changed::Missing) };
        if profile.username != before.username && is_taken(connection, &profile.username, Some(id))?
        {
            return Ok(Changed::NameTaken);
        }
        if before.role != profile.role && is_last_super_admin(connection, &before)? {
            return Ok(Changed::LastSuperAdmin);
        }
        let stays = profile.languages.is_empty() || profile.languages.contains(&before.lang);
        let lang = if stays { before.lang.as_str() } else { &profile.languages[0] };
        diesel::sql_query("UPDATE \"user\" SET username = $2, type = $3, lang = $4 WHERE id = $1")
            .bind::<Integer, _>(id)
            .bind::<Text, _>(&profile.username)
            .bind::<Text, _>(profile.role)
            .bind::<Text, _>(lang)
            .execute(connection)?;
        set_languages(connection, id, &profile.languages)?;
        if before.role != profile.role || before.languages.as_ref() != Some(&profile.languages) {
            session::end_all(connection, id, None)?;
        }
        Ok(Changed::Done(Box::new(before)))
    })
}

/// Takes an editor's access away: the original and we find no password that matches. Her real
/// hash is kept aside, her sessions and links end.
///
/// # Errors
///
/// Diesel's own.
pub fn deactivate(connection: &mut PgConnection, id: i32, force: bool) -> QueryResult<Changed> {
    connection.transaction(|connection| {
        lock(connection)?;
        let Some(before) = find(connection, id)? else { return Ok(Changed::Missing) };
        if before.deactivated {
            return Ok(Changed::Done(Box::new(before)));
        }
        if !force && is_last_super_admin(connection, &before)? {
            return Ok(Changed::LastSuperAdmin);
        }
        diesel::sql_query(
            "INSERT INTO editor (user_id, deactivated_at, kept_password) VALUES ($1, now(), $2) \
             ON CONFLICT (user_id) DO UPDATE SET deactivated_at = now(), kept_password = $2, \
             reset_token_hash = NULL, reset_expires_at = NULL",
        )
        .bind::<Integer, _>(id)
        .bind::<Text, _>(&before.password)
        .execute(connection)?;
        set_hash(connection, id, NO_PASSWORD)?;
        session::end_all(connection, id, None)?;
        Ok(Changed::Done(Box::new(before)))
    })
}

/// Gives an editor's access back, with the password she had.
///
/// # Errors
///
/// Diesel's own.
pub fn reactivate(connection: &mut PgConnection, id: i32) -> QueryResult<Changed> {
    connection.transaction(|connection| {
        lock(connection)?;
        let Some(before) = find(connection, id)? else { return Ok(Changed::Missing) };
        if before.deactivated {
            diesel::sql_query(
                "UPDATE \"user\" SET password = coalesce(kept_password, password) FROM editor \
                 WHERE user_id = \"user\".id AND \"user\".id = $1",
            )
            .bind::<Integer, _>(id)
            .execute(connection)?;
            diesel::sql_query(
                "UPDATE editor SET deactivated_at = NULL, kept_password = NULL WHERE user_id = $1",
            )
            .bind::<Integer, _>(id)
            .execute(connection)?;
        }
        Ok(Changed::Done(Box::new(before)))
    })
}

/// Records the language an editor works in from now on.
///
/// # Errors
///
/// Diesel's own.
pub fn set_working_language(connection: &mut PgConnection, id: i32, lang: &str) -> QueryResult<()> {
    diesel::sql_query("UPDATE \"user\" SET lang = $2 WHERE id = $1")
        .bind::<Integer, _>(id)
        .bind::<Text, _>(lang)
        .execute(connection)
        .map(drop)
}

/// Records the language in which an editor reads the pages from now on.
///
/// # Errors
///
/// Diesel's own.
pub fn set_interface_language(
    connection: &mut PgConnection,
    id: i32,
    lang: &str,
) -> QueryResult<()> {
    diesel::sql_query(
        "INSERT INTO editor (user_id, interface_language) VALUES ($1, $2) \
         ON CONFLICT (user_id) DO UPDATE SET interface_language = $2",
    )
    .bind::<Integer, _>(id)
    .bind::<Text, _>(lang)
    .execute(connection)
    .map(drop)
}

/// Changes of editors come one after the other, so that no two of them together break a rule
/// that each keeps. Reading goes on meanwhile.
fn lock(connection: &mut PgConnection) -> QueryResult<()> {
    diesel::sql_query("LOCK TABLE \"user\" IN SHARE ROW EXCLUSIVE MODE")
        .execute(connection)
        .map(drop)
}

pub(super) fn set_hash(connection: &mut PgConnection, id: i32, hash: &str) -> QueryResult<()> {
    diesel::sql_query("UPDATE \"user\" SET password = $2 WHERE id = $1")
        .bind::<Integer, _>(id)
        .bind::<Text, _>(hash)
        .execute(connection)
        .map(drop)
}

fn set_languages(connection: &mut PgConnection, id: i32, languages: &[String]) -> QueryResult<()> {
    diesel::sql_query(
        "INSERT INTO editor (user_id, languages) VALUES ($1, $2) \
         ON CONFLICT (user_id) DO UPDATE SET languages = $2",
    )
    .bind::<Integer, _>(id)
    .bind::<Array<Text>, _>(languages)
    .execute(connection)
    .map(drop)
}

fn is_taken(
    connection: &mut PgConnection,
    username: &str,
    by_other_than: Option<i32>,
) -> QueryResult<bool> {
    diesel::sql_query("SELECT id FROM \"user\" WHERE username = $1 AND id IS DISTINCT FROM $2")
        .bind::<Text, _>(username)
        .bind::<Nullable<Integer>, _>(by_other_than)
        .execute(connection)
        .map(|rows| rows > 0)
}

fn is_last_super_admin(connection: &mut PgConnection, editor: &StoredEditor) -> QueryResult<bool> {
    if editor.role != "superAdmin" || editor.deactivated {
        return Ok(false);
    }
    let others = diesel::sql_query(
        "SELECT id FROM \"user\" LEFT JOIN editor ON user_id = id \
         WHERE type = 'superAdmin' AND id <> $1 AND deactivated_at IS NULL AND password <> $2",
    )
    .bind::<Integer, _>(editor.id)
    .bind::<Text, _>(NO_PASSWORD)
    .execute(connection)?;
    Ok(others == 0)
}
