//! `/delete-account`

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use domain::language::Language;
use server::client_address::ClientPrefix;
use server::context::Context;

use super::form::{Outcome, Page, Submitted, explain};
use super::texts::{deletion, shared};
use super::{html, language};
use crate::account::delete_from_password::delete_account;
use crate::state::Api;

/// `GET /delete-account`: the form.
pub(super) async fn show(request: HttpRequest) -> HttpResponse {
    html(StatusCode::OK, &page(language(&request), String::new(), Outcome::Fresh))
}

/// `POST /delete-account`: deletes, and says what happened. An unknown name reads like a wrong
/// password: the page must not tell who has an account, and a girl who mistyped her name must
/// not believe that her data is gone.
pub(super) async fn submit(
    request: HttpRequest,
    context: web::Data<Context>,
    api: web::Data<Api>,
    from: ClientPrefix,
    form: Submitted,
) -> HttpResponse {
    let language = language(&request);
    let failed = |status, sentence| {
        html(status, &page(language, form.name.clone(), Outcome::Failed(sentence)))
    };
    let texts = shared(language);
    let Some(credentials) = form.credentials() else {
        return failed(StatusCode::BAD_REQUEST, texts.wrong);
    };
    if form.confirmed.is_empty() {
        return failed(StatusCode::BAD_REQUEST, texts.not_confirmed);
    }
    match delete_account(&context, &api, from, &credentials).await {
        Ok(true) => html(StatusCode::OK, &page(language, String::new(), Outcome::Done)),
        Ok(false) => failed(StatusCode::UNAUTHORIZED, texts.wrong),
        Err(error) => {
            let (status, outcome) = explain(&error, texts);
            html(status, &page(language, form.name.clone(), outcome))
        }
    }
}

fn page(language: Language, name: String, outcome: Outcome) -> Page {
    Page {
        others: Language::ALL.into_iter().filter(|other| *other != language).collect(),
        path: "/delete-account",
        texts: deletion(language),
        shared: shared(language),
        language,
        name,
        outcome,
    }
}
