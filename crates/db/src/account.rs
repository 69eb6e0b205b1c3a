//! Table `oky_user`: the girls' accounts.

use diesel::pg::{Pg, PgConnection};
use diesel::prelude::*;
use diesel::sql_types::{Integer, Nullable, Text, Timestamptz};
use domain::account::LookupName;
use uuid::Uuid;

use crate::schema::{account_reset, kept_store, oky_user};
use crate::types::{Instant, JsonText, Stamp};

/// An account without its store, which is large and rarely needed.
#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = oky_user, check_for_backend(Pg), treat_none_as_default_value = false)]
#[expect(missing_docs, reason = "the columns' own names")]
pub struct Account {
    pub id: Uuid,
    pub date_of_birth: Stamp,
    pub gender: String,
    pub location: String,
    pub country: Option<String>,
    pub province: Option<String>,
    /// See [`domain::account::name_hash`]. Not unique: old duplicates exist.
    #[diesel(column_name = nameHash)]
    pub name_hash: String,
    /// bcrypt, `$2a$` or `$2b$`.
    #[diesel(column_name = passwordHash)]
    pub password_hash: String,
    /// A key of the app such as `favourite_actor`.
    #[diesel(column_name = memorableQuestion)]
    pub memorable_question: String,
    /// bcrypt of the secret answer.
    #[diesel(column_name = memorableAnswer)]
    pub memorable_answer: String,
    pub date_signed_up: Option<Stamp>,
    pub date_account_saved: Option<Stamp>,
    pub metadata: Option<JsonText>,
    pub avatar: Option<JsonText>,
}

/// Most accounts of one name that a login tries.
const MOST_NAMESAKES: i64 = 5;

/// The accounts a name may mean: those of the exact text, then those of the trimmed one.
///
/// # Errors
///
/// Diesel's own.
pub fn find_by_name(connection: &mut PgConnection, name: &LookupName) -> QueryResult<Vec<Account>> {
    oky_user::table
        .filter(oky_user::nameHash.eq_any([&name.exact, &name.trimmed]))
        .order((
            oky_user::nameHash.eq(&name.exact).desc(),
            oky_user::date_account_saved.asc().nulls_first(),
        ))
        .limit(MOST_NAMESAKES)
        .select(Account::as_select())
        .load(connection)
}

/// The name hash under which an account of this name exists, if one does.
///
/// # Errors
///
/// Diesel's own.
pub fn existing_name(
    connection: &mut PgConnection,
    name: &LookupName,
) -> QueryResult<Option<String>> {
    oky_user::table
        .filter(oky_user::nameHash.eq_any([&name.exact, &name.trimmed]))
        .select(oky_user::nameHash)
        .first(connection)
        .optional()
}

/// The secret question of the account of this name, if there is one.
///
/// # Errors
///
/// Diesel's own.
pub fn secret_question(
    connection: &mut PgConnection,
    name: &LookupName,
) -> QueryResult<Option<String>> {
    Ok(find_by_name(connection, name)?.into_iter().next().map(|account| account.memorable_question))
}

/// The account with this id.
///
/// # Errors
///
/// Diesel's own.
pub fn find(connection: &mut PgConnection, id: Uuid) -> QueryResult<Option<Account>> {
    oky_user::table.find(id).select(Account::as_select()).first(connection).optional()
}

/// What the phone stored last: JSON text, if anything.
///
/// # Errors
///
/// Diesel's own.
pub fn store(connection: &mut PgConnection, id: Uuid) -> QueryResult<Option<String>> {
    oky_user::table
        .find(id)
        .select(oky_user::store)
        .first::<Option<JsonText>>(connection)
        .optional()
        .map(|found| found.flatten().map(|text| text.0))
}

/// What became of a new account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Created {
    /// It is stored.
    Stored,
    /// An account with this id exists.
    IdTaken,
    /// An account with this name exists.
    NameTaken,
}

