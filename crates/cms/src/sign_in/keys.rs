//! Keyed hashes of what is recorded about tries to sign in.

use db::sign_in::{AccountKey, AddressKey};
use domain::secret::Secret;
use server::client_address::ClientPrefix;
use server::credentials::keyed::keyed;

/// Derives keyed hashes from the secret of sessions. After it is changed, what was recorded
/// before is not found, and expires.
pub struct Keys {
    secret: Secret,
}

impl Keys {
    /// Under `secret`.
    pub fn new(secret: &Secret) -> Keys {
        Keys { secret: secret.clone() }
    }

    /// Stands for the editor of a name, or for a name that nobody has.
    pub fn account(&self, username: &str) -> AccountKey {
        AccountKey(keyed(&self.secret, "editor.account", username))
    }

    /// Stands for a network.
    pub fn address(&self, prefix: ClientPrefix) -> AddressKey {
        AddressKey(keyed(&self.secret, "editor.address", &prefix.text()))
    }
}
