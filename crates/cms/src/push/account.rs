//! A service account: who we are to Google.

use std::fmt;
use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ring::rand::SystemRandom;
use ring::signature::{RSA_PKCS1_SHA256, RsaKeyPair};
use serde::Deserialize;

/// A service account from its JSON file.
#[derive(Clone)]
pub struct ServiceAccount {
    /// The project whose phones are written to.
    pub project: String,
    /// The account's address.
    pub email: String,
    /// Where its tokens are to be had.
    pub token_uri: String,
    /// Names the key.
    pub key_id: Option<String>,
    key: Arc<RsaKeyPair>,
}

#[derive(Deserialize)]
struct File {
    #[serde(rename = "type")]
    kind: Option<String>,
    project_id: Option<String>,
    client_email: Option<String>,
    private_key: Option<String>,
    private_key_id: Option<String>,
    #[serde(default = "usual_token_uri")]
    token_uri: String,
}

fn usual_token_uri() -> String {
    "https://oauth2.googleapis.com/token".to_owned()
}

impl ServiceAccount {
    /// Of the text of such a file.
    ///
    /// # Errors
    ///
    /// What is wrong with it, without anything of it.
    pub fn from_json(text: &str) -> Result<ServiceAccount, String> {
        // The reader's own message could repeat a part of the key.
        let file: File = serde_json::from_str(text)
            .map_err(|error| format!("no JSON of a service account (line {})", error.line()))?;
        if file.kind.as_deref() != Some("service_account") {
            return Err("its type is not service_account".to_owned());
        }
        let given = |name: &str, value: Option<String>| {
            value.filter(|value| !value.is_empty()).ok_or_else(|| format!("{name} is missing"))
        };
        let private_key = given("private_key", file.private_key)?;
        Ok(ServiceAccount {
            project: given("project_id", file.project_id)?,
            email: given("client_email", file.client_email)?,
            token_uri: file.token_uri,
            key_id: file.private_key_id,
            key: Arc::new(read_key(&private_key)?),
        })
    }

    /// Signs with RSA and SHA-256.
    ///
    /// # Errors
    ///
    /// A sentence, when the system gives no random bytes.
    pub(super) fn sign(&self, message: &[u8]) -> Result<Vec<u8>, String> {
        let mut signature = vec![0; self.key.public().modulus_len()];
        self.key
            .sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), message, &mut signature)
            .map_err(|_| "the key cannot sign".to_owned())?;
        Ok(signature)
    }
}

/// PEM of PKCS #8, as Google writes it.
fn read_key(pem: &str) -> Result<RsaKeyPair, String> {
    let inside = pem
        .split_once("-----BEGIN PRIVATE KEY-----")
        .and_then(|(_, rest)| rest.split_once("-----END PRIVATE KEY-----"))
        .ok_or("private_key is no PEM of a private key")?;
    let letters: String = inside.0.split_whitespace().collect();
    let bytes = STANDARD.decode(letters).map_err(|_| "private_key is no base64")?;
    RsaKeyPair::from_pkcs8(&bytes).map_err(|_| "private_key is no RSA key of 2,048 bits".to_owned())
}

impl fmt::Debug for ServiceAccount {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("ServiceAccount")
            .field("project", &self.project)
            .finish_non_exhaustive()
    }
}
