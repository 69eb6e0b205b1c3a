//! Access tokens: we sign who we are, and Google gives a token for an hour.

use std::time::{Duration, Instant};

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use reqwest::Client;
use serde::Deserialize;
use serde_json::json;
use server::clock;
use tokio::sync::Mutex;

use super::ServiceAccount;
use super::fcm::{self, NotSent};

/// What the token is to allow.
const SCOPE: &str = "https://www.googleapis.com/auth/firebase.messaging";

/// How long what we sign holds.
const VALID_SECONDS: i64 = 3600;

/// So long before its end a token is not used any more.
const MARGIN: Duration = Duration::from_secs(60);

/// The token in hand. Who needs one waits for whoever is fetching it.
#[derive(Default)]
pub(super) struct Tokens(Mutex<Option<Token>>);

struct Token {
    text: String,
    until: Instant,
}

#[derive(Deserialize)]
struct Granted {
    access_token: String,
    expires_in: u64,
}

impl Tokens {
    /// A token that holds for a while yet.
    pub(super) async fn get(
        &self,
        client: &Client,
        account: &ServiceAccount,
    ) -> Result<String, NotSent> {
        let mut held = self.0.lock().await;
        if let Some(token) = held.as_ref().filter(|token| token.until > Instant::now()) {
            return Ok(token.text.clone());
        }
        let granted = fetch(client, account).await?;
        let lasts = Duration::from_secs(granted.expires_in);
        let until = Instant::now() + lasts.saturating_sub(MARGIN);
        let text = granted.access_token;
        *held = Some(Token { text: text.clone(), until });
        Ok(text)
    }

    /// Forgets the token: it was refused.
    pub(super) async fn forget(&self) {
        *self.0.lock().await = None;
    }
}

async fn fetch(client: &Client, account: &ServiceAccount) -> Result<Granted, NotSent> {
    let assertion = assertion(account).map_err(|reason| {
        log::error!("push: {reason}");
        NotSent::refused("credentials")
    })?;
    let form = [
        ("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer"),
        ("assertion", assertion.as_str()),
    ];
    // Nothing has been sent to phones yet: whatever goes wrong on the way may be tried again.
    let away = |_| NotSent::Again { error: "network", after: None };
    let response = client.post(&account.token_uri).form(&form).send().await.map_err(away)?;
    let status = response.status().as_u16();
    let after = fcm::retry_after(&response);
    match status {
        200 => response.json().await.map_err(|_| NotSent::Again { error: "busy", after: None }),
        408 | 429 | 500..=599 => Err(NotSent::Again { error: "busy", after }),
        _ => {
            log::error!("push: no access token: {status}");
            Err(NotSent::refused("credentials"))
        }
    }
}

/// A JSON web token that says who we are and what we want.
fn assertion(account: &ServiceAccount) -> Result<String, String> {
    let now = clock::now().millis() / 1000;
    let header = json!({ "alg": "RS256", "typ": "JWT", "kid": account.key_id });
    let claims = json!({
        "iss": account.email,
        "scope": SCOPE,
        "aud": account.token_uri,
        "iat": now,
        "exp": now + VALID_SECONDS,
    });
    let encode = |bytes: &[u8]| URL_SAFE_NO_PAD.encode(bytes);
    let signed = format!(
        "{}.{}",
        encode(header.to_string().as_bytes()),
        encode(claims.to_string().as_bytes())
    );
    let signature = account.sign(signed.as_bytes())?;
    Ok(format!("{signed}.{}", encode(&signature)))
}
