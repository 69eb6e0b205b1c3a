//! Every macro of `macros.html` on one page, so that all of them compile and can be looked at.

#![expect(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

use askama::Template;
use domain::access::Role;
use domain::language::Language;
use domain::moment::Moment;

use super::{Flash, Frame, Pager, Theme};
use crate::access::Editor;

#[derive(Template)]
#[template(path = "gallery.html")]
struct Gallery {
    frame: Frame,
    crumbs: Vec<(&'static str, String)>,
    options: Vec<(i32, &'static str)>,
    limit: usize,
    errors: usize,
    pager: Pager,
    moment: Moment,
}

fn frame(language: Language, theme: Theme) -> Frame {
    Frame {
        editor: Some(Editor {
            id: 1,
            username: "sita".to_owned(),
            role: Role::SuperAdmin,
            language: Language::Nepali,
            languages: Language::ALL.to_vec(),
            interface_language: language,
            must_set_up_totp: false,
        }),
        language,
        theme,
        path: "/quiz-management".to_owned(),
        address: "/quiz-management?q=a".to_owned(),
        flashes: vec![
            Flash::success("Saved.").with_action("Undo", "/undo"),
            Flash::notice("Worth knowing."),
            Flash::danger("It did not work."),
        ],
        source_url: "https://example.org/source".to_owned(),
        revision: "0123456789".to_owned(),
    }
}

/// Into a folder where the browser tests find it.
fn write(name: &str, html: &str) {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/gallery");
    std::fs::create_dir_all(&root).unwrap();
    std::fs::write(root.join(name), html).unwrap();
}

/// The pages are written to where the browser tests look for them.
#[test]
fn every_macro_renders_in_both_languages() {
    for language in Language::ALL {
        for theme in Theme::ALL {
            let page = Gallery {
                frame: frame(language, theme),
                crumbs: vec![("/encyclopedia", "Encyclopedia".to_owned())],
                options: vec![(0, "Everybody"), (13, "13 and older")],
                limit: 70,
                errors: 2,
                pager: Pager::new(200, 25, 3, "/quiz-management?q=a"),
                moment: Moment::parse("2026-11-24T08:20:00Z").unwrap(),
            };
            let html = page.render().unwrap();
            for forbidden in [" style=", "<style", "<script>", " onclick", "javascript:"] {
                assert!(!html.contains(forbidden), "{forbidden}");
            }
            assert!(html.contains("aria-current=\"page\"") && html.contains("/static/icons.svg?"));
            write(&format!("gallery-{}-{}.html", language.code(), theme.name()), &html);
            assert!(
                html.contains("24 Nov 2026 · 8 Mangsir 2083") == (language == Language::English)
            );
            assert!(html.contains("at most 70 characters") || language != Language::English);
        }
    }
}
