//! Who is calling, by the token in the `Authorization` header.

use std::future::Future;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::http::header::AUTHORIZATION;
use actix_web::{FromRequest, HttpRequest, web};
use db::account::{self, TokenState};
use domain::person::parse_id;
use server::context::Context;
use server::error::Error;
use uuid::Uuid;

use crate::state::Api;
use crate::tokens::{Signer, Verified};

/// A girl's phone, by a token that verifies.
///
/// After a password reset its old token is stale but still welcome: the app cannot renew it,
/// and cutting her own phone off would lose her data. See [`FreshAppUser`].
#[derive(Clone, Debug)]
pub struct AppUser {
    /// The account's id. Whether the account still exists is for the handler to find out.
    pub id: Uuid,
    /// The id as spelled in the token: answers repeat that spelling.
    pub id_as_sent: String,
}

/// A phone whose token is from after the last password reset: for what cannot be undone.
#[derive(Clone, Debug)]
pub struct FreshAppUser(pub AppUser);

/// A phone, or nobody: a token that does not verify counts as none, because the phone would
/// send the same one again for ever.
#[derive(Clone, Debug)]
pub struct MaybeAppUser(pub Option<AppUser>);

type Extracted<T> = Pin<Box<dyn Future<Output = Result<T, Error>>>>;

/// How old a token may be.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Grade {
    /// From before a reset too, unless revocation is strict.
    Usual,
    /// From after the last reset.
    Fresh,
    /// Any.
    Lenient,
}

impl FromRequest for AppUser {
    type Error = Error;
    type Future = Extracted<Self>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            identify(&request, Grade::Usual).await?.ok_or_else(|| required(&request))
        })
    }
}

impl FromRequest for FreshAppUser {
    type Error = Error;
    type Future = Extracted<Self>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            identify(&request, Grade::Fresh)
                .await?
                .map(FreshAppUser)
                .ok_or_else(|| required(&request))
        })
    }
}

impl FromRequest for MaybeAppUser {
    type Error = Error;
    type Future = Extracted<Self>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move { Ok(MaybeAppUser(identify(&request, Grade::Lenient).await?)) })
    }
}

/// The message names method and path, as the original's did. The protected paths are fixed
/// texts, so nothing personal is repeated.
fn required(request: &HttpRequest) -> Error {
    Error::AuthorizationRequired(format!("{} {}", request.method(), request.path()))
}

async fn identify(request: &HttpRequest, grade: Grade) -> Result<Option<AppUser>, Error> {
    let api = request
        .app_data::<web::Data<Api>>()
        .ok_or_else(|| Error::Internal("the app has no api state".to_owned()))?;
    let Some(token) = token(request) else { return Ok(None) };
    let Some(verified) = api.tokens.verify(token) else { return Ok(None) };
    let Some(id) = parse_id(&verified.id) else { return Ok(None) };
    let bound = api.settings.bound_secondary && verified.signer == Signer::Secondary;
    let must_be_fresh = match grade {
        Grade::Usual => api.settings.strict_revocation,
        Grade::Fresh => true,
        Grade::Lenient => false,
    };
    if bound || must_be_fresh {
        let state = Context::of(request)?
            .db
            .run(move |connection| Ok(account::token_state(connection, id)?))
            .await?;
        if (bound && !is_bound(&verified, &state)) || (must_be_fresh && is_stale(&verified, &state))
        {
            return Ok(None);
        }
    }
    Ok(Some(AppUser { id, id_as_sent: verified.id }))
}

/// The token: behind `Bearer` in any case, or bare, as some versions send it.
fn token(request: &HttpRequest) -> Option<&str> {
    let header = request.headers().get(AUTHORIZATION)?.to_str().ok()?.trim();
    let token = match header.split_once(' ') {
        Some((scheme, token)) if scheme.eq_ignore_ascii_case("bearer") => token.trim(),
        _ => header,
    };
    (!token.is_empty()).then_some(token)
}

fn is_stale(token: &Verified, state: &TokenState) -> bool {
    state.valid_after.is_some_and(|valid_after| token.issued_at < valid_after)
}

fn is_bound(token: &Verified, state: &TokenState) -> bool {
    token.secret_answer.is_some() && token.secret_answer == state.memorable_answer
}
