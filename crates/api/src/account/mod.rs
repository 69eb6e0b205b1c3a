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
    config
        .route("/account/info/{name}", web::get().to(info::info))
        .route("/account/signup", web::post().to(signup::signup))
        .route("/account/login", web::post().to(login::login))
        .route("/account/replace-store", web::post().to(replace_store::replace_store))
        .route("/account/edit-info", web::post().to(edit_info::edit_info))
        .route(
            "/account/edit-secret-answer",
            web::post().to(edit_secret_answer::edit_secret_answer),
        )
        .route("/account/reset-password", web::post().to(reset_password::reset_password))
        .route("/account/delete", web::post().to(delete::delete))
        .route(
            "/account/delete-from-password",
            web::post().to(delete_from_password::delete_from_password),
        )
        .route("/account/update-avatar", web::post().to(update_avatar::update_avatar))
        .route(
            "/account/update-verified-dates",
            web::post().to(update_verified_dates::update_verified_dates),
        )
        .route("/account/export", web::post().to(export::export));
}

/// The answer of routes that only say whose account they changed.
#[derive(Serialize, ToSchema)]
pub struct Done {
    /// The account's id, as spelled in the token.
    #[serde(rename = "userId")]
    pub user_id: String,
}
