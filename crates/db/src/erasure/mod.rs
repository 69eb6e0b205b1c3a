//! Forgetting a girl, and telling her all that is kept.

pub mod erased;

use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::{Json, Text, Timestamp, Uuid as SqlUuid};
use uuid::Uuid;

use crate::account::{self, Account};
use crate::content::suggestion_handling;
use crate::content::survey_completion::key;
use crate::schema::{account_reset, kept_store, oky_user, survey_completion};
use crate::sign_in::AccountKey;
use crate::types::{JsonText, Stamp};

/// What stands for a girl where nothing readable may: see [`erased`].
pub struct ErasureKeys<'a> {
    /// Stands for her id.
    pub person: Vec<u8>,
    /// Gives what stands for a name hash.
    pub name: &'a dyn Fn(&str) -> Vec<u8>,
    /// Gives the keys under which tries for a name hash were recorded.
    pub tries: &'a dyn Fn(&str) -> Vec<AccountKey>,
}

/// Deletes an account and everything that names its owner, in one transaction: events she
/// sent, events of hers that were sent under another girl's token, her survey completions,
/// messages under her name, kept copies and sign-in records. Whether there was an account.
///
/// Where there was anything, the same transaction notes that she is erased.
///
/// # Errors
///
/// Diesel's own; then nothing is deleted.
pub fn erase(connection: &mut PgConnection, id: Uuid, keys: &ErasureKeys<'_>) -> QueryResult<bool> {
    connection.transaction(|connection| {
        let person = key(id);
        let name_hash = oky_user::table
            .find(id)
            .select(oky_user::nameHash)
            .for_update()
            .first::<String>(connection)
            .optional()?;
        erased::note(connection, keys, name_hash.as_deref())?;
        let rows = forget_events(connection, &person)?;
        diesel::delete(kept_store::table.find(id)).execute(connection)?;
        diesel::delete(account_reset::table.find(id)).execute(connection)?;
        if let Some(name_hash) = &name_hash {
            crate::sign_in::forget(connection, &(keys.tries)(name_hash))?;
            forget_messages(connection, name_hash)?;
        }
        let accounts = diesel::delete(oky_user::table.find(id)).execute(connection)?;
        if rows + accounts == 0 {
            // Nobody was there; a token alone must not fill the table.
            erased::unnote(connection, keys)?;
        }
        Ok(accounts == 1)
    })
}

/// Deletes what a phone was sending at the very moment of the erasure, which neither saw the
/// other. To be called once no such statement can be running any more.
///
/// # Errors
///
/// Diesel's own; then nothing is deleted.
pub fn sweep(connection: &mut PgConnection, id: Uuid, keys: &[Vec<u8>]) -> QueryResult<()> {
    connection.transaction(|connection| {
        if erased::is_gone(connection, keys)? {
            forget_events(connection, &key(id))?;
        }
        Ok(())
    })
}

/// Deletes all events that name a person, and the surveys she answered.
fn forget_events(connection: &mut PgConnection, person: &str) -> QueryResult<usize> {
    let events = diesel::sql_query("DELETE FROM app_event WHERE id IN (SELECT events_naming($1))")
        .bind::<Text, _>(person)
        .execute(connection)?;
    let surveys =
        diesel::delete(survey_completion::table.filter(survey_completion::user_id.eq(person)))
            .execute(connection)?;
    Ok(events + surveys)
}

/// Deletes the messages sent under the name with this hash, also those that an editor has
/// deleted and could still bring back, and what editors have noted about them.
fn forget_messages(connection: &mut PgConnection, name_hash: &str) -> QueryResult<usize> {
    let mut rows = 0;
    for table in ["suggestion", "deleted_suggestion"] {
        rows += diesel::sql_query(format!("DELETE FROM {table} WHERE {SENT_BY_OWNER}"))
            .bind::<Text, _>(name_hash)
            .bind::<Text, _>(WHITE_SPACE)
            .execute(connection)?;
    }
    suggestion_handling::forget_gone(connection)?;
    Ok(rows)
}

