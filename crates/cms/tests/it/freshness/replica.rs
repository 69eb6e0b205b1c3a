//! Content may be read from a replica.

use testkit::Database;

use super::{is_soon_shown, publish};
use crate::services;

#[test]
fn a_replica_is_read_and_the_primary_where_there_is_none() {
    let database = Database::migrated();
    let settings = database.settings();
    let port = settings.port.to_string();
    // The server itself stands in for a replica that is up to date; at port 1 nobody listens.
    for (number, replica_port) in [port.as_str(), "1"].into_iter().enumerate() {
        let replica = [
            ("DATABASE_REPLICA_HOST", settings.host.as_str()),
            ("DATABASE_REPLICA_PORT", replica_port),
        ];
        let cms = services::start_cms(&database, &replica);
        services::wait_ready(&cms);
        let text = format!("written while {number} replicas were dead");
        publish(&database, &text);
        is_soon_shown(&cms, &text);
    }
}
