//! The shape of a bundle. The app and its tools read these keys, and their order is kept so
//! that a new file can be compared with the one before it.

use std::collections::{HashMap, HashSet};

use domain::exchange::content::{Article, Block, Content, HelpCenter, HelpCenterAttribute, Quiz};
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

/// Everything of one language.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Bundle<'a> {
    locale: &'a str,
    categories: Table<'a, Category<'a>>,
    sub_categories: Table<'a, Subcategory<'a>>,
    articles: Table<'a, ArticleItem<'a>>,
    quizzes: Table<'a, QuizItem<'a>>,
    did_you_knows: Table<'a, DidYouKnowItem<'a>>,
    help_centers: Vec<HelpCenterItem<'a>>,
    avatar_messages: Vec<AvatarMessageItem<'a>>,
    privacy_policy: Vec<BlockItem<'a>>,
    terms_and_conditions: Vec<BlockItem<'a>>,
    about: Vec<BlockItem<'a>>,
    about_banner: &'static str,
    videos: Table<'a, VideoItem<'a>>,
    help_center_attributes: Vec<AttributeItem<'a>>,
    // The app fetches surveys for the person who answers them; a file never holds any.
    all_surveys: [(); 0],
    completed_surveys: [(); 0],
}

/// Items by id, and their ids in order.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Table<'a, T: Serialize> {
    #[serde(serialize_with = "as_object")]
    by_id: Vec<(&'a str, T)>,
    all_ids: Vec<&'a str>,
}

impl<'a, T: Serialize> Table<'a, T> {
    fn of(items: impl Iterator<Item = (&'a str, T)>) -> Table<'a, T> {
        let by_id: Vec<_> = items.collect();
        let all_ids = by_id.iter().map(|(id, _)| *id).collect();
        Table { by_id, all_ids }
    }
}

fn as_object<T: Serialize, S: Serializer>(
    items: &[(&str, T)],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut object = serializer.serialize_map(Some(items.len()))?;
    for (id, item) in items {
        object.serialize_entry(id, item)?;
    }
    object.end()
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Category<'a> {
    id: &'a str,
    name: &'a str,
    tags: Tags<'a>,
    sub_categories: Vec<&'a str>,
}

#[derive(Serialize)]
struct Tags<'a> {
    primary: Tag<'a>,
}

#[derive(Serialize)]
struct Tag<'a> {
    name: &'a str,
    emoji: &'a str,
}

#[derive(Serialize)]
struct Subcategory<'a> {
    id: &'a str,
    name: &'a str,
    articles: Vec<&'a str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ArticleItem<'a> {
    id: &'a str,
    title: &'a str,
    content: &'a str,
    category: &'a str,
    sub_category: &'a str,
    content_filter: i32,
    #[serde(skip_serializing_if = "Option::is_none")]
    is_age_restricted: Option<bool>,
    age_restriction_level: i32,
    #[serde(skip_serializing_if = "Option::is_none")]
    voice_over_key: Option<&'a str>,
}

#[derive(Serialize)]
struct QuizItem<'a> {
    id: &'a str,
    #[serde(rename = "isAgeRestricted")]
    is_age_restricted: bool,
    question: &'a str,
    answers: [Answer<'a>; 3],
    response: Response<'a>,
}

#[derive(Serialize)]
struct Answer<'a> {
    text: &'a str,
    emoji: &'static str,
    #[serde(rename = "isCorrect")]
    is_correct: bool,
}

#[derive(Serialize)]
struct Response<'a> {
    correct: &'a str,
    in_correct: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct DidYouKnowItem<'a> {
    id: &'a str,
    is_age_restricted: bool,
    title: &'a str,
    content: &'a str,
}

#[derive(Serialize)]
struct AvatarMessageItem<'a> {
    id: &'a str,
    content: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct VideoItem<'a> {
    id: &'a str,
    title: &'a str,
    youtube_id: Option<&'a str>,
    asset_name: Option<&'a str>,
    live: bool,
}

#[derive(Serialize)]
struct BlockItem<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    content: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct HelpCenterItem<'a> {
    id: Id<'a>,
    title: &'a str,
    caption: &'a str,
    contact_one: &'a str,
    contact_two: &'a str,
    address: &'a str,
    website: &'a str,
    region: Option<&'a str>,
    sub_region: Option<&'a str>,
    lang: &'a str,
    is_available_nationwide: bool,
    primary_attribute_id: Option<i32>,
    other_attributes: Option<&'a str>,
    is_active: bool,
    sorting_key: usize,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct AttributeItem<'a> {
    id: Id<'a>,
    name: &'a str,
    emoji: &'a str,
    is_active: bool,
    lang: &'a str,
}

/// A number where it is one: the app compares it with numbers.
#[derive(Serialize)]
#[serde(untagged)]
enum Id<'a> {
    Number(i32),
    Text(&'a str),
}

