//! Tokens: only what one of the secrets has signed, in the one algorithm, for the app, says who
//! is calling.
#![no_main]

use std::collections::HashMap;
use std::sync::LazyLock;

use api::tokens::{Tokens, Verified};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::secret::Secret;
use fuzz::first_line;
use hmac::{Hmac, KeyInit, Mac};
use libfuzzer_sys::fuzz_target;
use serde_json::Value;
use serde_json::value::RawValue;
use server::body;
use server::settings::Secrets;
use sha2::Sha256;

const PRIMARY: &str = "primary secret of the fuzz targets";
const SECONDARY: &str = "secondary secret of the fuzz targets";

static TOKENS: LazyLock<Tokens> = LazyLock::new(|| tokens(PRIMARY, SECONDARY));
static STRANGERS: LazyLock<Tokens> = LazyLock::new(|| tokens("another secret", ""));

fn tokens(primary: &str, secondary: &str) -> Tokens {
    Tokens::new(&Secrets {
        primary: Secret::new(primary),
        secondary: Secret::new(secondary),
        secondary_is_weak: false,
    })
}

fuzz_target!(|data: &[u8]| {
    let Some((mode, rest)) = data.split_first() else { return };
    let text = body::text(rest.to_vec());
    match mode {
        // Whatever stands in the header of a request.
        b'r' => check(&text),
        // Ours, for any id.
        b'o' => {
            let token = TOKENS.sign(&text, 1_700_000_000).expect("it is signed");
            let id = TOKENS.verify(&token).map(|verified| (verified.id, verified.issued_at));
            assert_eq!(id, (!text.is_empty()).then(|| (text.clone(), 1_700_000_000)));
            assert_eq!(STRANGERS.verify(&token), None);
            changed(&token);
        }
        // Any header and any claims, signed by who knows a secret: the first line is the header.
        _ => {
            let (header, claims) = first_line(&text);
            let secret = if mode.is_multiple_of(2) { PRIMARY } else { SECONDARY };
            let signed = format!("{}.{}", encoded(header), encoded(claims));
            let token = format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature(&signed, secret)));
            check(&token);
            if TOKENS.verify(&token).is_some() {
                changed(&token);
            }
        }
    }
});

fn encoded(text: &str) -> String {
    URL_SAFE_NO_PAD.encode(text)
}

fn signature(message: &str, secret: &str) -> Vec<u8> {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).expect("any key will do");
    mac.update(message.as_bytes());
    mac.finalize().into_bytes().to_vec()
}

/// A token that verifies is right by a reading of its own.
fn check(token: &str) {
    assert_eq!(STRANGERS.verify(token), None, "nobody has signed with that secret");
    if let Some(verified) = TOKENS.verify(token) {
        assert!(is_right(token, &verified), "{token}");
    }
}

fn is_right(token: &str, verified: &Verified) -> bool {
    let Some((message, sent)) = token.rsplit_once('.') else { return false };
    let Some((header, claims)) = message.split_once('.') else { return false };
    let decoded = |part: &str| URL_SAFE_NO_PAD.decode(part).unwrap_or_default();
    let by_one_of_ours =
        [PRIMARY, SECONDARY].iter().any(|secret| signature(message, secret) == decoded(sent));
    let header: Value = serde_json::from_slice(&decoded(header)).unwrap_or_default();
    // Each claim apart: a tree of all of them could not hold a number beyond all floats, which
    // is harmless where nobody reads it.
    let claims = decoded(claims);
    let claims: HashMap<String, &RawValue> = serde_json::from_slice(&claims).unwrap_or_default();
    let claim = |name: &str| -> Value {
        claims.get(name).and_then(|raw| serde_json::from_str(raw.get()).ok()).unwrap_or_default()
    };
    let for_the_app = match claim("aud") {
        Value::Array(audiences) => audiences.iter().any(|audience| audience == "app"),
        audience => audience == "app",
    };
    by_one_of_ours
        && header["alg"] == "HS256"
        && for_the_app
        && !verified.id.is_empty()
        && claim("id") == verified.id
        && claim("secretAnswer").as_str() == verified.secret_answer.as_deref()
        && claim("exp").as_f64().is_none_or(|end| end > 1_700_000_000.0)
}

/// With one letter changed it is no token.
fn changed(token: &str) {
    for at in [0, token.len() / 3, token.len() / 2, token.len() - 4] {
        let other = if token.as_bytes()[at] == b'A' { "B" } else { "A" };
        let mut changed = token.to_owned();
        changed.replace_range(at..=at, other);
        assert_eq!(TOKENS.verify(&changed), None, "{changed}");
    }
}
