//! Keyed hashes: what stands in the database, or in an answer, for something that must not.

use db::sign_in::{AccountKey, AddressKey};
use domain::account::LookupName;
use domain::secret::Secret;
use server::client_address::ClientPrefix;
use server::credentials::keyed::keyed;
use server::settings::Secrets;
use uuid::Uuid;

/// Derives keyed hashes from the application secret. After a rotation, what was recorded
/// before is found under the secondary secret where it must be, and else simply expires.
pub struct Keys {
    primary: Secret,
    secondary: Secret,
}

impl Keys {
    /// Takes the secrets in force.
    pub fn new(secrets: &Secrets) -> Keys {
        Keys { primary: secrets.primary.clone(), secondary: secrets.secondary.clone() }
    }

    /// Stands for the account a name means, or would mean.
    pub fn account(&self, name_hash: &str) -> AccountKey {
        AccountKey(keyed(&self.primary, "throttle.account", name_hash))
    }

    /// Every key under which tries for a name may have been recorded.
    pub fn accounts(&self, name_hash: &str) -> Vec<AccountKey> {
        [&self.primary, &self.secondary]
            .into_iter()
            .filter(|secret| !secret.is_empty())
            .map(|secret| AccountKey(keyed(secret, "throttle.account", name_hash)))
            .collect()
    }

    /// Stands for a girl who has been erased.
    pub fn erased(&self, id: Uuid) -> Vec<u8> {
        keyed(&self.primary, "erasure.person", &id.to_string())
    }

    /// Everything that may stand for a girl who has been erased.
    pub fn all_erased(&self, id: Uuid) -> Vec<Vec<u8>> {
        [&self.primary, &self.secondary]
            .into_iter()
            .filter(|secret| !secret.is_empty())
            .map(|secret| keyed(secret, "erasure.person", &id.to_string()))
            .collect()
    }

    /// Stands for the name of a girl who has been erased.
    pub fn erased_name(&self, name_hash: &str) -> Vec<u8> {
        keyed(&self.primary, "erasure.name", name_hash)
    }

    /// Stands for a network.
    pub fn address(&self, prefix: ClientPrefix) -> AddressKey {
        AddressKey(keyed(&self.primary, "throttle.address", &prefix.text()))
    }

    /// A UUID that stands for the account of a name wherever its real id must not be told:
    /// always the same for one name, and impossible to compute without the secret.
    pub fn decoy_id(&self, name: &LookupName) -> Uuid {
        let bytes = keyed(&self.primary, "account.decoy", &name.trimmed);
        let mut id = [0; 16];
        id.copy_from_slice(&bytes[..16]);
        uuid::Builder::from_random_bytes(id).into_uuid()
    }
}
