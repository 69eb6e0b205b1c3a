//! Numbers about a running service, for Prometheus and for `CloudWatch`.

use std::net::TcpListener;
use std::time::Duration;

use serde_json::Value;
use testkit::Database;

use super::program::{BOTH, program_on, serve};
use crate::services::within;
use crate::wire::Caller;

/// A port that nobody uses at the moment.
fn free_port() -> u16 {
    TcpListener::bind(("127.0.0.1", 0)).unwrap().local_addr().unwrap().port()
}

fn visit(service: Caller) {
    service.get("/mobile/articles/canary");
    service.get("/canary");
    service.request("CANARY", "/canary", &[], b"");
    service.request("OPTIONS", "/canary", &[], b"");
}

#[test]
fn prometheus_reads_routes_as_patterns_only() {
    let database = Database::migrated();
    for name in BOTH {
        let port = free_port();
        let service = serve(program_on(name, &database).env("METRICS_PORT", port.to_string()));
        visit(service.caller);
        assert_eq!(service.caller.get("/metrics").status, 404, "not where the world can read it");

        let mut address = service.caller.address;
        address.set_port(port);
        let answer = Caller { address }.get("/metrics");
        assert!(
            answer
                .header("content-type")
                .is_some_and(|kind| kind.starts_with("text/plain; version=0.0.4"))
        );
        let text = answer.text();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let (series, value) = line.rsplit_once(' ').expect("a series and a value");
            assert!(value.parse::<f64>().is_ok(), "{line}");
            assert!(series.contains(&format!("service=\"{name}\"")), "{line}");
        }
        let count = |labels: &str| {
            let line = text
                .lines()
                .find(|line| line.starts_with("http_requests_total{") && line.contains(labels));
            line.unwrap_or_else(|| panic!("{labels} in\n{text}"))
                .rsplit(' ')
                .next()
                .unwrap()
                .to_owned()
        };
        assert_eq!(count(r#"method="GET",route="/mobile/articles/{lang}""#), "1");
        assert_eq!(count(r#"method="GET",route="(none)""#), "2");
        assert_eq!(count(r#"method="OTHER",route="(none)""#), "1");
        for series in [
            "http_request_seconds_bucket",
            "database_connections",
            "content_fresh_timestamp_seconds",
            "secondary_secret_weak",
        ] {
            assert!(text.contains(series), "{series}");
        }
        assert!(!text.to_lowercase().contains("canary"), "{text}");
    }
}

#[test]
fn without_a_port_nothing_listens_and_without_seconds_nothing_is_written() {
    let database = Database::migrated();
    let service = serve(&mut program_on("cms", &database));
    visit(service.caller);
    assert!(service.out().is_empty(), "{:?}", service.out());
}

#[test]
fn emf_lines_are_what_cloudwatch_reads() {
    let database = Database::migrated();
    for name in BOTH {
        let service = serve(program_on(name, &database).env("METRICS_EMF_SECONDS", "1"));
        visit(service.caller);
        within(Duration::from_secs(5), "requests are counted", || {
            service.out().iter().any(|line| line.contains("http_requests_total"))
        });
        for line in service.out() {
            let value: Value =
                serde_json::from_str(&line).unwrap_or_else(|error| panic!("{error}: {line}"));
            assert!(
                value["_aws"]["Timestamp"]
                    .as_i64()
                    .is_some_and(|millis| millis > 1_600_000_000_000),
                "{line}"
            );
            let directive = &value["_aws"]["CloudWatchMetrics"][0];
            assert_eq!(directive["Namespace"], "PeriodTracker");
            // Every dimension and metric that is announced is a member of the line.
            for dimension in directive["Dimensions"][0].as_array().unwrap() {
                assert!(value[dimension.as_str().unwrap()].is_string(), "{line}");
            }
            let metric = directive["Metrics"][0]["Name"].as_str().unwrap();
            let measured = &value[metric];
            let is_histogram = measured["Values"].is_array()
                && measured["Values"].as_array().map(Vec::len)
                    == measured["Counts"].as_array().map(Vec::len);
            assert!(measured.is_number() || is_histogram, "{line}");
            assert_eq!(value["service"], name);
        }
        assert!(!service.out().concat().to_lowercase().contains("canary"));
    }
}
