//! The pictures of the handbook.

use actix_web::http::header::CACHE_CONTROL;
use actix_web::{HttpResponse, web};
use domain::language::Language;
use server::error::Error;

macro_rules! pictures {
    ($($name:literal),+ $(,)?) => {
        &[$(
            (concat!($name, ".en.jpg"), include_bytes!(concat!("pictures/", $name, ".en.jpg"))),
            (concat!($name, ".ne.jpg"), include_bytes!(concat!("pictures/", $name, ".ne.jpg"))),
        )+]
    };
}

/// Name and bytes of each picture.
const PICTURES: &[(&str, &[u8])] = pictures![
    "figures",
    "find",
    "inbox",
    "nepali",
    "notify",
    "release",
    "spreadsheet",
    "start",
    "translate",
    "write",
];

/// The file of the picture `name` in a language, if there is one.
pub(super) fn file(name: &str, language: Language) -> Option<&'static str> {
    let wanted = format!("{name}.{}.jpg", language.code());
    PICTURES.iter().map(|(file, _)| *file).find(|file| *file == wanted)
}

/// `GET /handbook/pictures/{name}`
pub(super) async fn show(path: web::Path<String>) -> Result<HttpResponse, Error> {
    let found = PICTURES.iter().find(|(file, _)| *file == path.as_str());
    let (_, bytes) = found.ok_or(Error::NotFound("there is no such picture"))?;
    Ok(HttpResponse::Ok()
        .content_type("image/jpeg")
        .insert_header((CACHE_CONTROL, "private, max-age=86400"))
        .body(*bytes))
}
