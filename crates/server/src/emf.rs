//! Metrics as `CloudWatch` embedded metric format: one JSON line per metric family and set of
//! labels on standard output, which the platform's log agent turns into metrics.

use std::collections::HashMap;
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
    fn lines(&mut self, families: &[MetricFamily], service: &str, now: i64) -> Vec<Value> {
        let mut lines = Vec::new();
        for family in families {
            for metric in family.get_metric() {
                let labels: Map<String, Value> = metric
                    .get_label()
                    .iter()
                    .filter(|label| label.name() != "service")
                    .map(|label| (label.name().to_owned(), label.value().into()))
                    .collect();
                if let Some(value) = self.value(family, metric, &labels) {
                    lines.push(line(family.name(), value, labels, service, now));
                }
            }
        }
        lines
    }

    fn value(
        &mut self,
        family: &MetricFamily,
        metric: &Metric,
        labels: &Map<String, Value>,
    ) -> Option<Value> {
        let key = format!("{}{}", family.name(), Value::Object(labels.clone()));
        match family.get_field_type() {
            MetricType::COUNTER => {
                let delta = self.since(&key, metric.get_counter().get_value());
                (delta > 0.0).then(|| delta.into())
            }
            MetricType::HISTOGRAM => {
                let histogram = metric.get_histogram();
                let (mut values, mut counts, mut below) = (Vec::new(), Vec::new(), 0.0);
                for bucket in histogram.get_bucket() {
                    #[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^52")]
                    let cumulative = self.since(
                        &format!("{key}{}", bucket.upper_bound()),
                        bucket.cumulative_count() as f64,
                    );
                    if cumulative > below && bucket.upper_bound().is_finite() {
                        values.push(bucket.upper_bound());
                        counts.push(cumulative - below);
                    }
                    below = below.max(cumulative);
                }
                (!values.is_empty()).then(|| json!({"Values": values, "Counts": counts}))
            }
            _ => Some(metric.get_gauge().get_value().into()),
        }
    }

    fn since(&mut self, key: &str, total: f64) -> f64 {
        total - self.0.insert(key.to_owned(), total).unwrap_or(0.0)
    }
}

fn line(name: &str, value: Value, labels: Map<String, Value>, service: &str, now: i64) -> Value {
    let mut dimensions = vec!["service".to_owned()];
    dimensions.extend(labels.keys().cloned());
    let unit = if name.ends_with("_seconds") { "Seconds" } else { "None" };
    let mut line = labels;
    line.insert("service".to_owned(), service.into());
    line.insert(name.to_owned(), value);
    line.insert(
        "_aws".to_owned(),
        json!({"Timestamp": now, "CloudWatchMetrics": [{
            "Namespace": "PeriodTracker",
            "Dimensions": [dimensions],
            "Metrics": [{"Name": name, "Unit": unit}],
        }]}),
    );
    Value::Object(line)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use actix_web::http::Method;

    use super::Totals;
    use crate::metrics::Metrics;

    #[test]
    fn counters_become_differences() {
        let metrics = Metrics::new("api");
        let mut totals = Totals::default();
        let mut count = || {
            let lines = totals.lines(&metrics.gather(), "api", 0);
            lines.iter().find_map(|line| {
                line.get("http_requests_total").and_then(serde_json::Value::as_f64)
            })
        };
        metrics.record_request(&Method::GET, "/x", 200, Duration::from_millis(3));
        metrics.record_request(&Method::GET, "/x", 200, Duration::from_millis(3));
        assert_eq!(count(), Some(2.0));
        assert_eq!(count(), None);
        metrics.record_request(&Method::GET, "/x", 200, Duration::from_millis(3));
        assert_eq!(count(), Some(1.0));
    }
}
