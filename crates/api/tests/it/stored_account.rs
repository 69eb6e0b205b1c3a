//! Accounts that exist already, as the original service has stored them.

use std::sync::LazyLock;

use domain::account::name_hash;
use serde_json::Value;
use uuid::Uuid;

use crate::phone::{ANSWER, Girl, PASSWORD};
use crate::service::Service;
use crate::token;

/// A row of `oky_user`.
pub(crate) struct StoredAccount {
    pub(crate) id: String,
    pub(crate) name_hash: String,
    pub(crate) password_hash: String,
    pub(crate) answer_hash: String,
}

impl StoredAccount {
    /// An account with everybody's password and answer, under the name exactly as written.
    pub(crate) fn named(name: &str) -> StoredAccount {
        StoredAccount {
            id: Uuid::new_v4().to_string(),
            name_hash: name_hash(name),
            password_hash: PASSWORD_HASH.clone(),
            answer_hash: ANSWER_HASH.clone(),
        }
    }

    /// The same with another password.
    pub(crate) fn password(self, password: &str) -> StoredAccount {
        StoredAccount { password_hash: hash(password), ..self }
    }

    pub(crate) fn store(&self, service: &Service) {
        let StoredAccount { id, name_hash, password_hash, answer_hash } = self;
        service.database.execute(&format!(
            "INSERT INTO oky_user (id, date_of_birth, gender, location, country, province, \"nameHash\",
                 \"passwordHash\", \"memorableQuestion\", \"memorableAnswer\", date_signed_up, metadata, avatar)
             VALUES ('{id}', '2010-02-02', 'Female', 'Urban', 'NP', '3', '{name_hash}',
                 '{password_hash}', 'favourite_actor', '{answer_hash}', '2024-03-01 08:00:00.123',
                 '{{\"isProfileUpdateSkipped\":true}}', '{{\"customAvatarUnlocked\":false}}')"
        ));
    }
}

impl Service {
    /// A girl who has had an account for long, and a token on her phone.
    pub(crate) fn girl(&self, name: &str) -> Girl {
        let account = StoredAccount::named(name);
        account.store(self);
        let token = token::of(&account.id);
        let phone = self.phone().with_token(&token);
        Girl { id: account.id, name: name.to_owned(), phone, token }
    }

    /// An account's row, each column as JSON.
    pub(crate) fn row(&self, id: &str) -> Value {
        let query =
            format!("SELECT row_to_json(oky_user)::text AS text FROM oky_user WHERE id = '{id}'");
        serde_json::from_str(&self.database.text(&query)).unwrap()
    }
}

/// A hash as the original makes it.
pub(crate) fn hash(text: &str) -> String {
    bcrypt::hash(text, 10).unwrap()
}

// Hashing takes long, so everybody shares these.
static PASSWORD_HASH: LazyLock<String> = LazyLock::new(|| hash(PASSWORD));
static ANSWER_HASH: LazyLock<String> = LazyLock::new(|| hash(ANSWER));