/// Stores a new account, unless its id or one of `name`'s two forms is taken.
///
/// No unique index can guard the name, because old duplicates exist. A lock on the name does,
/// held to the end of the transaction: of fifty signups at once one stores its row.
///
/// # Errors
///
/// Diesel's own.
pub fn create(
    connection: &mut PgConnection,
    account: &Account,
    name: &LookupName,
) -> QueryResult<Created> {
    connection.transaction(|connection| {
        lock_name(connection, &account.name_hash)?;
        let id_exists: bool = diesel::select(diesel::dsl::exists(oky_user::table.find(account.id)))
            .get_result(connection)?;
        if id_exists {
            return Ok(Created::IdTaken);
        }
        if existing_name(connection, name)?.is_some() {
            return Ok(Created::NameTaken);
        }
        // Two phones cannot have one id, but one phone can send twice at once.
        let stored = diesel::insert_into(oky_user::table)
            .values(account)
            .on_conflict(oky_user::id)
            .do_nothing()
            .execute(connection)?;
        Ok(if stored == 1 { Created::Stored } else { Created::IdTaken })
    })
}

fn lock_name(connection: &mut PgConnection, name_hash: &str) -> QueryResult<()> {
    diesel::sql_query("SELECT pg_advisory_xact_lock(hashtext('oky_user.nameHash'), hashtext($1))")
        .bind::<Text, _>(name_hash)
        .execute(connection)
        .map(drop)
}

/// Replaces the store by JSON text. Whether the account exists.
///
/// # Errors
///
/// Diesel's own.
pub fn replace_store(connection: &mut PgConnection, id: Uuid, store: String) -> QueryResult<bool> {
    diesel::update(oky_user::table.find(id))
        .set(oky_user::store.eq(JsonText(store)))
        .execute(connection)
        .map(|rows| rows == 1)
}

/// Changes to a profile; `None` leaves a column as it is.
#[derive(Clone, Debug, Default, AsChangeset)]
#[diesel(table_name = oky_user)]
#[expect(missing_docs, reason = "the columns' own names")]
pub struct ProfileChange {
    #[diesel(column_name = nameHash)]
    pub name_hash: Option<String>,
    pub date_of_birth: Option<Stamp>,
    pub gender: Option<String>,
    pub location: Option<String>,
    #[diesel(column_name = memorableQuestion)]
    pub memorable_question: Option<String>,
    /// `Some(None)` stores NULL.
    pub metadata: Option<Option<JsonText>>,
}

/// What became of a change of profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Changed {
    /// It is stored.
    Stored,
    /// Another account has the name.
    NameTaken,
    /// There is no such account any more.
    Gone,
}

/// Changes a profile, unless another account has `name` in one of its forms. A name that stays
/// the same is never refused, also where old duplicates share it. The owner of an old row
/// whose name has outer white space keeps it as long as somebody else has the trimmed one.
///
/// `after_rename` gets the hash of the old name when the name has changed, in the same
/// transaction.
///
/// # Errors
///
/// Diesel's own; then nothing is changed.
pub fn change_profile(
    connection: &mut PgConnection,
    id: Uuid,
    name: &LookupName,
    change: &ProfileChange,
    after_rename: impl Fn(&mut PgConnection, &str) -> QueryResult<()>,
) -> QueryResult<Changed> {
    connection.transaction(|connection| {
        lock_name(connection, &name.trimmed)?;
        let Some(present) = oky_user::table
            .find(id)
            .select(oky_user::nameHash)
            .for_update()
            .first::<String>(connection)
            .optional()?
        else {
            return Ok(Changed::Gone);
        };
        let renamed = present != name.trimmed;
        if renamed {
            let taken: bool = diesel::select(diesel::dsl::exists(
                oky_user::table
                    .filter(oky_user::nameHash.eq_any([&name.exact, &name.trimmed]))
                    .filter(oky_user::id.ne(id)),
            ))
            .get_result(connection)?;
            if taken && present == name.exact {
                let unnamed = ProfileChange { name_hash: None, ..change.clone() };
                diesel::update(oky_user::table.find(id)).set(unnamed).execute(connection)?;
                return Ok(Changed::Stored);
            }
            if taken {
                return Ok(Changed::NameTaken);
            }
        }
        diesel::update(oky_user::table.find(id)).set(change).execute(connection)?;
        if renamed {
            after_rename(connection, &present)?;
        }
        Ok(Changed::Stored)
    })
}

