//! App tokens: JSON Web Tokens that phones keep for ever.
//!
//! The app cannot renew a token, so none expires. Phones hold two historical forms, one with
//! only the id and one with the whole user inside; both verify with either secret, and of
//! both only the id counts.

mod hs256;

use domain::secret::Secret;
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use serde::{Deserialize, Serialize};
use server::error::Error;
use server::settings::Secrets;

/// Signs and verifies.
pub struct Tokens {
    signing: EncodingKey,
    verifying: Vec<(Signer, DecodingKey)>,
    validation: Validation,
}

/// Which secret a token was signed with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signer {
    /// `APPLICATION_SECRET`.
    Primary,
    /// `SECONDARY_APPLICATION_SECRET`.
    Secondary,
}

/// A token that verified.
#[derive(Clone, Debug, PartialEq)]
pub struct Verified {
    /// The account's id, as spelled in the token.
    pub id: String,
    /// When it was signed, in seconds since the epoch; tokens without it count as oldest.
    pub issued_at: i64,
    /// With which secret.
    pub signer: Signer,
    /// The secret-answer hash that the older form carries.
    pub secret_answer: Option<String>,
}

#[derive(Serialize)]
struct Signed<'a> {
    id: &'a str,
    iat: i64,
    aud: &'a str,
}

#[derive(Deserialize)]
struct Claims {
    // A text and nothing else: an object here once became a database query.
    id: String,
    #[serde(default)]
    iat: serde_json::Value,
    #[serde(default, rename = "secretAnswer")]
    secret_answer: serde_json::Value,
}

const AUDIENCE: &str = "app";

impl Tokens {
    /// Takes the secrets in force.
    pub fn new(secrets: &Secrets) -> Tokens {
        hs256::install();
        let key = |secret: &Secret| DecodingKey::from_secret(secret.expose().as_bytes());
        let mut verifying = vec![(Signer::Primary, key(&secrets.primary))];
        if !secrets.secondary.is_empty() {
            verifying.push((Signer::Secondary, key(&secrets.secondary)));
        }
        let mut validation = Validation::new(Algorithm::HS256);
        validation.set_audience(&[AUDIENCE]);
        validation.set_required_spec_claims(&["aud"]);
        // Ours never have `exp` or `nbf`; a token that has them means them.
        validation.leeway = 0;
        validation.validate_nbf = true;
        Tokens {
            signing: EncodingKey::from_secret(secrets.primary.expose().as_bytes()),
            verifying,
            validation,
        }
    }

    /// A token for the account `id`, in the spelling its phone uses, signed at `now` (seconds
    /// since the epoch).
    ///
    /// # Errors
    ///
    /// [`Error::Internal`] if signing fails, which needs a broken key.
    pub fn sign(&self, id: &str, now: i64) -> Result<String, Error> {
        let claims = Signed { id, iat: now, aud: AUDIENCE };
        jsonwebtoken::encode(&Header::new(Algorithm::HS256), &claims, &self.signing)
            .map_err(|error| Error::Internal(format!("a token could not be signed: {error}")))
    }

    /// What a token says, if it verifies with one of the secrets.
    pub fn verify(&self, token: &str) -> Option<Verified> {
        self.verifying.iter().find_map(|(signer, key)| {
            let claims = jsonwebtoken::decode::<Claims>(token, key, &self.validation).ok()?.claims;
            (!claims.id.is_empty()).then(|| Verified {
                id: claims.id,
                issued_at: seconds(&claims.iat),
                signer: *signer,
                secret_answer: claims.secret_answer.as_str().map(str::to_owned),
            })
        })
    }
}

fn seconds(iat: &serde_json::Value) -> i64 {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a float cast saturates, and a token's time is whole"
    )]
    iat.as_i64().or_else(|| iat.as_f64().map(|seconds| seconds as i64)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

    use domain::secret::Secret;
    use jsonwebtoken::{Algorithm, EncodingKey, Header};
    use serde_json::{Value, json};
    use server::settings::Secrets;

    use super::{Signer, Tokens};

    const ID: &str = "5b6d2c7e-1111-4222-8333-944455566677";

    fn tokens() -> Tokens {
        Tokens::new(&Secrets {
            primary: Secret::new("primary secret of the tests, 32 bytes"),
            secondary: Secret::new("old secret"),
            secondary_is_weak: true,
        })
    }

    fn signed(claims: &Value, secret: &str) -> String {
        super::hs256::install();
        let key = EncodingKey::from_secret(secret.as_bytes());
        jsonwebtoken::encode(&Header::new(Algorithm::HS256), claims, &key).unwrap()
    }

    #[test]
    fn ours_hold_id_time_and_audience_and_nothing_else() {
        let token = tokens().sign(ID, 1_700_000_000).unwrap();
        let mut parts = token.split('.');
        assert_eq!(parts.next().unwrap(), "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9");
        let verified = tokens().verify(&token).unwrap();
        assert_eq!(
            (verified.id.as_str(), verified.issued_at, verified.signer),
            (ID, 1_700_000_000, Signer::Primary)
        );
    }

    #[test]
    fn what_verifies_and_what_does_not() {
        let primary = "primary secret of the tests, 32 bytes";
        let old_form = json!({"id": ID, "dateOfBirth": "x", "secretAnswer": "hash", "metadata": {"periodDates": []},
            "iat": 1, "aud": "app"});
        let cases = [
            ("short form", json!({"id": ID, "iat": 1, "aud": "app"}), primary, true),
            ("old form", old_form.clone(), primary, true),
            ("old form, old secret", old_form, "old secret", true),
            ("wrong secret", json!({"id": ID, "iat": 1, "aud": "app"}), "other", false),
            ("no audience", json!({"id": ID, "iat": 1}), primary, false),
            ("other audience", json!({"id": ID, "iat": 1, "aud": "web"}), primary, false),
            (
                "a list of audiences",
                json!({"id": ID, "iat": 1, "aud": ["web", "app"]}),
                primary,
                true,
            ),
            ("no iat", json!({"id": ID, "aud": "app"}), primary, true),
            (
                "iat in the future",
                json!({"id": ID, "iat": 9_999_999_999_i64, "aud": "app"}),
                primary,
                true,
            ),
            ("expired", json!({"id": ID, "aud": "app", "exp": 1}), primary, false),
            ("exp is no number", json!({"id": ID, "aud": "app", "exp": "soon"}), primary, false),
            (
                "not yet expired",
                json!({"id": ID, "aud": "app", "exp": 9_999_999_999_i64}),
                primary,
                true,
            ),
            (
                "not yet valid",
                json!({"id": ID, "aud": "app", "nbf": 9_999_999_999_i64}),
                primary,
                false,
            ),
            ("no id", json!({"aud": "app"}), primary, false),
            ("empty id", json!({"id": "", "aud": "app"}), primary, false),
            ("id is an object", json!({"id": {"a": 1}, "aud": "app"}), primary, false),
        ];
        for (name, claims, secret, good) in cases {
            assert_eq!(tokens().verify(&signed(&claims, secret)).is_some(), good, "{name}");
        }
        for garbage in
            ["", "a.b.c", "Bearer", "eyJhbGciOiJub25lIn0.eyJpZCI6IngiLCJhdWQiOiJhcHAifQ."]
        {
            assert!(tokens().verify(garbage).is_none(), "{garbage}");
        }
    }
}
