//! `/account/*`: one file per verb.

pub mod delete;
pub mod delete_from_password;
pub mod edit_info;
pub mod edit_secret_answer;
pub mod export;
pub mod fields;
pub mod info;
pub mod login;
pub mod replace_store;
pub mod reset_password;
pub mod session;
pub mod signup;
pub mod update_avatar;
pub mod update_verified_dates;

use actix_web::web;
use serde::Serialize;
use utoipa::ToSchema;

/// Adds every account route.
pub fn routes(config: &mut web::ServiceConfig) {
    let account = web::scope("/account")
        // A scope of its own: scopes are found by comparing text, and only inside this one is
        // a regular expression tried.
        .service(web::scope("/info").route("/{name}", web::get().to(info::info)))
        .route("/signup", web::post().to(signup::signup))
        .route("/login", web::post().to(login::login))
        .route("/replace-store", web::post().to(replace_store::replace_store))
        .route("/edit-info", web::post().to(edit_info::edit_info))
        .route("/edit-secret-answer", web::post().to(edit_secret_answer::edit_secret_answer))
        .route("/reset-password", web::post().to(reset_password::reset_password))
        .route("/delete", web::post().to(delete::delete))
        .route("/delete-from-password", web::post().to(delete_from_password::delete_from_password))
        .route("/update-avatar", web::post().to(update_avatar::update_avatar))
        .route(
            "/update-verified-dates",
            web::post().to(update_verified_dates::update_verified_dates),
        )
        .route("/export", web::post().to(export::export));
    config.service(account);
}

/// The answer of routes that only say whose account they changed.
#[derive(Serialize, ToSchema)]
pub struct Done {
    /// The account's id, as spelled in the token.
    #[serde(rename = "userId")]
    pub user_id: String,
}
