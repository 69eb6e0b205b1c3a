//! `healthcheck`, for containers without a shell.

use testkit::Database;

use super::program::{program_on, run};
use crate::services;

#[test]
fn it_succeeds_while_the_service_answers() {
    let database = Database::migrated();
    for name in ["api", "cms"] {
        let service =
            if name == "api" { services::api(&database) } else { services::cms(&database) };
        let port = service.address.port().to_string();
        let check =
            || run(program_on(name, &database).arg("healthcheck").env("PORT", &port), "").code;
        assert_eq!(check(), Some(0), "{name}");
        // Alive is not ready: a platform must not kill an instance because the database is away.
        database.set_reachable(false);
        assert_eq!(check(), Some(0), "{name}");
        database.set_reachable(true);
        drop(service);
        assert_eq!(check(), Some(1), "{name}");
    }
}

#[test]
fn it_asks_this_machine_when_the_service_listens_everywhere() {
    let database = Database::migrated();
    let cms = services::cms(&database);
    let port = cms.address.port().to_string();
    let ended = run(
        program_on("cms", &database)
            .arg("healthcheck")
            .envs([("CMS_PORT", port.as_str()), ("LISTEN_ADDRESS", "0.0.0.0")]),
        "",
    );
    assert_eq!(ended.code, Some(0));
}