impl<'a> Id<'a> {
    fn of(id: &'a str) -> Id<'a> {
        id.parse().map_or(Id::Text(id), Id::Number)
    }
}

impl<'a> Bundle<'a> {
    /// The bundle of `content`. An article whose category or subcategory is not there is left
    /// out, as the app does.
    pub(super) fn of(content: &'a Content) -> Bundle<'a> {
        let names: HashMap<&str, &str> =
            content.categories.iter().map(|item| (&*item.id, &*item.title)).collect();
        let parts: HashMap<&str, (&str, &str)> = content
            .subcategories
            .iter()
            .filter(|item| names.contains_key(&*item.category))
            .map(|item| (&*item.id, (&*item.title, &*item.category)))
            .collect();
        let mut seen = HashSet::new();
        let articles: Vec<(&Article, &str, &str)> = content
            .articles
            .iter()
            .filter_map(|item| {
                let (part, category) = *parts.get(&*item.subcategory)?;
                let category = *names.get(category)?;
                seen.insert(&*item.id).then_some((item, category, part))
            })
            .collect();
        let mut of_part: HashMap<&str, Vec<&str>> = HashMap::new();
        for (article, _, _) in &articles {
            of_part.entry(&article.subcategory).or_default().push(&article.id);
        }
        // The app shows no category or subcategory that is empty, so its file holds none.
        let filled = |id: &str| of_part.contains_key(id);
        let mut part_ids: HashMap<&str, Vec<&str>> = HashMap::new();
        for part in content.subcategories.iter().filter(|part| filled(&part.id)) {
            part_ids.entry(&part.category).or_default().push(&part.id);
        }
        Bundle {
            locale: &content.lang,
            categories: Table::of(content.categories.iter().filter_map(|item| {
                let category = Category {
                    id: &item.id,
                    name: &item.title,
                    tags: Tags { primary: Tag { name: &item.emoji_name, emoji: &item.emoji } },
                    sub_categories: part_ids.remove(&*item.id)?,
                };
                Some((&*item.id, category))
            })),
            sub_categories: Table::of(content.subcategories.iter().filter_map(|item| {
                let articles = of_part.remove(&*item.id)?;
                Some((&*item.id, Subcategory { id: &item.id, name: &item.title, articles }))
            })),
            articles: Table::of(
                articles
                    .iter()
                    .map(|(item, category, part)| (&*item.id, article(item, category, part))),
            ),
            quizzes: Table::of(content.quizzes.iter().map(|item| (&*item.id, quiz(item)))),
            did_you_knows: Table::of(content.did_you_knows.iter().map(|item| {
                let fact = DidYouKnowItem {
                    id: &item.id,
                    is_age_restricted: item.audience.is_age_restricted.unwrap_or(false),
                    title: &item.title,
                    content: &item.content,
                };
                (&*item.id, fact)
            })),
            help_centers: (1..)
                .zip(&content.help_centers)
                .map(|(key, item)| help_center(item, &content.lang, key))
                .collect(),
            avatar_messages: content
                .avatar_messages
                .iter()
                .map(|item| AvatarMessageItem { id: &item.id, content: &item.content })
                .collect(),
            privacy_policy: blocks(&content.privacy_policy),
            terms_and_conditions: blocks(&content.terms_and_conditions),
            about: blocks(&content.about),
            about_banner: "",
            videos: Table::of(content.videos.iter().map(|item| {
                let some = |text: &'a str| Some(text).filter(|text| !text.is_empty());
                let video = VideoItem {
                    id: &item.id,
                    title: &item.title,
                    youtube_id: some(&item.youtube_id),
                    asset_name: some(&item.asset_name),
                    live: item.live,
                };
                (&*item.id, video)
            })),
            help_center_attributes: content
                .help_center_attributes
                .iter()
                .map(|item| attribute(item, &content.lang))
                .collect(),
            all_surveys: [],
            completed_surveys: [],
        }
    }
}

fn article<'a>(item: &'a Article, category: &'a str, part: &'a str) -> ArticleItem<'a> {
    ArticleItem {
        id: &item.id,
        title: &item.heading,
        content: &item.text,
        category,
        sub_category: part,
        content_filter: item.audience.content_filter,
        is_age_restricted: item.audience.is_age_restricted,
        age_restriction_level: item.audience.age_restriction_level,
        voice_over_key: item.voice_over_key.as_deref(),
    }
}

fn quiz(item: &Quiz) -> QuizItem<'_> {
    let [first, second, third] = &item.options;
    let answer = |text, number| Answer { text, emoji: "", is_correct: item.right_answer == number };
    QuizItem {
        id: &item.id,
        is_age_restricted: item.audience.is_age_restricted.unwrap_or(false),
        question: &item.question,
        answers: [answer(first, "1"), answer(second, "2"), answer(third, "3")],
        response: Response {
            correct: &item.right_answer_response,
            in_correct: &item.wrong_answer_response,
        },
    }
}

fn blocks(blocks: &[Block]) -> Vec<BlockItem<'_>> {
    blocks.iter().map(|block| BlockItem { kind: block.kind(), content: &block.content }).collect()
}

fn help_center<'a>(item: &'a HelpCenter, lang: &'a str, sorting_key: usize) -> HelpCenterItem<'a> {
    HelpCenterItem {
        id: Id::of(&item.id),
        title: &item.title,
        caption: &item.caption,
        contact_one: &item.contact_one,
        contact_two: &item.contact_two,
        address: &item.address,
        website: &item.website,
        region: item.region.as_deref(),
        sub_region: item.sub_region.as_deref(),
        lang,
        is_available_nationwide: item.is_available_nationwide,
        primary_attribute_id: item.primary_attribute,
        other_attributes: item.other_attributes.as_deref(),
        is_active: item.live,
        sorting_key,
    }
}

fn attribute<'a>(item: &'a HelpCenterAttribute, lang: &'a str) -> AttributeItem<'a> {
    AttributeItem {
        id: Id::of(&item.id),
        name: &item.name,
        emoji: &item.emoji,
        is_active: item.live,
        lang,
    }
}
