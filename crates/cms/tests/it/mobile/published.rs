//! One fixed set of rows in every content table, and a cms that publishes them.

use std::ops::Deref;
use std::sync::{Arc, Mutex, PoisonError, Weak};

use testkit::Database;

use crate::service::Service;
use crate::services;
use crate::wire::Answer;

const ROWS: [&str; 10] = [
    include_str!("rows/articles.sql"),
    include_str!("rows/videos.sql"),
    include_str!("rows/quizzes.sql"),
    include_str!("rows/didyouknows.sql"),
    include_str!("rows/avatar_messages.sql"),
    include_str!("rows/surveys.sql"),
    include_str!("rows/help_centers.sql"),
    include_str!("rows/legal_texts.sql"),
    include_str!("rows/about_banners.sql"),
    include_str!("rows/notifications.sql"),
];

/// Every route that answers from the snapshot, and the answer for a language without rows.
pub(crate) const ROUTES: [(&str, &str); 13] = [
    ("articles", "[]"),
    ("videos", "[]"),
    ("quizzes", "[]"),
    ("didyouknows", "[]"),
    ("help-center", "[]"),
    ("help-center-attribute", "[]"),
    ("avatar-messages", "[]"),
    ("privacy-policy", "[]"),
    ("terms-and-conditions", "[]"),
    ("about", "[]"),
    ("about-banner", ""),
    ("surveys", "[]"),
    ("notification", ""),
];

/// A cms over the fixed rows; calls go to the cms.
pub(crate) struct Published {
    // Dropped in this order, so that the service ends before its database.
    cms: Service,
    _database: Database,
}

impl Deref for Published {
    type Target = Service;

    fn deref(&self) -> &Service {
        &self.cms
    }
}

/// A database with the fixed rows.
pub(crate) fn rows() -> Database {
    let database = Database::migrated();
    database.execute(&ROWS.concat());
    database
}

/// A cms that publishes the fixed rows, for tests that only read. Those that run at the same
/// time share one, since starting it takes longer than most of them.
pub(crate) fn published() -> Arc<Published> {
    static PRESENT: Mutex<Weak<Published>> = Mutex::new(Weak::new());
    let mut present = PRESENT.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(shared) = present.upgrade() {
        return shared;
    }
    let database = rows();
    let fresh = Arc::new(Published { cms: services::cms(&database), _database: database });
    *present = Arc::downgrade(&fresh);
    fresh
}

/// What a phone sees of an answer: status, kind of content, and the body as it came.
pub(crate) fn shown(answer: &Answer) -> String {
    format!("{} {}\n{}", answer.status, answer.header("content-type").unwrap_or("-"), answer.text())
}
