//! Items as rows, a cell for each column of their sheet.

use std::collections::HashMap;

use domain::exchange::content::{
    Article, Audience, AvatarMessage, Block, Category, Content, DidYouKnow, HelpCenter,
    HelpCenterAttribute, Quiz, Subcategory, Survey, Video,
};

/// What a cell holds.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Cell<'a> {
    /// Nothing, such as where a translation will go.
    Empty,
    /// A text, which stays one whatever it begins with.
    Text(&'a str),
    /// A text made up for the sheet.
    Made(String),
    /// A truth.
    Bool(bool),
    /// A number.
    Number(i32),
}

/// A row.
pub(super) type Row<'a> = Vec<Cell<'a>>;

use Cell::{Bool, Empty, Made, Number, Text};

/// A sheet of articles: those of one category, or of none.
pub(super) struct ArticleSheet<'a> {
    /// The title to name it after.
    pub(super) title: &'a str,
    pub(super) rows: Vec<Row<'a>>,
}

/// The articles by category, and a last sheet of those whose category is not there. A category
/// or subcategory without articles is a row without one.
pub(super) fn articles(content: &Content) -> Vec<ArticleSheet<'_>> {
    let subcategories: HashMap<&str, &Subcategory> =
        content.subcategories.iter().map(|item| (&*item.id, item)).collect();
    let mut by_category: HashMap<&str, Vec<&Article>> = HashMap::new();
    for article in &content.articles {
        by_category.entry(&article.category).or_default().push(article);
    }
    let mut parts: HashMap<&str, Vec<&Subcategory>> = HashMap::new();
    for subcategory in &content.subcategories {
        parts.entry(&subcategory.category).or_default().push(subcategory);
    }
    let mut sheets = Vec::new();
    for category in &content.categories {
        let articles = by_category.remove(&*category.id).unwrap_or_default();
        let mut rows = Vec::new();
        let parts = parts.remove(&*category.id).unwrap_or_default();
        for part in &parts {
            let before = rows.len();
            let of_part = articles.iter().filter(|article| article.subcategory == part.id);
            rows.extend(of_part.map(|article| row(Some(category), Some(part), Some(article))));
            if rows.len() == before {
                rows.push(row(Some(category), Some(part), None));
            }
        }
        let known = |article: &Article| parts.iter().any(|part| part.id == article.subcategory);
        for article in articles.iter().filter(|article| !known(article)) {
            let part = subcategories.get(&*article.subcategory).copied();
            rows.push(row(Some(category), part, Some(article)));
        }
        if rows.is_empty() {
            rows.push(row(Some(category), None, None));
        }
        sheets.push(ArticleSheet { title: &category.title, rows });
    }
    let mut rows = Vec::new();
    for part in content.subcategories.iter().filter(|part| parts.contains_key(&*part.category)) {
        rows.push(row(None, Some(part), None));
    }
    for article in content.articles.iter().filter(|item| by_category.contains_key(&*item.category))
    {
        rows.push(row(None, subcategories.get(&*article.subcategory).copied(), Some(article)));
    }
    if !rows.is_empty() {
        sheets.push(ArticleSheet { title: "No category", rows });
    }
    sheets
}

fn row<'a>(
    category: Option<&'a Category>,
    part: Option<&'a Subcategory>,
    article: Option<&'a Article>,
) -> Row<'a> {
    fn or<'a, T>(item: Option<&'a T>, text: impl Fn(&'a T) -> &'a str) -> Cell<'a> {
        item.map_or(Empty, |item| Text(text(item)))
    }
    let category_id = category
        .map(|category| &*category.id)
        .or(article.map(|article| &*article.category))
        .or(part.map(|part| &*part.category));
    let part_id = part.map(|part| &*part.id).or(article.map(|article| &*article.subcategory));
    let mut row = vec![
        or(article, |item| &item.id),
        category_id.map_or(Empty, Text),
        part_id.map_or(Empty, Text),
        or(category, |item| &item.title),
        Empty,
        or(part, |item| &item.title),
        Empty,
        or(article, |item| &item.heading),
        Empty,
        or(article, |item| &item.text),
        Empty,
        or(category, |item| &item.emoji),
        or(category, |item| &item.emoji_name),
        article.map_or(Empty, |item| Bool(item.live)),
    ];
    row.extend(article.map_or([Empty, Empty, Empty], |item| audience(item.audience)));
    row.push(article.and_then(|item| item.voice_over_key.as_deref()).map_or(Empty, Text));
    row.push(or(article, |item| &item.version));
    row.push(or(category, |item| &item.version));
    row.push(or(part, |item| &item.version));
    row
}

