//! Nothing that a girl has written and nothing that opens an editor's account is ever in the log,
//! in the metrics, or in PostgreSQL's own log.

mod story;

use std::net::TcpListener;
use std::time::Duration;

use diesel::connection::SimpleConnection;
use serde_json::json;
use testkit::Database;
use testkit::server_log::{deployed_settings, line_with};

use crate::access::path_with;
use crate::command_line::program::{Serving, program_on, serve};
use crate::editors::SECRET;
use crate::services::within;
use crate::wire::Caller;
use story::{Story, call};

/// A port that nobody uses at the moment.
fn free_port() -> u16 {
    TcpListener::bind(("127.0.0.1", 0)).unwrap().local_addr().unwrap().port()
}

/// Runs the program while everything is done that can be done, and `more` happens; nothing of it
/// may be in what is left. Gives PostgreSQL's log.
fn run(
    format: &str,
    server: &[(String, String)],
    more: impl FnOnce(&Database, &mut Story),
) -> String {
    let database = Database::migrated();
    database.configure(server);
    let port = free_port();
    let port_text = port.to_string();
    let service = serve(program_on("cms", &database).envs([
        ("PASSPORT_SECRET", SECRET),
        ("RUST_LOG", "debug"),
        ("LOG_FORMAT", format),
        ("TRUSTED_PROXY_HOPS", "1"),
        ("METRICS_EMF_SECONDS", "1"),
        ("METRICS_PORT", port_text.as_str()),
        ("DATABASE_LOGGING", "true"),
        ("DATABASE_LOCK_TIMEOUT_MS", "500"),
    ]));
    let log = database.log_from_now();
    let mut story = Story::told_to(service.caller, &database);
    errors_tell_a_stranger_nothing(service.caller, &story);
    more(&database, &mut story);
    let server_log = log.text();
    let mut address = service.caller.address;
    address.set_port(port);
    let metrics = Caller { address }.get("/metrics").text().to_owned();
    assert!(metrics.contains("http_requests_total"));
    holds_nothing(&service, &story, &metrics, &server_log);
    server_log
}

fn holds_nothing(service: &Serving, story: &Story, metrics: &str, server_log: &str) {
    let emf = || service.out().iter().any(|line| line.contains("CloudWatchMetrics"));
    within(Duration::from_secs(5), "metrics are written", emf);
    let log = service.log().join("\n");
    assert!(log.contains("/user/{id}") && log.contains("/reset-password/{token}"), "{log}");
    let (theirs, own) = (story.traces(), Story::own_secrets());
    let all: Vec<&String> = theirs.iter().chain(&own).collect();
    // Others are at work on the same server, who have hashes too.
    let theirs: Vec<&String> = theirs.iter().collect();
    for (place, text, traces) in [
        ("log", log, &all),
        ("output", service.out().join("\n"), &all),
        ("metrics", metrics.to_owned(), &all),
        ("server's log", server_log.to_owned(), &theirs),
    ] {
        let text = text.to_lowercase();
        for trace in traces {
            assert_eq!(line_with(&text, &trace.to_lowercase()), None, "{trace} in the {place}");
        }
    }
}

#[test]
fn logs_and_metrics_hold_nothing_of_anybody() {
    let log = run("text", &[], |database, story| {
        // Somebody has the rows and does not let them go.
        let mut other = database.connection();
        other
            .batch_execute(
                "BEGIN; SELECT FROM \"user\" FOR UPDATE; SELECT FROM suggestion FOR UPDATE",
            )
            .unwrap();
        story.fails(503);
        other.batch_execute("ROLLBACK").unwrap();
    });
    assert!(log.contains("lock timeout") && log.contains("STATEMENT:"), "{log}");
}

#[test]
fn as_deployed_not_even_refused_rows_are_in_a_log() {
    let log = run("json", &deployed_settings(), |database, story| {
        database.execute(
            "ALTER TABLE \"user\" ADD CONSTRAINT c_cms CHECK (password LIKE '%nothing like it%') NOT VALID;
             ALTER TABLE suggestion ADD CONSTRAINT c_cms CHECK (status = 'nothing like it') NOT VALID",
        );
        story.fails(500);
    });
    assert!(log.contains("violates check constraint \"c_cms\""), "{log}");
}

/// Who is not signed in learns nothing from an error, whatever there is to learn.
fn errors_tell_a_stranger_nothing(caller: Caller, story: &Story) {
    let traces: Vec<String> =
        story.traces().into_iter().filter(|trace| *trace != story.message).collect();
    let body = json!({"id": story.message, "content": "canary"});
    for entry in cms::routes::table() {
        // Without marks, since where to go after signing in is told to whoever asked.
        let (method, path) = (entry.method.as_str(), path_with(&entry, &story.message));
        let mut stranger = story.visitor(caller);
        let answer = call(&mut stranger, method, &path, "application/json", &body);
        if answer.status >= 400 {
            let text = answer.text().to_lowercase();
            let found = traces.iter().find(|trace| text.contains(*trace));
            assert_eq!(found, None, "{method} {path}: {text}");
        }
    }
}
