//! The limit of the content rows: an HTTP server of the same library that answers fixed bytes
//! and does nothing else.

use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::time::Duration;

use actix_web::http::StatusCode;
use actix_web::http::header::{HeaderName, HeaderValue};
use actix_web::{App, HttpResponse, HttpServer, web};
use bytes::Bytes;

use crate::Outcome;

/// What to serve.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The port on 127.0.0.1.
    #[arg(long)]
    port: u16,
    /// Where the files are, as `write` makes them.
    #[arg(long)]
    directory: PathBuf,
    /// Threads that answer requests.
    #[arg(long)]
    workers: usize,
}

/// An answer that is always the same.
#[derive(Clone)]
struct Fixed {
    path: String,
    status: StatusCode,
    headers: Vec<(HeaderName, HeaderValue)>,
    body: Bytes,
}

/// Leaves an answer for the server to be found: `NAME.head`, whose first line is the status
/// and whose others are headers, and `NAME.body`.
///
/// # Errors
///
/// When the files cannot be written.
pub(crate) fn write(
    directory: &Path,
    name: &str,
    status: u16,
    headers: &[String],
    body: &[u8],
) -> Outcome<()> {
    std::fs::write(
        directory.join(format!("{name}.head")),
        format!("{status}\n{}", headers.join("\n")),
    )?;
    std::fs::write(directory.join(format!("{name}.body")), body)?;
    Ok(())
}

/// Serves every answer of the directory under its name, until the process is ended.
///
/// # Errors
///
/// When the files cannot be read or the port cannot be had.
pub(crate) fn serve(arguments: &Arguments) -> Outcome<()> {
    let answers = read(&arguments.directory)?;
    actix_web::rt::System::new().block_on(async move {
        HttpServer::new(move || {
            let mut app = App::new().route("/health", web::get().to(HttpResponse::Ok));
            for answer in &answers {
                let fixed = answer.clone();
                app = app.route(
                    &answer.path,
                    web::get().to(move || std::future::ready(respond(&fixed))),
                );
            }
            app
        })
        .workers(arguments.workers)
        .keep_alive(Duration::from_secs(75))
        .bind(("127.0.0.1", arguments.port))?
        .run()
        .await
    })?;
    Ok(())
}

fn respond(fixed: &Fixed) -> HttpResponse {
    let mut response = HttpResponse::build(fixed.status).body(fixed.body.clone());
    for (name, value) in &fixed.headers {
        response.headers_mut().insert(name.clone(), value.clone());
    }
    response
}

fn read(directory: &Path) -> Outcome<Vec<Fixed>> {
    let mut answers = Vec::new();
    for entry in std::fs::read_dir(directory)? {
        let file = entry?.path();
        let Some(name) = file.file_name().and_then(|name| name.to_str()?.strip_suffix(".head"))
        else {
            continue;
        };
        let head = std::fs::read_to_string(&file)?;
        let mut lines = head.lines();
        let status = lines.next().unwrap_or_default().parse()?;
        let mut headers = Vec::new();
        for line in lines {
            let (name, value) = line.split_once(": ").ok_or("a header line without a colon")?;
            headers.push((HeaderName::from_str(name)?, HeaderValue::from_str(value)?));
        }
        let body = std::fs::read(directory.join(format!("{name}.body")))?.into();
        answers.push(Fixed {
            path: format!("/{name}"),
            status: StatusCode::from_u16(status)?,
            headers,
            body,
        });
    }
    Ok(answers)
}
