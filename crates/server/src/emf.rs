//! Metrics as `CloudWatch` embedded metric format: one JSON line per series on standard output,
//! which the platform's log agent turns into metrics.
//!
//! Every series is paid for, and an alarm cannot add series up. So routes, methods and reasons are
//! added up here, and statuses are told apart by their class alone; who needs more asks Prometheus.

use std::collections::{BTreeMap, HashMap};
use std::io::Write;

use prometheus::proto::{Metric, MetricFamily, MetricType};
use serde_json::{Map, Value, json};

use crate::clock;
use crate::context::Context;

/// Writes the lines as often as `METRICS_EMF_SECONDS` says.
pub(crate) fn start(context: &Context) {
    let every = context.settings.metrics.emf_every;
    if every.is_zero() {
        return;
    }
    let context = context.clone();
    actix_web::rt::spawn(async move {
        let mut totals = Totals::default();
        let mut ticks = tokio::time::interval(every);
        loop {
            ticks.tick().await;
            context.observe_pool();
            let lines = totals.lines(
                &context.metrics.gather(),
                &context.settings.metrics.emf_namespace,
                context.service.name,
                clock::now().millis(),
            );
            let mut out = std::io::stdout().lock();
            for line in lines {
                // Nothing can be done about a closed standard output.
                let _ = writeln!(out, "{line}");
            }
        }
    });
}

/// `CloudWatch` wants what happened since the last line, Prometheus counts from the start.
#[derive(Default)]
struct Totals(HashMap<String, f64>);

impl Totals {
    fn lines(
        &mut self,
        families: &[MetricFamily],
        namespace: &str,
        service: &str,
        now: i64,
    ) -> Vec<Value> {
        let mut lines = Vec::new();
        for family in families {
            let mut series: BTreeMap<Vec<(&str, &str)>, Vec<&Metric>> = BTreeMap::new();
            for metric in family.get_metric() {
                series.entry(kept_labels(metric)).or_default().push(metric);
            }
            for (labels, metrics) in series {
                let key = format!("{} {labels:?}", family.name());
                if let Some(value) = self.value(family.get_field_type(), &metrics, &key) {
                    lines.push(line(namespace, family.name(), value, &labels, service, now));
                }
            }
        }
        lines
    }

    /// Of one series, of which `metrics` are the parts.
    fn value(&mut self, kind: MetricType, metrics: &[&Metric], key: &str) -> Option<Value> {
        match kind {
            MetricType::COUNTER => {
                let total = metrics.iter().map(|metric| metric.get_counter().get_value()).sum();
                let delta = self.since(key.to_owned(), total);
                (delta > 0.0).then(|| delta.into())
            }
            MetricType::HISTOGRAM => self.histogram(metrics, key),
            // Of several, as of the times of last successes, the last one set is as good as any:
            // those that matter are told apart by a label that is kept.
            _ => metrics.last().map(|metric| metric.get_gauge().get_value().into()),
        }
    }

    fn histogram(&mut self, metrics: &[&Metric], key: &str) -> Option<Value> {
        let mut buckets: Vec<(f64, u64)> = Vec::new();
        for metric in metrics {
            for (index, bucket) in metric.get_histogram().get_bucket().iter().enumerate() {
                match buckets.get_mut(index) {
                    Some((_, count)) => *count += bucket.cumulative_count(),
                    None => buckets.push((bucket.upper_bound(), bucket.cumulative_count())),
                }
            }
        }
        let (mut values, mut counts, mut below) = (Vec::new(), Vec::new(), 0.0);
        for (bound, count) in buckets {
            #[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^52")]
            let cumulative = self.since(format!("{key} {bound}"), count as f64);
            if cumulative > below && bound.is_finite() {
                values.push(bound);
                counts.push(cumulative - below);
            }
            below = below.max(cumulative);
        }
        (!values.is_empty()).then(|| json!({"Values": values, "Counts": counts}))
    }

