//! What can go wrong in the database, told apart by what a caller can do about it.

use diesel::result::{DatabaseErrorKind, Error};

/// Why a database call gave no result.
#[derive(Debug, thiserror::Error)]
pub enum DbError {
    /// The row that the call was about is not there.
    #[error("no such row")]
    NotFound,
    /// A unique constraint refused the write; the text names the constraint.
    #[error("conflict on {0}")]
    Conflict(String),
    /// The database is away, full, busy or too slow: the same call may succeed later.
    #[error("database unavailable: {0}")]
    Unavailable(String),
    /// A mistake of ours, or a schema we do not know.
    #[error("database error: {0}")]
    Internal(String),
}

/// Texts of PostgreSQL errors that pass by themselves. Diesel keeps the message of such an
/// error but not its SQLSTATE, so the text is all there is to tell them from our mistakes.
/// The English texts are PostgreSQL's own and have not changed in years; with a server that
/// speaks another language these errors become 500 instead of 503, nothing worse.
const PASSING: [&str; 10] = [
    "No space left on device",
    "could not extend file",
    "statement timeout",
    "lock timeout",
    "deadlock detected",
    "terminating connection",
    "the database system is",
    "too many clients",
    "remaining connection slots",
    "conflict with recovery",
];

impl From<Error> for DbError {
    fn from(error: Error) -> Self {
        match error {
            Error::NotFound => DbError::NotFound,
            Error::DatabaseError(DatabaseErrorKind::UniqueViolation, info) => {
                DbError::Conflict(info.constraint_name().unwrap_or("a unique index").to_owned())
            }
            Error::DatabaseError(
                DatabaseErrorKind::ClosedConnection
                | DatabaseErrorKind::UnableToSendCommand
                | DatabaseErrorKind::SerializationFailure
                | DatabaseErrorKind::ReadOnlyTransaction,
                info,
            ) => DbError::Unavailable(first_line(info.message())),
            // The message only: PostgreSQL puts the failing row, which may be a girl's, in
            // the detail, and never in the message.
            Error::DatabaseError(_, info) => {
                let message = first_line(info.message());
                if PASSING.iter().any(|text| message.contains(text)) {
                    DbError::Unavailable(message)
                } else {
                    DbError::Internal(message)
                }
            }
            Error::BrokenTransactionManager => {
                DbError::Unavailable("transaction lost with its connection".to_owned())
            }
            Error::DeserializationError(_) => {
                DbError::Internal("a column holds a value of an unexpected form".to_owned())
            }
            other => DbError::Internal(kind(&other).to_owned()),
        }
    }
}

/// Some messages quote the value that was refused (`invalid input syntax for type uuid: "…"`):
/// what stands in quotes is dropped, because it may be personal.
fn first_line(message: &str) -> String {
    let line = message.lines().next().unwrap_or_default();
    match (line.find(": \""), line.ends_with('"')) {
        (Some(at), true) => line[..at].to_owned(),
        _ => line.to_owned(),
    }
}

fn kind(error: &Error) -> &'static str {
    match error {
        Error::InvalidCString(_) => "a query text holds a NUL",
        Error::QueryBuilderError(_) => "a query could not be built",
        Error::SerializationError(_) => "a value could not be sent",
        Error::RollbackTransaction => "rolled back",
        Error::AlreadyInTransaction | Error::NotInTransaction => "transaction misuse",
        _ => "unknown",
    }
}

#[cfg(test)]
mod tests {
    use super::first_line;

    #[test]
    fn quoted_values_are_not_repeated() {
        assert_eq!(
            first_line("invalid input syntax for type uuid: \"secret\""),
            "invalid input syntax for type uuid"
        );
        assert_eq!(first_line("deadlock detected\nmore"), "deadlock detected");
    }
}
