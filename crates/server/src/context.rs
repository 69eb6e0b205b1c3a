//! What a running service has.

use std::sync::Arc;

use actix_web::{HttpRequest, web};
use db::pool::Db;

use crate::body::BodyBudget;
use crate::error::Error;
use crate::lifecycle::Lifecycle;
use crate::metrics::Metrics;
use crate::mobile::store::ContentStore;
use crate::rate_limit::PerMinute;
use crate::settings::{ServiceIdentity, Settings};
use crate::storage::Storage;

/// Messages a minute from one network prefix: a class in which everybody writes one fits.
const MESSAGES_A_MINUTE: u32 = 60;

/// Everything the shared routes and middleware need; cheap to clone, one per process.
#[derive(Clone)]
pub struct Context {
    /// Which service this is.
    pub service: ServiceIdentity,
    /// The settings in force.
    pub settings: Arc<Settings>,
    /// The database.
    pub db: Db,
    /// The published content, ready to send.
    pub content: Arc<ContentStore>,
    /// Files.
    pub storage: Storage,
    /// The numbers about this process.
    pub metrics: Arc<Metrics>,
    /// Memory for the bodies that are arriving.
    pub body_budget: BodyBudget,
    /// Slows down the contact form, which is open to everybody.
    pub contact_limit: Arc<PerMinute>,
    /// Whether the process is stopping.
    pub lifecycle: Arc<Lifecycle>,
}

impl Context {
    /// Builds the parts; nothing is connected, read or started yet.
    pub fn new(service: ServiceIdentity, settings: Settings) -> Context {
        let metrics = Metrics::new(service.name);
        metrics.secondary_secret_weak.set(i64::from(settings.secrets.secondary_is_weak));
        Context {
            service,
            db: Db::new(settings.database.clone()),
            content: Arc::new(ContentStore::default()),
            storage: Storage::new(&settings.storage),
            metrics: Arc::new(metrics),
            body_budget: BodyBudget::new(settings.http.body_memory),
            contact_limit: Arc::new(PerMinute::new(MESSAGES_A_MINUTE)),
            lifecycle: Arc::new(Lifecycle::default()),
            settings: Arc::new(settings),
        }
    }

    /// The context of the app that `request` came to.
    ///
    /// # Errors
    ///
    /// [`Error::Internal`] if the app was built without one.
    pub fn of(request: &HttpRequest) -> Result<&web::Data<Context>, Error> {
        request
            .app_data::<web::Data<Context>>()
            .ok_or_else(|| Error::Internal("the app has no context".to_owned()))
    }

    /// Notes how busy the database pool is; called before metrics are read.
    pub(crate) fn observe_pool(&self) {
        let state = self.db.pool_state();
        self.metrics.database_free.set(i64::from(state.free_turns));
        self.metrics.database_connections.set(i64::from(state.connections));
    }
}
