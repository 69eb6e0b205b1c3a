//! Answers that are not worth a log line each.

/// Put into the extensions of an answer to a probe, or to a request for content that every
/// phone makes at every start: a success is then logged at level debug only.
#[derive(Clone, Copy)]
pub(crate) struct Quiet;
