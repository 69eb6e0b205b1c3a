//! What the cms has beside the shared context.

use server::context::Context;

use crate::settings::CmsSettings;

/// Everything that handlers of the cms need; one per process.
pub struct Cms {
    /// The settings of the cms.
    pub settings: CmsSettings,
    /// The database.
    pub db: db::pool::Db,
}

impl Cms {
    /// Builds the parts.
    ///
    /// # Errors
    ///
    /// When the operating system gives no threads.
    pub fn new(context: &Context, settings: CmsSettings) -> std::io::Result<Cms> {
        Ok(Cms { db: context.db.clone(), settings })
    }
}