/// The flag, the age and the filter.
fn audience<'a>(audience: Audience) -> [Cell<'a>; 3] {
    [
        audience.is_age_restricted.map_or(Empty, Bool),
        Number(audience.age_restriction_level),
        Number(audience.content_filter),
    ]
}

pub(super) fn quiz(item: &Quiz) -> Row<'_> {
    let [restricted, age, filter] = audience(item.audience);
    let right = item.right_answer.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
    let mut row = vec![Text(&item.id), Text(&item.topic), Empty, Text(&item.question), Empty];
    for option in &item.options {
        row.extend([Text(option), Empty]);
    }
    row.extend([
        Text(&item.right_answer),
        Empty,
        Text(&item.wrong_answer_response),
        Empty,
        Text(&item.right_answer_response),
        Empty,
        right.and_then(|at| item.options.get(at)).map_or(Empty, |option| Text(option)),
        restricted,
        Bool(item.live),
        age,
        filter,
        Text(&item.version),
    ]);
    row
}

pub(super) fn fact(item: &DidYouKnow) -> Row<'_> {
    let [restricted, age, filter] = audience(item.audience);
    let texts = [Text(&item.id), Text(&item.title), Empty, Text(&item.content), Empty];
    let rest = [restricted, Bool(item.live), age, filter, Text(&item.version)];
    texts.into_iter().chain(rest).collect()
}

pub(super) fn avatar_message(item: &AvatarMessage) -> Row<'_> {
    vec![Text(&item.id), Text(&item.content), Empty, Bool(item.live), Text(&item.version)]
}

pub(super) fn block(item: &Block) -> Row<'_> {
    vec![Text(item.kind()), Text(&item.content), Empty]
}

pub(super) fn help_center(item: &HelpCenter) -> Row<'_> {
    let mut row = vec![Text(&item.id)];
    for text in [
        &item.title,
        &item.caption,
        &item.contact_one,
        &item.contact_two,
        &item.address,
        &item.website,
    ] {
        row.extend([Text(text), Empty]);
    }
    row.extend([
        item.region.as_deref().map_or(Empty, Text),
        item.sub_region.as_deref().map_or(Empty, Text),
        Bool(item.is_available_nationwide),
        item.primary_attribute.map_or(Empty, Number),
        item.other_attributes.as_deref().map_or(Empty, Text),
        Bool(item.live),
        Text(&item.version),
    ]);
    row
}

pub(super) fn attribute(item: &HelpCenterAttribute) -> Row<'_> {
    vec![
        Text(&item.id),
        Text(&item.name),
        Empty,
        Text(&item.emoji),
        Bool(item.live),
        Text(&item.version),
    ]
}

pub(super) fn video(item: &Video) -> Row<'_> {
    vec![
        Text(&item.id),
        Text(&item.title),
        Empty,
        Text(&item.youtube_id),
        Empty,
        Text(&item.asset_name),
        Empty,
        Bool(item.live),
        Text(&item.version),
    ]
}

/// A row for each question; a survey without any has one that only names it.
pub(super) fn survey(at: usize, item: &Survey) -> Vec<Row<'_>> {
    let start = || [Text(&item.id)];
    let end = || {
        let [restricted, age, filter] = audience(item.audience);
        [Bool(item.live), restricted, age, filter, Text(&item.version)]
    };
    let survey = || Made((at + 1).to_string());
    if item.questions.is_empty() {
        let mut row: Row<'_> = start().into_iter().chain([Empty, survey()]).collect();
        row.resize(20, Empty);
        row.extend(end());
        return vec![row];
    }
    let questions = item.questions.iter().enumerate();
    questions
        .map(|(number, question)| {
            let mut row: Row<'_> = start().into_iter().collect();
            row.extend([Text(&question.id), survey(), Made((number + 1).to_string())]);
            row.extend([Text(&question.question), Empty]);
            for option in &question.options {
                row.extend([Text(option), Empty]);
            }
            row.extend([Text(&question.response), Empty, Bool(question.is_multiple)]);
            let next = question.next.join(",");
            row.push(if next == ",,,," { Empty } else { Made(next) });
            row.extend(end());
            row
        })
        .collect()
}
