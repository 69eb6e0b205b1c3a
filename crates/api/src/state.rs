//! What the api has beside the shared context.

use std::sync::Arc;

use domain::account::LookupName;
use server::context::Context;
use server::credentials::gate::Gate;
use server::credentials::hasher::Hasher;
use server::rate_limit::PerMinute;

use crate::credentials::Credentials;
use crate::credentials::keys::Keys;
use crate::settings::ApiSettings;
use crate::tokens::Tokens;

/// Questions a minute, from one network prefix, whether a name exists. A class signing up
/// together stays far below, since the app asks half a second after the last keystroke.
const INFO_A_MINUTE: u32 = 600;

/// Everything the api's handlers need; one per process.
pub struct Api {
    /// The api's settings.
    pub settings: ApiSettings,
    /// Signs and verifies app tokens.
    pub tokens: Tokens,
    /// Checks passwords and secret answers.
    pub credentials: Credentials,
    /// Slows down the question whether a name exists.
    pub info_limit: PerMinute,
}

impl Api {
    /// Builds the parts and starts the hashing threads.
    ///
    /// # Errors
    ///
    /// When the operating system gives no threads.
    pub fn new(context: &Context, settings: ApiSettings) -> std::io::Result<Api> {
        let cores = std::thread::available_parallelism().map_or(2, usize::from);
        let hasher = Hasher::start(
            cores,
            settings.hash_queue,
            settings.bcrypt_cost,
            Arc::clone(&context.metrics),
        )?;
        Ok(Api {
            tokens: Tokens::new(&context.settings.secrets),
            credentials: Credentials {
                db: context.db.clone(),
                metrics: Arc::clone(&context.metrics),
                keys: Keys::new(&context.settings.secrets),
                gate: Gate::new(cores),
                hasher,
            },
            info_limit: PerMinute::new(INFO_A_MINUTE),
            settings,
        })
    }

    /// The stable stand-in for an account's id.
    pub fn decoy_id(&self, name: &LookupName) -> uuid::Uuid {
        self.credentials.keys.decoy_id(name)
    }
}
