//! Rows that say the same thing in two languages: what of them is translated ([`part`]), which
//! rows probably belong together ([`pairing`]), and how far a translation is ([`State`]).

pub mod pairing;
mod part;

pub use part::{Part, begun, decisive, differing, linked_table, linked_tables, part, plain};

use crate::language::Language;

/// How far a translation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// It was done, and what it was made from has changed since.
    Outdated,
    /// There is none.
    Missing,
    /// There is a draft, the app does not show it, or nobody has said that it is done.
    InProgress,
    /// It says what its source says.
    Done,
}

impl State {
    /// Every state, what needs work first.
    pub const ALL: [State; 4] = [State::Outdated, State::Missing, State::InProgress, State::Done];

    /// The word for it in addresses, JSON and keys of texts.
    pub fn name(self) -> &'static str {
        match self {
            State::Outdated => "outdated",
            State::Missing => "missing",
            State::InProgress => "in-progress",
            State::Done => "done",
        }
    }

    /// The state whose [`State::name`] is `name`.
    pub fn from_name(name: &str) -> Option<State> {
        State::ALL.into_iter().find(|state| state.name() == name)
    }
}

/// What the state of a translation follows from.
#[derive(Clone, Copy, Debug, Default)]
pub struct Facts<'a> {
    /// Digest of the source's published text; `None` where the source is not published.
    pub source: Option<&'a str>,
    /// Digest of the source when the translation was last declared done.
    pub made_from: Option<&'a str>,
    /// Digest of the source when the source itself was last declared to say what the
    /// translation says.
    pub declared_equal: Option<&'a str>,
    /// Whether the translation is a row that the app could show.
    pub exists: bool,
    /// Whether the app shows it.
    pub live: bool,
    /// Whether it has a draft.
    pub draft: bool,
}

impl Facts<'_> {
    /// The state.
    pub fn state(&self) -> State {
        let declared = self.made_from.is_some() || self.declared_equal.is_some();
        let fresh = self.source.is_none()
            || self.source == self.made_from
            || self.source == self.declared_equal;
        match (self.exists, self.draft) {
            (false, false) => State::Missing,
            (_, true) => State::InProgress,
            _ if declared && !fresh => State::Outdated,
            _ if !declared || !self.live => State::InProgress,
            _ => State::Done,
        }
    }
}

/// The language that texts in `target` are translated from.
pub fn source_of(target: Language) -> Language {
    match target {
        Language::English => Language::Nepali,
        Language::Nepali => Language::English,
    }
}

#[cfg(test)]
mod tests {
    use super::{Facts, State};

    #[test]
    fn the_state_follows_from_what_is_stored() {
        let source = Some("now");
        let done =
            Facts { source, made_from: source, exists: true, live: true, ..Facts::default() };
        let cases = [
            (Facts { source, ..Facts::default() }, State::Missing),
            (Facts { exists: false, draft: true, ..done }, State::InProgress),
            (Facts { draft: true, ..done }, State::InProgress),
            (Facts { live: false, ..done }, State::InProgress),
            (Facts { made_from: None, ..done }, State::InProgress),
            (Facts { made_from: Some("then"), ..done }, State::Outdated),
            (Facts { made_from: Some("then"), live: false, ..done }, State::Outdated),
            // The source was itself made from the translation, after the translation was made.
            (Facts { made_from: Some("then"), declared_equal: source, ..done }, State::Done),
            (Facts { made_from: None, declared_equal: source, ..done }, State::Done),
            (Facts { source: None, made_from: Some("then"), ..done }, State::Done),
            (done, State::Done),
        ];
        for (facts, expected) in cases {
            assert_eq!(facts.state(), expected, "{facts:?}");
        }
        for state in State::ALL {
            assert_eq!(State::from_name(state.name()), Some(state));
        }
    }
}