/// Replaces the metadata by JSON text, or by NULL. Whether the account exists.
///
/// # Errors
///
/// Diesel's own.
pub fn replace_metadata(
    connection: &mut PgConnection,
    id: Uuid,
    metadata: Option<String>,
) -> QueryResult<bool> {
    diesel::update(oky_user::table.find(id))
        .set(oky_user::metadata.eq(metadata.map(JsonText)))
        .execute(connection)
        .map(|rows| rows == 1)
}

/// Replaces the avatar by JSON text, or by NULL. Whether the account exists.
///
/// # Errors
///
/// Diesel's own.
pub fn replace_avatar(
    connection: &mut PgConnection,
    id: Uuid,
    avatar: Option<String>,
) -> QueryResult<bool> {
    diesel::update(oky_user::table.find(id))
        .set(oky_user::avatar.eq(avatar.map(JsonText)))
        .execute(connection)
        .map(|rows| rows == 1)
}

/// Replaces the hash of the secret answer. Whether the account exists.
///
/// # Errors
///
/// Diesel's own.
pub fn replace_secret_answer(
    connection: &mut PgConnection,
    id: Uuid,
    hash: &str,
) -> QueryResult<bool> {
    diesel::update(oky_user::table.find(id))
        .set(oky_user::memorableAnswer.eq(hash))
        .execute(connection)
        .map(|rows| rows == 1)
}

/// Stores the same password hashed anew, unless the password was changed meanwhile.
///
/// # Errors
///
/// Diesel's own.
pub fn rehash_password(
    connection: &mut PgConnection,
    id: Uuid,
    old: &str,
    new: &str,
) -> QueryResult<()> {
    diesel::update(oky_user::table.find(id).filter(oky_user::passwordHash.eq(old)))
        .set(oky_user::passwordHash.eq(new))
        .execute(connection)
        .map(drop)
}

/// Replaces the password, makes all tokens issued so far stale, and keeps a copy of the store
/// as it was. Whether the account exists.
///
/// The copy is what a girl gets back if it was not she who reset her password. It is renewed
/// at most once a day: whoever resets, ruins the store and resets again must not be able to
/// push the good copy out.
///
/// # Errors
///
/// Diesel's own.
pub fn reset_password(
    connection: &mut PgConnection,
    id: Uuid,
    password_hash: &str,
) -> QueryResult<bool> {
    connection.transaction(|connection| {
        let rows = diesel::update(oky_user::table.find(id))
            .set(oky_user::passwordHash.eq(password_hash))
            .execute(connection)?;
        if rows == 0 {
            return Ok(false);
        }
        diesel::sql_query(
            "INSERT INTO account_reset (user_id, tokens_valid_after) VALUES ($1, date_trunc('second', now())) \
             ON CONFLICT (user_id) DO UPDATE SET tokens_valid_after = EXCLUDED.tokens_valid_after",
        )
        .bind::<diesel::sql_types::Uuid, _>(id)
        .execute(connection)?;
        diesel::sql_query(
            "INSERT INTO kept_store (user_id, store, kept_at) \
             SELECT id, store, now() FROM oky_user WHERE id = $1 AND store IS NOT NULL \
             ON CONFLICT (user_id) DO UPDATE SET store = EXCLUDED.store, kept_at = EXCLUDED.kept_at \
             WHERE kept_store.kept_at < now() - interval '1 day'",
        )
        .bind::<diesel::sql_types::Uuid, _>(id)
        .execute(connection)?;
        Ok(true)
    })
}

