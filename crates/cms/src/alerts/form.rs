//! The form of an alert.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use db::alert::{self, Alert};
use db::editing::Image;
use domain::alert::{LONGEST_MESSAGE, Mistake};
use server::answer;
use server::error::Error;

use super::{json, of_image};
use crate::access::Editor;
use crate::pages::{self, Frame, wants_page};
use crate::state::Cms;

/// The versions that can be ticked: these majors, each with the minors 0 to 9.
const MAJORS: std::ops::RangeInclusive<u32> = 1..=10;

/// The form, new or of a row.
#[derive(Template)]
#[template(path = "alerts/form.html")]
pub(super) struct FormPage {
    frame: Frame,
    title: String,
    lang: &'static str,
    /// The row, unless it is new.
    id: Option<i32>,
    /// The version of the row that the editor has seen.
    version: String,
    message: String,
    message_limit: usize,
    message_error: String,
    groups: Vec<Group>,
    more: String,
    more_error: String,
    versions_error: String,
    is_permanent: bool,
    live: bool,
    errors: i64,
    /// What somebody else has made of the row meanwhile.
    theirs: Option<Alert>,
}

/// The minors of one major.
struct Group {
    major: String,
    versions: Vec<(String, bool)>,
    ticked: usize,
}

/// What stands in the form.
pub(super) struct Filled {
    pub(super) alert: Alert,
    pub(super) version: String,
    pub(super) mistakes: Vec<Mistake>,
    pub(super) theirs: Option<Alert>,
}

impl Filled {
    /// A row as it is.
    fn of(image: &Image) -> Filled {
        Filled {
            alert: of_image(image),
            version: image.version.clone(),
            mistakes: Vec::new(),
            theirs: None,
        }
    }
}

/// `GET /permanent-alert/new`
pub(super) async fn new(frame: Frame, editor: Editor) -> Result<HttpResponse, Error> {
    let alert = Alert {
        id: 0,
        message: String::new(),
        versions: String::new(),
        is_permanent: false,
        live: false,
    };
    let filled = Filled { alert, version: String::new(), mistakes: Vec::new(), theirs: None };
    pages::html(&page(frame, &editor, None, filled))
}

/// `GET /permanent-alert/{id}`
pub(super) async fn edit(
    request: HttpRequest,
    frame: Frame,
    editor: Editor,
    cms: web::Data<Cms>,
    id: web::Path<String>,
) -> Result<HttpResponse, Error> {
    let (id, image) = find(&cms, &editor, &id).await?;
    if !wants_page(&request) {
        return Ok(answer::ok(&json(&of_image(&image), editor.language.code())));
    }
    pages::html(&page(frame, &editor, Some(id), Filled::of(&image)))
}

/// The alert with the key `id` in the editor's language.
pub(super) async fn find(cms: &Cms, editor: &Editor, id: &str) -> Result<(i32, Image), Error> {
    let missing = Error::NotFound("no such alert");
    let Ok(id) = id.parse::<i32>() else { return Err(missing) };
    let lang = editor.language.code();
    let found = cms.db.run(move |connection| Ok(alert::find(connection, lang, id)?)).await?;
    found.map(|image| (id, image)).ok_or(missing)
}

/// The form with what is in it.
pub(super) fn page(frame: Frame, editor: &Editor, id: Option<i32>, filled: Filled) -> FormPage {
    let (groups, more) = split(&filled.alert.versions);
    let say = |wanted: &[Mistake]| {
        let found = filled.mistakes.iter().find(|mistake| wanted.contains(mistake));
        found.map(|mistake| frame.t(text(*mistake)).into_owned()).unwrap_or_default()
    };
    let message_error = say(&[Mistake::MessageMissing, Mistake::MessageTooLong]);
    let versions_error = say(&[Mistake::VersionsMissing, Mistake::TooManyVersions]);
    // Only what was typed can be no version.
    let more_error = say(&[Mistake::NoVersion]);
    let title = frame.t(if id.is_some() { "alert-edit" } else { "alert-new" }).into_owned();
    FormPage {
        title,
        lang: editor.language.code(),
        id,
        version: filled.version,
        message: filled.alert.message,
        message_limit: LONGEST_MESSAGE,
        message_error,
        groups,
        more,
        versions_error,
        more_error,
        is_permanent: filled.alert.is_permanent,
        live: filled.alert.live,
        errors: i64::try_from(filled.mistakes.len()).unwrap_or(0),
        theirs: filled.theirs,
        frame,
    }
}

/// Which boxes are ticked, and what is left for the line below them.
fn split(versions: &str) -> (Vec<Group>, String) {
    let named: Vec<&str> =
        versions.split([',', ' ', '\n']).filter(|version| !version.is_empty()).collect();
    let groups: Vec<Group> = MAJORS
        .map(|major| {
            let versions = (0..10).map(|minor| {
                let version = format!("{major}.{minor}");
                let ticked = named.contains(&version.as_str());
                (version, ticked)
            });
            let versions: Vec<(String, bool)> = versions.collect();
            let ticked = versions.iter().filter(|(_, ticked)| *ticked).count();
            Group { major: major.to_string(), versions, ticked }
        })
        .collect();
    let has_box = |version: &str| {
        groups.iter().any(|group| group.versions.iter().any(|(boxed, _)| boxed == version))
    };
    let more: Vec<&str> = named.into_iter().filter(|version| !has_box(version)).collect();
    let more = more.join(", ");
    (groups, more)
}

fn text(mistake: Mistake) -> &'static str {
    match mistake {
        Mistake::MessageMissing => "alert-message-missing",
        Mistake::MessageTooLong => "push-too-long",
        Mistake::VersionsMissing => "alert-versions-missing",
        Mistake::NoVersion => "alert-no-version",
        Mistake::TooManyVersions => "alert-too-many-versions",
    }
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn versions_without_a_box_stay_in_the_line() {
        let (groups, more) = split("1.0, 1.1, 8.3.0, 10.9 11.0");
        assert_eq!(more, "8.3.0, 11.0");
        let ticked: Vec<usize> = groups.iter().map(|group| group.ticked).collect();
        assert_eq!(ticked, [2, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
    }
}
