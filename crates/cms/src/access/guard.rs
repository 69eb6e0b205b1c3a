//! What stands in front of every route: is this the browser's own page calling, is she signed
//! in, may she.

use actix_web::HttpMessage;
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::Next;
use server::error::Error;

use super::Need;
use crate::sign_in::current_editor;

/// Lets a request through to its handler when its caller meets `need`.
pub(super) async fn check<B: MessageBody + 'static>(
    need: Need,
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, actix_web::Error> {
    let editor = current_editor(request.request()).await?;
    match (need, &editor) {
        (Need::Public, _) | (Need::SignedIn, Some(_)) => {}
        (Need::Ability(ability), Some(editor)) if editor.may(ability) => {}
        (Need::Ability(_), Some(_)) => {
            return Err(Error::Forbidden("your role may not do this").into());
        }
        (_, None) => {
            return Err(Error::AuthorizationRequired("this address".to_owned()).into());
        }
    }
    if let Some(editor) = editor {
        request.extensions_mut().insert(editor);
    }
    next.call(request).await
}
