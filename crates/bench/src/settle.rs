//! Brings the generated data into the state that running services keep it in.

use domain::calendar::Day;

use crate::Outcome;
use crate::database::Database;

/// Folds the fresh counts into the others and counts the accounts: what the cms does every
/// minute and every day.
///
/// # Errors
///
/// The database's own.
pub(crate) fn counts() -> Outcome<()> {
    let mut connection = Database::from_environment()?.connect()?;
    db::statistics::fold(&mut connection)?;
    db::statistics::recount_accounts(&mut connection, Day::in_nepal(server::clock::now()))?;
    Ok(())
}