    fn since(&mut self, key: String, total: f64) -> f64 {
        total - self.0.insert(key, total).unwrap_or(0.0)
    }
}

/// The labels by which series are told apart, sorted.
fn kept_labels(metric: &Metric) -> Vec<(&str, &str)> {
    let mut labels: Vec<_> = metric
        .get_label()
        .iter()
        .filter_map(|label| match label.name() {
            "status" => Some(("status", class(label.value()))),
            "task" | "kind" | "outcome" => Some((label.name(), label.value())),
            _ => None,
        })
        .collect();
    labels.sort_unstable();
    labels
}

fn class(status: &str) -> &'static str {
    match status.as_bytes().first() {
        Some(b'1' | b'2') => "2xx",
        Some(b'3') => "3xx",
        Some(b'4') => "4xx",
        _ => "5xx",
    }
}

fn line(
    namespace: &str,
    name: &str,
    value: Value,
    labels: &[(&str, &str)],
    service: &str,
    now: i64,
) -> Value {
    let mut dimensions = vec!["service"];
    dimensions.extend(labels.iter().map(|(label, _)| *label));
    let unit = if name.ends_with("_seconds") { "Seconds" } else { "None" };
    let directive = json!({"Timestamp": now, "CloudWatchMetrics": [{
        "Namespace": namespace,
        "Dimensions": [dimensions],
        "Metrics": [{"Name": name, "Unit": unit}],
    }]});
    let mut line = Map::new();
    line.insert("service".to_owned(), service.into());
    line.extend(labels.iter().map(|(label, value)| ((*label).to_owned(), (*value).into())));
    line.insert(name.to_owned(), value);
    line.insert("_aws".to_owned(), directive);
    Value::Object(line)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use actix_web::http::Method;
    use serde_json::{Value, json};

    use super::Totals;
    use crate::metrics::Metrics;

    fn of<'a>(lines: &'a [Value], name: &str) -> Vec<&'a Value> {
        lines.iter().filter(|line| line.get(name).is_some()).collect()
    }

    #[test]
    fn counters_become_differences() {
        let metrics = Metrics::new("api");
        let mut totals = Totals::default();
        let mut count = || {
            let lines = totals.lines(&metrics.gather(), "Space", "api", 0);
            let found = of(&lines, "http_requests_total");
            found.first().and_then(|line| line["http_requests_total"].as_f64())
        };
        metrics.record_request(&Method::GET, "/x", 200, Duration::from_millis(3));
        metrics.record_request(&Method::GET, "/x", 200, Duration::from_millis(3));
        assert_eq!(count(), Some(2.0));
        assert_eq!(count(), None);
        metrics.record_request(&Method::GET, "/x", 200, Duration::from_millis(3));
        assert_eq!(count(), Some(1.0));
    }

    #[test]
    fn routes_and_methods_are_added_up_and_statuses_have_classes() {
        let metrics = Metrics::new("api");
        for (method, route, status) in
            [(Method::GET, "/x", 200), (Method::POST, "/y", 204), (Method::GET, "/x", 503)]
        {
            metrics.record_request(&method, route, status, Duration::from_millis(3));
        }
        let lines = Totals::default().lines(&metrics.gather(), "Space", "api", 0);
        let counted: Vec<_> = of(&lines, "http_requests_total")
            .into_iter()
            .map(|line| (line["status"].clone(), line["http_requests_total"].as_f64()))
            .collect();
        assert_eq!(counted, [(json!("2xx"), Some(2.0)), (json!("5xx"), Some(1.0))]);
        let seconds = of(&lines, "http_request_seconds");
        assert_eq!(seconds.len(), 1);
        assert_eq!(seconds[0]["http_request_seconds"], json!({"Values": [0.005], "Counts": [3.0]}));
        let directive = &seconds[0]["_aws"]["CloudWatchMetrics"][0];
        assert_eq!(directive["Namespace"], "Space");
        assert_eq!(directive["Dimensions"], json!([["service"]]));
    }
}
