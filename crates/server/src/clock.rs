//! The present.

use std::time::SystemTime;

use domain::moment::Moment;

/// Now, to the millisecond. A clock beyond the years a [`Moment`] holds reads as its epoch.
pub fn now() -> Moment {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).ok().and_then(Moment::from_millis).unwrap_or(Moment::EPOCH)
}
