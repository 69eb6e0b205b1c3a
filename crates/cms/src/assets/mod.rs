//! The files that pages are served with: style, scripts, icons. They are compiled in,
//! compressed once per process, and addressed by their content, so that a browser keeps them
//! for ever and an update is seen at once.

mod file;

use std::sync::LazyLock;

use actix_web::http::header::IF_NONE_MATCH;
use actix_web::{HttpRequest, HttpResponse, web};
use server::error::Error;

use file::File;

/// Every file by its name under `/static/`.
static FILES: LazyLock<Vec<File>> = LazyLock::new(|| {
    vec![
        File::new("bootstrap.css", include_bytes!("../../static/vendor/bootstrap.min.css")),
        File::new("app.css", include_bytes!("../../static/app.css")),
        File::new("theme.js", include_bytes!("../../static/theme.js")),
        File::new("htmx.js", include_bytes!("../../static/vendor/htmx.min.js")),
        File::new("sortable.js", include_bytes!("../../static/vendor/sortable.min.js")),
        File::new("app.js", include_bytes!("../../static/app.js")),
        File::new("licence.txt", include_bytes!("../../../../LICENSE")),
        File::new("blocks.js", include_bytes!("../../static/blocks.js")),
        File::new("presence.js", include_bytes!("../../static/presence.js")),
        File::new("autosave.js", include_bytes!("../../static/autosave.js")),
        File::new("surveys.js", include_bytes!("../../static/surveys.js")),
        File::new("writing.js", include_bytes!("../../static/writing.js")),
        File::new("icons.svg", include_bytes!("../../static/vendor/icons.svg")),
    ]
});

/// The address of the file `name`, for a template. It names the content, so it changes with
/// it.
pub fn url(name: &str) -> &'static str {
    FILES.iter().find(|file| file.name == name).map_or("/static/", |file| &file.url)
}

/// Adds the route. It stands outside the sessions: a file is the same for everybody, and
/// fetching one is no sign that an editor is at her desk.
pub(crate) fn routes(config: &mut web::ServiceConfig) {
    config.route("/static/{file}", web::get().to(show));
}

/// `GET /static/{file}`.
async fn show(request: HttpRequest, name: web::Path<String>) -> Result<HttpResponse, Error> {
    let file = FILES
        .iter()
        .find(|file| file.name == name.as_str())
        .ok_or(Error::NotFound("no such file"))?;
    let known = request.headers().get_all(IF_NONE_MATCH).any(|tags| file.is_among(tags));
    // While instances of two revisions run side by side, one of them may be asked for what
    // only the other has. Then its answer must not stay.
    let is_asked_for = request.query_string() == file.version();
    Ok(file.answer(request.headers(), known, is_asked_for))
}
