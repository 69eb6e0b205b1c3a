//! What can be set for the api alone.

use server::settings::Source;

/// Settings of the api beside the shared ones.
#[derive(Clone, Debug)]
pub struct ApiSettings {
    /// `USE_AVATAR_CUSTOMIZATION`: whether phones may store an avatar (default `false`).
    pub avatar_customization: bool,
    /// `SHOW_SECRET_QUESTION`: whether `/account/info/:name` tells the real secret question
    /// (default `false`: a constant). No app reads it.
    pub show_secret_question: bool,
    /// `BCRYPT_COST`: cost of new hashes, 10 to 15 (default 10, so that the original can
    /// still check them quickly). Existing hashes are raised to it at login.
    pub bcrypt_cost: u32,
    /// `HASH_QUEUE`: password checks that may wait for a thread; beyond it callers are
    /// answered 503 at once (default 256, some six seconds of work for two cores).
    pub hash_queue: usize,
    /// `TOKEN_REVOCATION`: `stale` (default) lets a token from before a password reset do
    /// everything but delete the account; `strict`, for incidents, refuses it.
    pub strict_revocation: bool,
    /// `SECONDARY_SECRET_TRUST`: `full` (default), or `bound` for a secondary secret that has
    /// leaked: its tokens count only if they hold the account's own secret-answer hash.
    pub bound_secondary: bool,
    /// `EVENT_SENDER_COPIES`: `keep` (default) stores events as phones send them; `drop` leaves
    /// out the phone's own number and the ids that repeat what the token says. Only once the
    /// original no longer runs: its statistics read those ids.
    pub keep_sender_copies: bool,
}

impl ApiSettings {
    /// Reads the api's settings; mistakes stay in `source`.
    pub fn read(source: &mut Source) -> ApiSettings {
        let bcrypt_cost = source.parsed("BCRYPT_COST", 10, "a number from 10 to 15");
        if !(10..=15).contains(&bcrypt_cost) {
            source.mistake("BCRYPT_COST must be from 10 to 15");
        }
        ApiSettings {
            avatar_customization: source.flag("USE_AVATAR_CUSTOMIZATION", false),
            show_secret_question: source.flag("SHOW_SECRET_QUESTION", false),
            bcrypt_cost,
            hash_queue: source.parsed("HASH_QUEUE", 256, "a number of checks"),
            strict_revocation: source
                .choice("TOKEN_REVOCATION", &[("stale", false), ("strict", true)]),
            bound_secondary: source
                .choice("SECONDARY_SECRET_TRUST", &[("full", false), ("bound", true)]),
            keep_sender_copies: source
                .choice("EVENT_SENDER_COPIES", &[("keep", true), ("drop", false)]),
        }
    }
}
