//! What stands in front of every route: is this the browser's own page calling, is she signed
//! in, may she.

use actix_web::body::{BoxBody, EitherBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::Next;
use actix_web::{HttpMessage, HttpRequest};
use server::error::Error;

use super::{Editor, Need, cross_site};
use crate::pages;
use crate::sign_in::current_editor;
use crate::state::Cms;

/// What a program is told whose editor has to set up codes first; a browser is led there.
const SET_UP_TOTP: &str = "your role has to sign in with codes: set them up first";

/// Lets a request through to its handler when its caller meets `need`.
pub(super) async fn check<B: MessageBody + 'static>(
    need: Need,
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B, BoxBody>>, actix_web::Error> {
    match admit(need, request.request()).await {
        Ok(editor) => {
            if let Some(editor) = editor {
                request.extensions_mut().insert(editor);
            }
            next.call(request).await.map(ServiceResponse::map_into_left_body)
        }
        Err(Error::Forbidden(SET_UP_TOTP)) if pages::wants_page(request.request()) => {
            let (request, _) = request.into_parts();
            let answer = pages::see_other("/account/two-step");
            Ok(ServiceResponse::new(request, answer).map_into_right_body())
        }
        // As an answer and not as an error: whoever turns it into a page needs the request.
        Err(error) => {
            let (request, _) = request.into_parts();
            Ok(ServiceResponse::from_err(error, request).map_into_right_body())
        }
    }
}

/// Lets everybody through, and says who she is: for the page that tells her there is nothing.
pub(crate) async fn recognise<B: MessageBody + 'static>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B, BoxBody>>, actix_web::Error> {
    check(Need::Public, request, next).await
}

/// Who is calling, if she meets `need`.
async fn admit(need: Need, request: &HttpRequest) -> Result<Option<Editor>, Error> {
    if !cross_site::allows(request, Cms::of(request)?.settings.public_host.as_deref()) {
        return Err(Error::Forbidden("the request comes from another site"));
    }
    let editor = match current_editor(request).await {
        // What everybody may see can be seen while the database is away.
        Err(_) if need == Need::Public => None,
        found => found?,
    };
    if let Some(editor) = &editor
        && editor.must_set_up_totp
        && need != Need::Public
        && !request.path().starts_with("/account")
    {
        return Err(Error::Forbidden(SET_UP_TOTP));
    }
    match (need, &editor) {
        (Need::Public, _) | (Need::SignedIn, Some(_)) => Ok(editor),
        (Need::Ability(ability), Some(caller)) if caller.may(ability) => Ok(editor),
        (Need::Ability(_), Some(_)) => Err(Error::Forbidden("your role may not do this")),
        (_, None) => {
            let asked = format!("{} {}", request.method(), request.path());
            Err(Error::AuthorizationRequired(asked))
        }
    }
}
