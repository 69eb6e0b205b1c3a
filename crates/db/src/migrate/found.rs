//! What a database holds before migrating.

use super::columns::Columns;

/// What a database holds before migrating.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// No accounts table: a new installation.
    Empty,
    /// An installation of the original service.
    Original {
        /// How many of the original's ten schema changes are visible without a gap, 0 to 10.
        /// Its all-in-one set-up script and the Nepal fork count as 9: they lack the avatar.
        state: u8,
    },
    /// Migrated by this code before, possibly by another version of it.
    Ours,
}

/// What each of the original's schema changes left behind, in their order. The original kept
/// no record of which of its files were run.
const TRACES: [fn(&Columns) -> bool; 10] = [
    |columns| columns.table("video").is_some(),
    |columns| columns.has("oky_user", "date_account_saved"),
    |columns| !columns.has("video", "parent_category"),
    |columns| columns.has("article", "sortingKey"),
    |columns| columns.has("article", "voiceOverKey"),
    |columns| columns.has("oky_user", "metadata"),
    |columns| columns.has("video", "sortingKey"),
    |columns| columns.table("help_center_attribute").is_some(),
    |columns| columns.has("article", "contentFilter"),
    |columns| columns.has("oky_user", "avatar"),
];

impl Found {
    /// Judges by the columns, and by the versions of the migrations applied so far.
    pub(super) fn detect(columns: &Columns, applied: &[String]) -> Self {
        if !applied.is_empty() {
            return Found::Ours;
        }
        if columns.table("oky_user").is_none() {
            return Found::Empty;
        }
        let state = TRACES.iter().take_while(|left_by| left_by(columns)).count();
        Found::Original { state: u8::try_from(state).unwrap_or(u8::MAX) }
    }
}
