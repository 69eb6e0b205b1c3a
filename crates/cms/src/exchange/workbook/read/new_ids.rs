//! Ids for what has none, or for everything.

use std::collections::HashMap;

use domain::exchange::content::Content;
use uuid::Uuid;

use super::Ids;

/// A new id.
pub(super) fn fresh() -> String {
    Uuid::new_v4().to_string()
}

/// Gives ids by the rule; references follow.
pub(super) fn give(content: &mut Content, ids: Ids) {
    let mut given: HashMap<String, String> = HashMap::new();
    let mut give = |id: &mut String| {
        if id.is_empty() {
            *id = fresh();
        } else if ids == Ids::New {
            id.clone_from(given.entry(id.clone()).or_insert_with(fresh));
        }
    };
    for category in &mut content.categories {
        give(&mut category.id);
    }
    for subcategory in &mut content.subcategories {
        give(&mut subcategory.id);
    }
    for article in &mut content.articles {
        give(&mut article.id);
    }
    let others = content
        .quizzes
        .iter_mut()
        .map(|item| &mut item.id)
        .chain(content.did_you_knows.iter_mut().map(|item| &mut item.id))
        .chain(content.avatar_messages.iter_mut().map(|item| &mut item.id))
        .chain(content.videos.iter_mut().map(|item| &mut item.id))
        .chain(content.surveys.iter_mut().map(|item| &mut item.id));
    others.for_each(&mut give);
    // References, and questions, of which old surveys have one without an id, get no id of
    // their own.
    let references = content
        .subcategories
        .iter_mut()
        .map(|item| &mut item.category)
        .chain(
            content
                .articles
                .iter_mut()
                .flat_map(|item| [&mut item.category, &mut item.subcategory]),
        )
        .chain(
            content
                .surveys
                .iter_mut()
                .flat_map(|survey| &mut survey.questions)
                .map(|item| &mut item.id),
        );
    references.filter(|id| !id.is_empty()).for_each(give);
}
