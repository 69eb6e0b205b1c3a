//! What else decides the figures: the machine, and whatever runs on it beside us.

use serde_json::{Value, json};

/// Processes that wanted a core in the last minute, as Linux tells it.
pub(crate) fn load_average() -> Option<f64> {
    std::fs::read_to_string("/proc/loadavg").ok()?.split_whitespace().next()?.parse().ok()
}

/// Whether the kernel shares the cores between sessions first and looks at priorities only
/// within one. Then the low priority of the hashing threads does not help `PostgreSQL`, whose
/// processes each have a session of their own, when it runs on the same machine.
pub(crate) fn priorities_count_within_sessions_only() -> bool {
    std::fs::read_to_string("/proc/sys/kernel/sched_autogroup_enabled")
        .is_ok_and(|text| text.trim() == "1")
}

pub(crate) fn cores() -> usize {
    std::thread::available_parallelism().map_or(2, usize::from)
}

/// Sentences for below the table.
pub(crate) fn notes(load_at_start: Option<f64>) -> Vec<String> {
    let mut notes = Vec::new();
    if let Some(load) = load_at_start
        && load > 0.5
    {
        notes.push(format!(
            "Before the start the load average was {load:.1}: other programs were running, and ratios are less certain."
        ));
    }
    if priorities_count_within_sessions_only() {
        notes.push(
            "kernel.sched_autogroup_enabled is 1: beside logins, routes that use the database wait for a \
             PostgreSQL that has to share the cores with the hashing threads as equals."
                .to_owned(),
        );
    }
    notes
}

/// The same for the file of figures.
pub(crate) fn json(load_at_start: Option<f64>) -> Value {
    json!({
        "cores": cores(),
        "load_average_before": load_at_start,
        "load_average_after": load_average(),
        "sched_autogroup": priorities_count_within_sessions_only(),
    })
}