/// Whether a message was sent by the one account whose name hash is `$1`, `$2` being
/// [`WHITE_SPACE`]. The app sends the name as it was typed, while that of an account is stored
/// trimmed; so the name counts in both forms, and no other account may have either.
const SENT_BY_OWNER: &str = "$1 IN (encode(sha256(convert_to(name, 'UTF8')), 'hex'), \
     encode(sha256(convert_to(btrim(name, $2), 'UTF8')), 'hex')) \
     AND (SELECT count(*) FROM oky_user \
          WHERE \"nameHash\" IN (encode(sha256(convert_to(name, 'UTF8')), 'hex'), \
                               encode(sha256(convert_to(btrim(name, $2), 'UTF8')), 'hex'))) < 2";

/// The characters that [`domain::text::trim_js`] trims.
const WHITE_SPACE: &str = "\t\n\u{b}\u{c}\r \u{a0}\u{1680}\u{2000}\u{2001}\u{2002}\u{2003}\u{2004}\
    \u{2005}\u{2006}\u{2007}\u{2008}\u{2009}\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}\u{feff}";

/// An event as its owner gets it.
#[derive(Debug, QueryableByName)]
#[expect(missing_docs, reason = "the columns' own names")]
pub struct KeptEvent {
    #[diesel(sql_type = SqlUuid)]
    pub local_id: Uuid,
    #[diesel(sql_type = Text)]
    pub kind: String,
    #[diesel(sql_type = Json)]
    pub payload: JsonText,
    #[diesel(sql_type = Json)]
    pub metadata: JsonText,
    #[diesel(sql_type = Timestamp)]
    pub created_at: Stamp,
}

/// A message of the contact form as its sender gets it.
#[derive(Debug, QueryableByName)]
#[expect(missing_docs, reason = "the columns' own names")]
pub struct KeptMessage {
    #[diesel(sql_type = Text)]
    pub date: String,
    #[diesel(sql_type = Text)]
    pub reason: String,
    #[diesel(sql_type = Text)]
    pub content: String,
}

/// All that is kept about one girl.
#[derive(Debug)]
pub struct KeptData {
    /// Her account.
    pub account: Account,
    /// What her phone stored last, as JSON text.
    pub store: Option<String>,
    /// The copy kept at her last password reset, as JSON text.
    pub kept_store: Option<String>,
    /// Every event that names her, oldest first.
    pub events: Vec<KeptEvent>,
    /// Ids of surveys she answered.
    pub surveys: Vec<String>,
    /// Messages under her name, unless another account has it too and may have sent them.
    pub messages: Vec<KeptMessage>,
}

/// Reads all that is kept about the owner of `id`, as of one moment.
///
/// # Errors
///
/// Diesel's own.
pub fn export(connection: &mut PgConnection, id: Uuid) -> QueryResult<Option<KeptData>> {
    connection.build_transaction().repeatable_read().read_only().run(|connection| {
        let Some(account) = account::find(connection, id)? else { return Ok(None) };
        let person = key(id);
        let kept: Option<Option<JsonText>> =
            kept_store::table.find(id).select(kept_store::store).first(connection).optional()?;
        Ok(Some(KeptData {
            store: account::store(connection, id)?,
            kept_store: kept.flatten().map(|text| text.0),
            events: diesel::sql_query(
                "SELECT local_id, type AS kind, payload, metadata, created_at FROM app_event \
                 WHERE id IN (SELECT events_naming($1)) ORDER BY id",
            )
            .bind::<Text, _>(&person)
            .load(connection)?,
            surveys: survey_completion::table
                .filter(survey_completion::user_id.eq(&person))
                .order(survey_completion::survey_id)
                .select(survey_completion::survey_id)
                .load(connection)?,
            messages: diesel::sql_query(format!(
                "SELECT \"dateRec\" AS date, reason, content FROM suggestion WHERE {SENT_BY_OWNER} \
                 UNION ALL \
                 SELECT \"dateRec\", reason, content FROM deleted_suggestion WHERE {SENT_BY_OWNER} \
                 ORDER BY date"
            ))
            .bind::<Text, _>(&account.name_hash)
            .bind::<Text, _>(WHITE_SPACE)
            .load(connection)?,
            account,
        }))
    })
}

#[cfg(test)]
mod tests {
    use domain::text::trim_js;

    use super::WHITE_SPACE;

    #[test]
    fn white_space_is_what_phones_trim() {
        let trimmed: String =
            ('\0'..=char::MAX).filter(|c| trim_js(c.encode_utf8(&mut [0; 4])).is_empty()).collect();
        assert_eq!(WHITE_SPACE, trimmed);
    }
}
