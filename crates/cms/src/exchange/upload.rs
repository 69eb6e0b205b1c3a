//! Takes a file and has it converted.

use std::sync::Arc;

use actix_web::dev::Payload;
use actix_web::http::header::ACCEPT;
use actix_web::{HttpRequest, HttpResponse, web};
use domain::exchange::locale;
use domain::exchange::report::Weight;
use serde_json::json;
use server::answer;
use server::error::Error;
use uuid::Uuid;

use super::conversion::{Conversion, Made, Sent};
use super::form_data::{self, Sheet};
use super::page::{self, Chosen, Complaint};
use super::workbook::{Blank, Ids, Options};
use super::{download, import, words, work};
use crate::access::Editor;
use crate::files;
use crate::form::Submitted;
use crate::pages::{Frame, see_other, wants_page};
use crate::state::Cms;
use crate::texts::Texts;

/// Most bytes of a file that is converted while its sender waits; a larger one is a job.
const AT_ONCE: usize = 1024 * 1024;

/// The body of a request as it arrives, for handlers that read it themselves.
pub(crate) struct Arriving(pub(crate) Payload);

impl actix_web::FromRequest for Arriving {
    type Error = Error;
    type Future = std::future::Ready<Result<Self, Error>>;

    fn from_request(_: &HttpRequest, payload: &mut Payload) -> Self::Future {
        std::future::ready(Ok(Arriving(payload.take())))
    }
}

/// `POST /data/upload-…`, multipart `spreadsheet`, `locale`, `blank`, `ids`: a browser is sent
/// to the report; a program gets the result at once, or, asking for JSON, the report.
pub(super) async fn upload(
    conversion: Conversion,
    request: HttpRequest,
    Arriving(payload): Arriving,
    frame: Frame,
    editor: Editor,
    cms: web::Data<Cms>,
) -> Result<HttpResponse, Error> {
    let data = form_data::read(&request, payload).await?;
    let page = wants_page(&request);
    let chosen = chosen(&data.fields, &editor);
    let complain = |file: &str, locale: &str, chosen| Complaint {
        conversion: Some(conversion),
        file: file.to_owned(),
        locale: locale.to_owned(),
        chosen,
    };
    let Some(options) = options(&chosen) else {
        if page {
            let complaint = complain("", &frame.t("exchange-locale-unknown"), chosen);
            return page::render(frame, &editor, &cms, complaint).await;
        }
        return Err(Error::bad("locale is no language code"));
    };
    let Sheet { name: file_name, bytes: file } = match data.file {
        Ok(sheet) => sheet,
        Err(refused) if page => {
            let said = match refused {
                files::Refused::TooLarge => frame.t("exchange-file-too-large"),
                _ => frame.t("exchange-file-missing"),
            };
            let complaint = complain(&said, "", chosen);
            return page::render(frame, &editor, &cms, complaint).await;
        }
        Err(files::Refused::TooLarge) => return Err(Error::TooLarge),
        Err(_) => return Err(Error::bad("spreadsheet is missing")),
    };
    if page && file.len() > AT_ONCE {
        let task = import::Task::new(conversion, &chosen);
        return import::enqueue(&request, &cms, &editor, &task, file_name, file).await;
    }
    let made = work::apart(move || conversion.convert(&file, &options)).await?;
    let made = match made {
        Ok(made) => made,
        Err(refused) if page => {
            let complaint = complain(&words::refused(refused).said(frame.texts()), "", chosen);
            return page::render(frame, &editor, &cms, complaint).await;
        }
        Err(refused) => return Err(Error::bad(words::refused(refused).said(english()))),
    };
    let made = Arc::new(made);
    let id = store(&cms, conversion, &editor, file_name, made.clone()).await?;
    if page {
        return Ok(see_other(&format!("/data/conversions/{id}")));
    }
    if wants_json(&request) {
        return Ok(answer::ok(&json!({
            "id": id.to_string(),
            "file": format!("/data/conversions/{id}/file"),
            "report": made.report,
        })));
    }
    match made.heaviest() {
        Some((kind, place)) if kind.weight() == Weight::Error => Err(Error::bad(format!(
            "{} ({} {} {})",
            english().t(words::kind(kind)),
            place.sheet,
            place.row,
            place.column
        ))),
        _ => Ok(download::file(&made.name, made.media_type, made.bytes.clone())),
    }
}

/// Stores it; its key.
async fn store(
    cms: &Cms,
    conversion: Conversion,
    editor: &Editor,
    file_name: String,
    made: Arc<Made>,
) -> Result<Uuid, Error> {
    let id = Uuid::new_v4();
    let (lang, author) = (editor.language.code(), editor.author());
    let stored = cms.db.run(move |connection| {
        let sent = Sent { lang, file_name: &file_name, author: &author };
        Ok(made.store(connection, id, conversion, &sent)?)
    });
    stored.await?;
    Ok(id)
}

fn english() -> &'static Texts {
    Texts::of(domain::language::Language::English)
}

fn wants_json(request: &HttpRequest) -> bool {
    let accept = request.headers().get(ACCEPT).and_then(|value| value.to_str().ok());
    accept.is_some_and(|accept| accept.contains("application/json"))
}

/// What is chosen in the form; the language she works in where she has chosen none.
fn chosen(fields: &Submitted, editor: &Editor) -> Chosen {
    let or = |name: &str, default: &str| {
        let value = fields.text(name).trim();
        (if value.is_empty() { default } else { value }).to_owned()
    };
    Chosen {
        locale: or("locale", editor.language.code()),
        blank: or("blank", "original"),
        ids: or("ids", "keep"),
    }
}

/// `None` when the language is no code.
pub(super) fn options(chosen: &Chosen) -> Option<Options> {
    Some(Options {
        locale: locale::code(&chosen.locale)?.to_owned(),
        blank: match chosen.blank.as_str() {
            "leave-out" => Blank::LeaveOut,
            "blank" => Blank::Blank,
            _ => Blank::Original,
        },
        ids: if chosen.ids == "new" { Ids::New } else { Ids::Keep },
    })
}
