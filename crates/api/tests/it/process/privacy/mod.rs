//! Nothing about a girl is ever written to the log, counted in the metrics, or told to PostgreSQL
//! in such a way that it writes it to its own log.

mod provoked;
mod story;

use testkit::Database;
use testkit::server_log::{ServerLog, deployed_settings, line_with};

use super::Process;
use crate::http::exchange;
use story::Story;

/// What a run of the program has left behind, by place.
struct Left {
    log: String,
    metrics: String,
    server_log: String,
}

fn settings(format: &'static str) -> [(&'static str, &'static str); 9] {
    [
        ("RUST_LOG", "debug"),
        ("LOG_FORMAT", format),
        ("TRUSTED_PROXY_HOPS", "1"),
        ("METRICS_EMF_SECONDS", "1"),
        ("SHUTDOWN_NOTICE_SECONDS", "0"),
        ("DATABASE_LOGGING", "true"),
        ("USE_AVATAR_CUSTOMIZATION", "true"),
        ("DATABASE_LOCK_TIMEOUT_MS", "1500"),
        ("DATABASE_STATEMENT_TIMEOUT_MS", "2000"),
    ]
}

/// Runs the program in `format` while phones do all that they can do, and `more` happens.
fn run(
    format: &'static str,
    server: &[(String, String)],
    more: impl FnOnce(&Process, &Story, &ServerLog<'_>),
) -> (Story, Left) {
    let database = Database::migrated();
    database.configure(server);
    database.configure(&[("deadlock_timeout".to_owned(), "500ms".to_owned())]);
    let process = Process::on(database, &settings(format));
    let log = process.database.log_from_now();
    let story = Story::told_to(&process);
    more(&process, &story, &log);
    let server_log = log.text();
    let request = b"GET /metrics HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    let metrics = exchange(process.metrics, request).text().to_owned();
    std::thread::sleep(std::time::Duration::from_millis(1100));
    process.terminate();
    let (status, log) = process.end();
    assert!(status.success());
    (story, Left { log, metrics, server_log })
}

fn holds_nothing_of_hers(story: &Story, left: &Left) {
    assert!(left.log.contains("/account/info/{name}"), "{}", left.log);
    assert!(left.log.contains("CloudWatchMetrics") && left.metrics.contains("http_requests_total"));
    let (hers, ours) = (story.traces(), Story::secrets());
    let own: Vec<&String> = hers.iter().chain(&ours).collect();
    // Others are at work on the same server, who have hashes too.
    let hers: Vec<&String> = hers.iter().collect();
    for (place, text, traces) in [
        ("log", &left.log, &own),
        ("metrics", &left.metrics, &own),
        ("server's log", &left.server_log, &hers),
    ] {
        let text = text.to_lowercase();
        for trace in traces {
            assert_eq!(line_with(&text, trace), None, "{trace} in the {place}");
        }
    }
}

/// As PostgreSQL is when nobody has told it anything: it writes the statement of every error, in
/// which there are only placeholders.
#[test]
fn logs_and_metrics_hold_nothing_of_hers() {
    let (story, left) = run("text", &[], |process, story, log| {
        provoked::statement_timeout(process, story);
        provoked::lock_timeout(process, story);
        provoked::deadlock(process, story, log);
        provoked::lost_connections(process, story);
    });
    for error in ["statement timeout", "lock timeout", "deadlock detected"] {
        assert!(left.server_log.contains(error), "{error} was not provoked: {}", left.server_log);
    }
    assert!(left.server_log.contains("STATEMENT:  UPDATE"), "{}", left.server_log);
    holds_nothing_of_hers(&story, &left);
}

/// As it is deployed: by itself it would write the row that a constraint refuses.
#[test]
fn as_deployed_not_even_refused_rows_are_in_a_log() {
    let (story, left) = run("json", &deployed_settings(), |process, story, _| {
        provoked::refused_row(process, story);
        provoked::statement_timeout(process, story);
    });
    for error in ["place_is_refused", "violates not-null", "statement timeout"] {
        assert!(left.server_log.contains(error), "{error} was not provoked: {}", left.server_log);
    }
    holds_nothing_of_hers(&story, &left);
}
