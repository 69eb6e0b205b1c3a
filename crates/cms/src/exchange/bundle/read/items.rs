//! The kinds that belong to nothing else. What does not say that it is live is not: the tool
//! that has always turned bundles into rows does the same.

use domain::exchange::content::{
    AvatarMessage, DidYouKnow, HelpCenter, HelpCenterAttribute, Quiz, Video,
};
use domain::exchange::literal::Literal;
use domain::exchange::report::Report;

use super::{audience, flag, number, optional, table, text};

pub(super) fn quizzes(bundle: &Literal, report: &mut Report) -> Vec<Quiz> {
    let items = table(bundle, "quizzes", report);
    items
        .into_iter()
        .map(|(id, item)| {
            let answers = item.get("answers").map_or(&[][..], Literal::list);
            let option = |at: usize| answers.get(at).map_or_else(String::new, |a| text(a, "text"));
            let right = answers.iter().position(|answer| flag(answer, "isCorrect") == Some(true));
            let response = |name| {
                item.get("response").map_or_else(String::new, |response| text(response, name))
            };
            Quiz {
                id: id.to_owned(),
                topic: text(item, "topic"),
                question: text(item, "question"),
                options: [option(0), option(1), option(2)],
                right_answer: right.map_or_else(String::new, |at| (at + 1).to_string()),
                wrong_answer_response: response("in_correct"),
                right_answer_response: response("correct"),
                live: flag(item, "live").unwrap_or(false),
                audience: audience(item),
                version: String::new(),
            }
        })
        .collect()
}

pub(super) fn did_you_knows(bundle: &Literal, report: &mut Report) -> Vec<DidYouKnow> {
    let items = table(bundle, "didYouKnows", report);
    items
        .into_iter()
        .map(|(id, item)| DidYouKnow {
            id: id.to_owned(),
            title: text(item, "title"),
            content: text(item, "content"),
            live: flag(item, "live").unwrap_or(false),
            audience: audience(item),
            version: String::new(),
        })
        .collect()
}

pub(super) fn avatar_messages(bundle: &Literal) -> Vec<AvatarMessage> {
    list(bundle, "avatarMessages")
        .iter()
        .map(|item| AvatarMessage {
            id: text(item, "id"),
            content: text(item, "content"),
            live: flag(item, "live").unwrap_or(false),
            version: String::new(),
        })
        .collect()
}

pub(super) fn videos(bundle: &Literal, report: &mut Report) -> Vec<Video> {
    let items = table(bundle, "videos", report);
    items
        .into_iter()
        .map(|(id, item)| Video {
            id: id.to_owned(),
            title: text(item, "title"),
            youtube_id: text(item, "youtubeId"),
            asset_name: text(item, "assetName"),
            live: flag(item, "live").unwrap_or(false),
            version: String::new(),
        })
        .collect()
}

pub(super) fn help_centers(bundle: &Literal) -> Vec<HelpCenter> {
    list(bundle, "helpCenters")
        .iter()
        .map(|item| HelpCenter {
            id: text(item, "id"),
            title: text(item, "title"),
            caption: text(item, "caption"),
            contact_one: text(item, "contactOne"),
            contact_two: text(item, "contactTwo"),
            address: text(item, "address"),
            website: text(item, "website"),
            region: optional(item, "region"),
            sub_region: optional(item, "subRegion"),
            is_available_nationwide: flag(item, "isAvailableNationwide").unwrap_or(true),
            primary_attribute: number(item, "primaryAttributeId"),
            other_attributes: optional(item, "otherAttributes"),
            live: flag(item, "isActive").unwrap_or(true),
            version: String::new(),
        })
        .collect()
}

pub(super) fn attributes(bundle: &Literal) -> Vec<HelpCenterAttribute> {
    list(bundle, "helpCenterAttributes")
        .iter()
        .map(|item| HelpCenterAttribute {
            id: text(item, "id"),
            name: text(item, "name"),
            emoji: text(item, "emoji"),
            live: flag(item, "isActive").unwrap_or(true),
            version: String::new(),
        })
        .collect()
}

fn list<'a>(bundle: &'a Literal, section: &str) -> &'a [Literal] {
    bundle.get(section).map_or(&[], Literal::list)
}