/// How large the stores of an account are, and since when the kept one is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stores {
    /// Bytes of what the phone stored last.
    pub present: Option<i32>,
    /// Bytes of the copy from before the last password reset, and when it was made.
    pub kept: Option<(i32, Instant)>,
}

/// Looks at the stores of an account, not into them.
///
/// # Errors
///
/// Diesel's own.
pub fn stores(connection: &mut PgConnection, id: Uuid) -> QueryResult<Stores> {
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = Nullable<Integer>)]
        present: Option<i32>,
        #[diesel(sql_type = Nullable<Integer>)]
        kept: Option<i32>,
        #[diesel(sql_type = Nullable<Timestamptz>)]
        kept_at: Option<Instant>,
    }
    let row: Row = diesel::sql_query(
        "SELECT (SELECT octet_length(store::text) FROM oky_user WHERE id = $1) AS present, \
                octet_length(store::text) AS kept, kept_at \
           FROM (SELECT) AS always LEFT JOIN kept_store ON user_id = $1",
    )
    .bind::<diesel::sql_types::Uuid, _>(id)
    .get_result(connection)?;
    let kept = row.kept_at.map(|since| (row.kept.unwrap_or_default(), since));
    Ok(Stores { present: row.present, kept })
}

/// What became of [`swap_stores`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Swapped {
    /// The two have changed places; this is how they stand now.
    Done(Stores),
    /// There is no kept copy.
    NothingKept,
    /// There is no account.
    NoAccount,
}

/// Puts the copy from before the last password reset in the place of the present store, which is
/// kept in its stead for as long.
///
/// # Errors
///
/// Diesel's own; then nothing has changed.
pub fn swap_stores(connection: &mut PgConnection, id: Uuid) -> QueryResult<Swapped> {
    connection.transaction(|connection| {
        let locked = oky_user::table
            .find(id)
            .select(oky_user::store)
            .for_update()
            .first::<Option<JsonText>>(connection)
            .optional()?;
        let Some(present) = locked else { return Ok(Swapped::NoAccount) };
        let kept = kept_store::table
            .find(id)
            .select(kept_store::store)
            .for_update()
            .first::<Option<JsonText>>(connection)
            .optional()?;
        let Some(kept) = kept else { return Ok(Swapped::NothingKept) };
        diesel::update(oky_user::table.find(id))
            .set(oky_user::store.eq(kept))
            .execute(connection)?;
        diesel::update(kept_store::table.find(id))
            .set((kept_store::store.eq(present), kept_store::kept_at.eq(diesel::dsl::now)))
            .execute(connection)?;
        stores(connection, id).map(Swapped::Done)
    })
}

/// What a token is checked against.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TokenState {
    /// Seconds since the epoch before which tokens are stale; `None` if never reset.
    pub valid_after: Option<i64>,
    /// The stored hash of the secret answer; `None` if the account is gone.
    pub memorable_answer: Option<String>,
}

/// Reads what a token of this account is checked against.
///
/// # Errors
///
/// Diesel's own.
pub fn token_state(connection: &mut PgConnection, id: Uuid) -> QueryResult<TokenState> {
    use diesel::dsl::sql;
    use diesel::sql_types::BigInt;
    let valid_after = account_reset::table
        .find(id)
        .select(sql::<BigInt>("extract(epoch FROM tokens_valid_after)::bigint"))
        .first(connection)
        .optional()?;
    let memorable_answer =
        oky_user::table.find(id).select(oky_user::memorableAnswer).first(connection).optional()?;
    Ok(TokenState { valid_after, memorable_answer })
}

/// Deletes copies of stores that are older than thirty days.
///
/// # Errors
///
/// Diesel's own.
pub fn prune_kept_stores(connection: &mut PgConnection) -> QueryResult<usize> {
    diesel::delete(kept_store::table)
        .filter(diesel::dsl::sql::<diesel::sql_types::Bool>("kept_at < now() - interval '30 days'"))
        .execute(connection)
}
