//! Numbers about the running process, for dashboards and alarms.

use std::time::Duration;

use actix_web::http::Method;
use prometheus::{
    HistogramOpts, HistogramVec, IntCounter, IntCounterVec, IntGauge, IntGaugeVec, Opts, Registry,
    TextEncoder,
};

/// Every metric of the process. Labels are route patterns, methods, statuses and fixed words;
/// never anything a caller wrote.
pub struct Metrics {
    registry: Registry,
    requests: IntCounterVec,
    seconds: HistogramVec,
    /// Events of phones that were not stored, by reason.
    pub events_dropped: IntCounterVec,
    /// Tries that were refused because too many failed before, by purpose.
    pub throttled: IntCounterVec,
    /// Password checks waiting for a thread.
    pub hash_queue: IntGauge,
    /// Free places in the database pool.
    pub database_free: IntGauge,
    /// Open database connections.
    pub database_connections: IntGauge,
    /// Content snapshots built since start.
    pub snapshots_built: IntCounter,
    /// Failed attempts to read the content.
    pub snapshot_failures: IntCounter,
    /// Unix time, in seconds, at which the content was last known to be fresh.
    pub snapshot_fresh_at: IntGauge,
    /// Name hashes shared by more than one account, counted hourly.
    pub duplicate_names: IntGauge,
    /// 1 while a weak secondary secret is in force.
    pub secondary_secret_weak: IntGauge,
    /// Unix time, in seconds, at which each kind of clearing out succeeded last, by task.
    pub retention_success_at: IntGaugeVec,
    /// Long work that has ended, by kind and outcome.
    pub jobs: IntCounterVec,
    /// The highest value `app_event_id_seq` has given, of 2,147,483,647 the column can hold.
    pub event_id_highest: IntGauge,
}

/// Upper bounds of the duration histogram, in seconds.
const BOUNDS: [f64; 12] =
    [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 2.5, 10.0];

impl Metrics {
    /// Registers every metric under the label `service`.
    ///
    /// # Panics
    ///
    /// If two metrics have one name, which a test would show.
    #[expect(clippy::expect_used, reason = "the names are constants; a clash shows in every test")]
    pub fn new(service: &str) -> Metrics {
        let registry = Registry::new_custom(
            None,
            Some(std::iter::once(("service".to_owned(), service.to_owned())).collect()),
        )
        .expect("a valid label");
        let counters = |name: &str, help: &str, labels: &[&str]| {
            let metric = IntCounterVec::new(Opts::new(name, help), labels).expect("valid name");
            registry.register(Box::new(metric.clone())).expect("unique name");
            metric
        };
        let counter = |name: &str, help: &str| {
            let metric = IntCounter::new(name, help).expect("valid name");
            registry.register(Box::new(metric.clone())).expect("unique name");
            metric
        };
        let gauge = |name: &str, help: &str| {
            let metric = IntGauge::new(name, help).expect("valid name");
            registry.register(Box::new(metric.clone())).expect("unique name");
            metric
        };
        let gauges = |name: &str, help: &str, labels: &[&str]| {
            let metric = IntGaugeVec::new(Opts::new(name, help), labels).expect("valid name");
            registry.register(Box::new(metric.clone())).expect("unique name");
            metric
        };
        let seconds = HistogramVec::new(
            HistogramOpts::new("http_request_seconds", "Time to answer").buckets(BOUNDS.to_vec()),
            &["route"],
        )
        .expect("valid name");
        registry.register(Box::new(seconds.clone())).expect("unique name");
        Metrics {
            requests: counters("http_requests_total", "Answers", &["method", "route", "status"]),
            seconds,
            events_dropped: counters("events_dropped_total", "Events not stored", &["reason"]),
            throttled: counters("throttled_total", "Refused tries", &["purpose"]),
            hash_queue: gauge("hash_queue", "Password checks waiting"),
            database_free: gauge("database_free_turns", "Database calls that may start at once"),
            database_connections: gauge("database_connections", "Open connections"),
            snapshots_built: counter("content_snapshots_total", "Content snapshots built"),
            snapshot_failures: counter("content_failures_total", "Failed reads of the content"),
            snapshot_fresh_at: gauge(
                "content_fresh_timestamp_seconds",
                "Content known to be fresh",
            ),
            duplicate_names: gauge("duplicate_names", "Name hashes with several accounts"),
            secondary_secret_weak: gauge("secondary_secret_weak", "1 if weak"),
            retention_success_at: gauges(
                "retention_success_timestamp_seconds",
                "When what is old was cleared out",
                &["task"],
            ),
            jobs: counters("jobs_total", "Long work that has ended", &["kind", "outcome"]),
            event_id_highest: gauge("app_event_id_highest", "Highest event id given out"),
            registry,
        }
    }

    /// Counts one answer.
    pub(crate) fn record_request(&self, method: &Method, route: &str, status: u16, took: Duration) {
        self.requests.with_label_values(&[method_name(method), route, status_text(status)]).inc();
        self.seconds.with_label_values(&[route]).observe(took.as_secs_f64());
    }

    /// Every metric in Prometheus' text format.
    pub fn text(&self) -> String {
        TextEncoder::new().encode_to_string(&self.gather()).unwrap_or_default()
    }

    /// Every metric as families of samples.
    pub(crate) fn gather(&self) -> Vec<prometheus::proto::MetricFamily> {
        self.registry.gather()
    }
}

/// The method if it is a standard one: a made-up one is the caller's text.
pub(crate) fn method_name(method: &Method) -> &'static str {
    match method.as_str() {
        "GET" => "GET",
        "HEAD" => "HEAD",
        "POST" => "POST",
        "PUT" => "PUT",
        "PATCH" => "PATCH",
        "DELETE" => "DELETE",
        "OPTIONS" => "OPTIONS",
        _ => "OTHER",
    }
}

/// The status as text, without formatting a number per request for those we send often.
fn status_text(status: u16) -> &'static str {
    match status {
        200 => "200",
        204 => "204",
        303 => "303",
        304 => "304",
        400 => "400",
        401 => "401",
        404 => "404",
        409 => "409",
        413 => "413",
        429 => "429",
        503 => "503",
        _ => match status / 100 {
            1 | 2 => "2xx",
            3 => "3xx",
            4 => "4xx",
            _ => "5xx",
        },
    }
}
