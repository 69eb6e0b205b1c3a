//! How long things are kept.

use server::settings::Source;

/// Shortest period, in days: a slip of the finger must not empty a table.
const SHORTEST: i32 = 30;

/// Periods in days; `None` keeps for ever, so that adopting a database deletes nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RetentionSettings {
    /// `EVENT_RETENTION_DAYS`: events that phones have sent. Their counts are kept. Recommended: 90.
    pub event_days: Option<i32>,
    /// `MESSAGE_RETENTION_DAYS`: messages that users have sent. Recommended: 180.
    pub message_days: Option<i32>,
    /// `AUDIT_RETENTION_DAYS`: entries of the audit log. Recommended: 730.
    pub audit_days: Option<i32>,
}

impl RetentionSettings {
    /// Reads the settings; mistakes stay in `source`.
    pub fn read(source: &mut Source) -> RetentionSettings {
        let mut days = |name: &'static str| {
            let text = source.optional(name)?;
            let days = text.trim().parse::<i32>().ok().filter(|days| *days >= SHORTEST);
            if days.is_none() {
                source.mistake(format!("{name} is not a number of days from {SHORTEST}"));
            }
            days
        };
        RetentionSettings {
            event_days: days("EVENT_RETENTION_DAYS"),
            message_days: days("MESSAGE_RETENTION_DAYS"),
            audit_days: days("AUDIT_RETENTION_DAYS"),
        }
    }
}
