//! Makes the checked model of a bundle, ours or one of the original's tools.

mod encyclopedia;
mod items;

use domain::exchange::content::{Audience, Block, Content};
use domain::exchange::integrity::{self, Origins};
use domain::exchange::literal::{self, Literal};
use domain::exchange::locale;
use domain::exchange::report::{Count, Kind, Place, Report};

use crate::exchange::workbook::{Read, Refused};

/// Reads a bundle from the text of a source file or of JSON.
///
/// # Errors
///
/// [`Refused::Unreadable`] with the line, [`Refused::NothingKnown`] when it is no bundle,
/// [`Refused::NoLocale`].
pub fn read(text: &str) -> Result<Read, Refused> {
    let (name, bundle) = literal::read(text)
        .map_err(|unreadable| Refused::Unreadable(unreadable.line, unreadable.what))?;
    if !SECTIONS.iter().any(|section| bundle.get(section).is_some()) {
        return Err(Refused::NothingKnown);
    }
    let lang = bundle.get("locale").and_then(Literal::text).map(str::to_owned).or(name);
    let lang = lang.as_deref().and_then(locale::code).ok_or(Refused::NoLocale)?.to_owned();
    let mut report = Report::default();
    for section in SECTIONS.iter().take(5).filter(|section| bundle.get(section).is_none()) {
        report.add(Kind::MissingSheet, Place::sheet(section), "");
    }
    let (categories, subcategories, articles) = encyclopedia::read(&bundle, &mut report);
    let content = Content {
        lang,
        categories,
        subcategories,
        articles,
        quizzes: items::quizzes(&bundle, &mut report),
        did_you_knows: items::did_you_knows(&bundle, &mut report),
        avatar_messages: items::avatar_messages(&bundle),
        videos: items::videos(&bundle, &mut report),
        surveys: Vec::new(),
        help_centers: items::help_centers(&bundle),
        help_center_attributes: items::attributes(&bundle),
        privacy_policy: blocks(&bundle, "privacyPolicy"),
        terms_and_conditions: blocks(&bundle, "termsAndConditions"),
        about: blocks(&bundle, "about"),
    };
    let origins = Origins::default();
    integrity::check(&content, &origins, &mut report);
    missing_texts(&content, &mut report);
    report.counts = counts(&content);
    Ok(Read { content, report, origins })
}

const SECTIONS: [&str; 10] = [
    "categories",
    "subCategories",
    "articles",
    "quizzes",
    "didYouKnows",
    "helpCenters",
    "avatarMessages",
    "privacyPolicy",
    "termsAndConditions",
    "about",
];

/// The items of `{byId, allIds}` in order; those that `allIds` forgets come last.
fn table<'a>(
    bundle: &'a Literal,
    section: &str,
    report: &mut Report,
) -> Vec<(&'a str, &'a Literal)> {
    let Some(table) = bundle.get(section) else { return Vec::new() };
    let all_ids = table.get("allIds").map_or(&[][..], Literal::list);
    let by_id: &[(String, Literal)] = match table.get("byId") {
        Some(Literal::Object(members)) => members,
        _ => &[],
    };
    let index: std::collections::HashMap<&str, &Literal> =
        by_id.iter().map(|(id, item)| (id.as_str(), item)).collect();
    let mut items = Vec::new();
    let mut listed = std::collections::HashSet::new();
    for id in all_ids.iter().filter_map(Literal::text) {
        match index.get(id) {
            Some(item) => items.push((id, *item)),
            None => report.add(Kind::DanglingReference, Place::cell(section, 0, "allIds"), id),
        }
        listed.insert(id);
    }
    for (id, item) in by_id.iter().filter(|(id, _)| !listed.contains(id.as_str())) {
        report.add(Kind::DanglingReference, Place::cell(section, 0, "byId"), id.as_str());
        items.push((id, item));
    }
    items
}

/// The member `name` as text; empty where there is none.
fn text(item: &Literal, name: &str) -> String {
    item.get(name).and_then(Literal::text).unwrap_or_default().to_owned()
}

fn optional(item: &Literal, name: &str) -> Option<String> {
    item.get(name).and_then(Literal::text).map(str::to_owned)
}

fn flag(item: &Literal, name: &str) -> Option<bool> {
    match item.get(name).and_then(Literal::text) {
        Some("true") => Some(true),
        Some("false") => Some(false),
        _ => None,
    }
}

fn number(item: &Literal, name: &str) -> Option<i32> {
    item.get(name).and_then(Literal::text)?.trim().parse().ok()
}

fn audience(item: &Literal) -> Audience {
    Audience {
        is_age_restricted: flag(item, "isAgeRestricted"),
        age_restriction_level: number(item, "ageRestrictionLevel").unwrap_or(0),
        content_filter: number(item, "contentFilter").unwrap_or(0),
    }
}

fn blocks(bundle: &Literal, section: &str) -> Vec<Block> {
    let blocks = bundle.get(section).map_or(&[][..], Literal::list);
    blocks
        .iter()
        .map(|block| Block {
            heading: text(block, "type") == "HEADING",
            content: text(block, "content"),
        })
        .collect()
}

/// Texts that have to be there; whole bundles of blanks are in circulation.
fn missing_texts(content: &Content, report: &mut Report) {
    let mut missing = |section: &str, column: &str, id: &str, text: &str| {
        if text.trim().is_empty() {
            report.add(Kind::MissingText, Place::cell(section, 0, column), id);
        }
    };
    for item in &content.categories {
        missing("categories", "name", &item.id, &item.title);
    }
    for item in &content.subcategories {
        missing("subCategories", "name", &item.id, &item.title);
    }
    for item in &content.articles {
        missing("articles", "title", &item.id, &item.heading);
        missing("articles", "content", &item.id, &item.text);
    }
    for item in &content.quizzes {
        missing("quizzes", "question", &item.id, &item.question);
        for option in &item.options {
            missing("quizzes", "answers", &item.id, option);
        }
    }
    for item in &content.did_you_knows {
        missing("didYouKnows", "content", &item.id, &item.content);
    }
    for item in &content.avatar_messages {
        missing("avatarMessages", "content", &item.id, &item.content);
    }
}

fn counts(content: &Content) -> Vec<Count> {
    let of =
        |kind: &str, items: usize| Count { kind: kind.to_owned(), items, translated: 0, blanks: 0 };
    [
        ("categories", content.categories.len()),
        ("subcategories", content.subcategories.len()),
        ("articles", content.articles.len()),
        ("quizzes", content.quizzes.len()),
        ("did-you-knows", content.did_you_knows.len()),
        ("avatar-messages", content.avatar_messages.len()),
        ("privacy-policy", content.privacy_policy.len()),
        ("terms-and-conditions", content.terms_and_conditions.len()),
        ("about", content.about.len()),
        ("help-centers", content.help_centers.len()),
        ("help-center-attributes", content.help_center_attributes.len()),
        ("videos", content.videos.len()),
    ]
    .into_iter()
    .filter(|(_, items)| *items > 0)
    .map(|(kind, items)| of(kind, items))
    .collect()
}
