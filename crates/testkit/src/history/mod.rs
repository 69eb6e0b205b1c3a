//! The original service's database in each state in which it is found in production, with a
//! few rows in every table, odd ones included.
//!
//! The original has a base and ten files that change the schema, applied by hand and recorded
//! nowhere, an all-in-one script for new installations, and a fork in Nepal.

use diesel::connection::SimpleConnection;
use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::Text;

/// A state in which the original's schema is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// The base and this many of the ten changes, 0 to 10.
    Steps(u8),
    /// Made by the all-in-one script: nine changes at once, but restrictions may be NULL.
    AllInOne,
    /// The Nepal fork: nine changes, of which it made the one for voice-overs late.
    Nepal,
}

impl State {
    /// Every state.
    pub const ALL: [State; 13] = [
        State::Steps(0),
        State::Steps(1),
        State::Steps(2),
        State::Steps(3),
        State::Steps(4),
        State::Steps(5),
        State::Steps(6),
        State::Steps(7),
        State::Steps(8),
        State::Steps(9),
        State::Steps(10),
        State::AllInOne,
        State::Nepal,
    ];
}

/// How many name hashes belong to more than one account, in every state.
pub const DUPLICATE_NAMES: i64 = 2;

const ROWS: &str = include_str!("rows.sql");
const VOICE_OVER: &str = include_str!("step_05_voice_over.sql");

/// The ten changes in order, each followed by the rows that were written after it.
const STEPS: [[&str; 2]; 10] = [
    [include_str!("step_01_video.sql"), include_str!("rows_01_video.sql")],
    [include_str!("step_02_account_dates.sql"), include_str!("rows_02_account_dates.sql")],
    [include_str!("step_03_video_without_category.sql"), ""],
    [include_str!("step_04_sort_keys.sql"), ""],
    [VOICE_OVER, ""],
    [include_str!("step_06_metadata.sql"), include_str!("rows_06_metadata.sql")],
    [include_str!("step_07_video_sort_key.sql"), ""],
    [include_str!("step_08_help_center.sql"), include_str!("rows_08_help_center.sql")],
    [include_str!("step_09_restrictions.sql"), ""],
    [include_str!("step_10_avatar.sql"), include_str!("rows_10_avatar.sql")],
];

/// Creates `schema` and builds the state in it. Leaves `search_path` set to the schema.
///
/// # Errors
///
/// Diesel's own, for example when the schema exists already.
pub fn build(connection: &mut PgConnection, schema: &str, state: State) -> QueryResult<()> {
    create_schema(connection, schema)?;
    for sql in script(state) {
        if !sql.is_empty() {
            connection.batch_execute(sql)?;
        }
    }
    Ok(())
}

fn script(state: State) -> Vec<&'static str> {
    let views = include_str!("views.sql");
    let base = [include_str!("base.sql"), views, ROWS];
    match state {
        State::Steps(count) => {
            base.into_iter().chain(STEPS.into_iter().take(count.into()).flatten()).collect()
        }
        State::Nepal => {
            let (mut early, restrictions) = (STEPS[..8].to_vec(), STEPS[8]);
            early.retain(|step| step[0] != VOICE_OVER);
            let late = [[VOICE_OVER, ""], restrictions];
            base.into_iter().chain(early.into_iter().chain(late).flatten()).collect()
        }
        State::AllInOne => {
            let script = include_str!("all_in_one.sql");
            let accounts = include_str!("rows_02_account_dates.sql");
            let metadata = include_str!("rows_06_metadata.sql");
            let help_centers = include_str!("rows_08_help_center.sql");
            vec![
                script,
                views,
                ROWS,
                include_str!("rows_all_in_one.sql"),
                accounts,
                metadata,
                help_centers,
            ]
        }
    }
}

fn create_schema(connection: &mut PgConnection, schema: &str) -> QueryResult<()> {
    #[derive(QueryableByName)]
    struct Quoted {
        #[diesel(sql_type = Text)]
        name: String,
    }

    let quoted: Quoted = diesel::sql_query("SELECT quote_ident($1) AS name")
        .bind::<Text, _>(schema)
        .get_result(connection)?;
    let name = quoted.name;
    connection.batch_execute(&format!("CREATE SCHEMA {name}; SET search_path TO {name}, pg_temp"))
}
