//! What the cms has beside the shared context.

use actix_web::{HttpRequest, web};
use server::context::Context;
use server::error::Error;
use server::storage::Storage;

use crate::jobs::Jobs;
use crate::push::Push;
use crate::settings::CmsSettings;
use crate::sign_in::credentials::Credentials;

/// Everything that handlers of the cms need; one per process.
pub struct Cms {
    /// The settings of the cms.
    pub settings: CmsSettings,
    /// The database.
    pub db: db::pool::Db,
    /// Files.
    pub storage: Storage,
    /// Checks names and passwords.
    pub credentials: Credentials,
    /// Long work.
    pub jobs: Jobs,
    /// The way to the phones.
    pub push: Push,
}

impl Cms {
    /// Builds the parts and starts the hashing threads.
    ///
    /// # Errors
    ///
    /// When the operating system gives no threads.
    pub fn new(context: &Context, settings: CmsSettings) -> std::io::Result<Cms> {
        let credentials = Credentials::start(context, &settings)?;
        let jobs = Jobs::new(settings.job_lease);
        let push = Push::new(settings.push.clone())?;
        let (db, storage) = (context.db.clone(), context.storage.clone());
        Ok(Cms { db, storage, credentials, jobs, push, settings })
    }

    /// The state of the app that `request` came to.
    ///
    /// # Errors
    ///
    /// [`Error::Internal`] if the app was built without it.
    pub fn of(request: &HttpRequest) -> Result<&web::Data<Cms>, Error> {
        request
            .app_data::<web::Data<Cms>>()
            .ok_or_else(|| Error::Internal("the app has no state".to_owned()))
    }
}
