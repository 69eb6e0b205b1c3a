//! The Nepali toolbox: checks of what somebody writes, beside her form, and a page that turns
//! pasted text into Unicode and its digits into the other script. The rules are in
//! `domain::nepali`.

mod fields;
mod item;
mod paste;

use domain::access::Ability;
use domain::nepali::Finding;

use crate::access::{Need, Routes};
use crate::pages::Frame;

/// Adds the routes.
pub(crate) fn routes(routes: &mut Routes<'_>) {
    const WRITE: Need = Need::Ability(Ability::WriteContent);
    routes
        .get("/toolbox", WRITE, paste::show)
        .post("/toolbox", WRITE, paste::judge)
        .get("/toolbox/{table}/{id}", WRITE, item::stored)
        .post("/toolbox/{table}/{id}", WRITE, item::typed);
}

/// Something that was found, for a person.
struct Found {
    /// Its name in forms and JSON.
    check: &'static str,
    sentence: String,
    examples: Vec<String>,
    fixable: bool,
}

impl Found {
    fn of(frame: &Frame, finding: Finding) -> Found {
        let check = finding.check.name();
        Found {
            check,
            sentence: frame.t(&format!("toolbox-check-{check}")).into_owned(),
            examples: match finding.check {
                // Two numbers: how long, and how long it may be.
                domain::nepali::Check::TooLong => {
                    let numbers: Vec<String> = finding
                        .examples
                        .iter()
                        .map(|number| frame.language.digits(number))
                        .collect();
                    vec![numbers.join(" / ")]
                }
                _ => finding.examples,
            },
            fixable: finding.fixable,
        }
    }
}
