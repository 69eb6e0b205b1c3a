//! The indexes that the migrations do not build.
//!
//! An index on a table of millions of events takes minutes, and an ordinary CREATE INDEX keeps
//! writers out meanwhile. CREATE INDEX CONCURRENTLY does not, but cannot run in a transaction,
//! so these indexes are not in the SQL files. It also leaves an invalid index behind when it
//! fails: one that costs every write and serves no read.

use std::collections::HashMap;

use diesel::connection::SimpleConnection;
use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::{Array, Bool, Text};

/// An index that look-ups rely on.
struct Index {
    name: &'static str,
    table: &'static str,
    /// What follows the table in CREATE INDEX.
    definition: &'static str,
}

const fn index(name: &'static str, table: &'static str, definition: &'static str) -> Index {
    Index { name, table, definition }
}

/// To change a definition, change the name too: an index is looked for by its name only.
///
/// Tables with a handful of rows per language (categories, legal texts, banners, avatar
/// messages and the like) have no index on `lang`: they fit in a page or two, which the server
/// reads whole anyway.
const INDEXES: &[Index] = &[
    // Not unique: existing installations hold duplicates.
    index("oky_user_name_hash_idx", "oky_user", r#"("nameHash")"#),
    // Statistics of one kind of event over a period. Only the kinds they read: the original
    // takes any text as a type, also one too long for an index.
    index(
        "app_event_type_created_idx",
        "app_event",
        "(type, created_at) WHERE type IN ('ANSWER_QUIZ', 'ANSWER_SURVEY', 'SHARE_APP')",
    ),
    // These two find all events that name a person, by the function events_naming(). The
    // second holds only the events that may name somebody besides their user_id; with all of
    // them in it, inserting events would take half as long again. Its pending list is off,
    // because so few entries go in, and whoever fills the list up has to empty it.
    index("app_event_user_idx", "app_event", "(person_key(user_id))"),
    index(
        "app_event_named_people_idx",
        "app_event",
        "USING gin (event_people(user_id, payload, metadata)) WITH (fastupdate = off)
         WHERE event_names_others(user_id, payload, metadata)",
    ),
    index("analytics_type_created_idx", "analytics", "(type, date_created)"),
    index("question_survey_idx", "question", r#"("surveyId")"#),
    index("article_lang_idx", "article", "(lang)"),
    index("quiz_lang_idx", "quiz", "(lang)"),
    index("did_you_know_lang_idx", "did_you_know", "(lang)"),
    index("survey_lang_idx", "survey", "(lang)"),
    index("video_lang_idx", "video", "(lang)"),
    index("help_center_lang_idx", "help_center", "(lang)"),
    index("notification_lang_idx", "notification", "(lang)"),
    // The language of a message is whatever its sender wrote, so only its beginning.
    index("suggestion_lang_idx", "suggestion", "(left(lang, 35))"),
    // The answers to one survey that count, for the texts that girls wrote in them.
    index(
        "survey_completion_counted_idx",
        "survey_completion",
        "(survey_id, counted_event) WHERE counted_event IS NOT NULL",
    ),
    // Failures of one account, and clearing out by age.
    index("sign_in_failure_account_idx", "sign_in_failure", "(account_key, purpose, failed_at)"),
    index("sign_in_failure_failed_at_idx", "sign_in_failure", "(failed_at)"),
    index("known_address_last_success_idx", "known_address", "(last_success_at)"),
    index("revision_item_idx", "revision", "(item_table, item_id, id)"),
    index("revision_change_set_idx", "revision", "(change_set)"),
    // The trash: deletions that can still be undone.
    index(
        "revision_trash_idx",
        "revision",
        "(lang, id) WHERE action = 'delete' AND settled_at IS NULL",
    ),
    index("kept_store_kept_at_idx", "kept_store", "(kept_at)"),
];

/// What became of the missing indexes.
#[derive(Debug, Default)]
pub(super) struct Outcome {
    pub(super) built: Vec<String>,
    pub(super) postponed: Vec<String>,
}

/// Builds the indexes that are missing or invalid. Must not be called inside a transaction.
///
/// An index makes queries fast, not right, so one that cannot be built (somebody holds a
/// transaction open, the disk is full) is left for the next start instead of keeping the
/// service down. The others are tried all the same, unless it was a lock that was waited for in
/// vain: they would meet the same obstacle, each after a wait.
pub(super) fn build_missing(connection: &mut PgConnection) -> QueryResult<Outcome> {
    let existing = validity(connection)?;
    let mut outcome = Outcome::default();
    // A concurrent build waits for every transaction that is older than itself: longer than an
    // ALTER may, since nobody queues up behind it, but not for one that was forgotten open.
    connection.batch_execute("SET lock_timeout = '60s'")?;
    let mut blocked = false;
    for index in INDEXES {
        let valid = existing.get(index.name);
        if valid == Some(&true) {
            continue;
        }
        if !blocked {
            match build(connection, index, valid.is_some()) {
                Ok(()) => {
                    log::info!("built index {}", index.name);
                    outcome.built.push(index.name.to_string());
                    continue;
                }
                Err(cause) => {
                    blocked = cause.to_string().contains("lock timeout");
                    log::error!("index {} could not be built: {cause}", index.name);
                }
            }
        }
        outcome.postponed.push(index.name.to_string());
    }
    Ok(outcome)
}

fn build(connection: &mut PgConnection, index: &Index, remains: bool) -> QueryResult<()> {
    let Index { name, table, definition } = index;
    if remains {
        connection.batch_execute(&format!("DROP INDEX CONCURRENTLY {name}"))?;
    }
    connection.batch_execute(&format!("CREATE INDEX CONCURRENTLY {name} ON {table} {definition}"))
}

/// Which of the indexes exist, and whether they are valid.
fn validity(connection: &mut PgConnection) -> QueryResult<HashMap<String, bool>> {
    #[derive(QueryableByName)]
    struct Existing {
        #[diesel(sql_type = Text)]
        name: String,
        #[diesel(sql_type = Bool)]
        valid: bool,
    }

    let names: Vec<&str> = INDEXES.iter().map(|index| index.name).collect();
    let rows: Vec<Existing> = diesel::sql_query(
        "SELECT relname::text AS name, indisvalid AS valid
           FROM pg_index
           JOIN pg_class ON pg_class.oid = indexrelid
           JOIN pg_namespace ON pg_namespace.oid = relnamespace
          WHERE nspname = current_schema() AND relname = ANY ($1)",
    )
    .bind::<Array<Text>, _>(names)
    .load(connection)?;
    Ok(rows.into_iter().map(|row| (row.name, row.valid)).collect())
}
