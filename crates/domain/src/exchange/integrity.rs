//! Whether everything that is referred to is there, and every id is there once.

use std::collections::{HashMap, HashSet};

use super::content::{Content, Survey};
use super::report::{Kind, Place, Report};

/// A list of [`Content`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "named as the lists")]
pub enum Section {
    Categories,
    Subcategories,
    Articles,
    Quizzes,
    DidYouKnows,
    AvatarMessages,
    Videos,
    Surveys,
    Questions,
    HelpCenters,
    HelpCenterAttributes,
}

impl Section {
    /// Its name in a bundle.
    pub fn name(self) -> &'static str {
        match self {
            Section::Categories => "categories",
            Section::Subcategories => "subCategories",
            Section::Articles => "articles",
            Section::Quizzes => "quizzes",
            Section::DidYouKnows => "didYouKnows",
            Section::AvatarMessages => "avatarMessages",
            Section::Videos => "videos",
            Section::Surveys => "surveys",
            Section::Questions => "questions",
            Section::HelpCenters => "helpCenters",
            Section::HelpCenterAttributes => "helpCenterAttributes",
        }
    }
}

/// Where in a file the items came from, by section and place in its list.
#[derive(Clone, Debug, Default)]
pub struct Origins(HashMap<(Section, usize), Place>);

impl Origins {
    /// Remembers where the item `index` of `section` stands.
    pub fn put(&mut self, section: Section, index: usize, place: Place) {
        self.0.insert((section, index), place);
    }

    /// Where the item `index` of `section` stands, as exactly as it is known, in `column`.
    pub fn place(&self, section: Section, index: usize, column: &str) -> Place {
        let mut place =
            self.0.get(&(section, index)).cloned().unwrap_or_else(|| Place::sheet(section.name()));
        column.clone_into(&mut place.column);
        place
    }
}

/// Adds what is wrong with `content` to `report`.
pub fn check(content: &Content, origins: &Origins, report: &mut Report) {
    duplicates(content, origins, report);
    references(content, origins, report);
    for (at, quiz) in content.quizzes.iter().enumerate() {
        if !matches!(quiz.right_answer.as_str(), "1" | "2" | "3") {
            let place = origins.place(Section::Quizzes, at, "right_answer");
            report.add(Kind::NoRightAnswer, place, &*quiz.question);
        }
    }
}

/// What is wrong with each language's content, and ids that two of them share.
pub fn check_all(contents: &[Content]) -> Report {
    let mut report = Report::default();
    let mut seen: HashMap<&str, &str> = HashMap::new();
    for content in contents {
        check(content, &Origins::default(), &mut report);
        for (section, _, id) in uuids(content) {
            match seen.insert(id, &content.lang) {
                Some(lang) if lang != content.lang => {
                    let place = Place::cell(section.name(), 0, "id");
                    report.add(
                        Kind::DuplicateId,
                        place,
                        format!("{id} ({lang}, {})", content.lang),
                    );
                }
                _ => {}
            }
        }
    }
    report
}

/// The ids that may be there only once, whatever their kind.
fn uuids(content: &Content) -> impl Iterator<Item = (Section, usize, &str)> {
    fn list<'a, T>(
        section: Section,
        items: &'a [T],
        id: fn(&'a T) -> &'a str,
    ) -> impl Iterator<Item = (Section, usize, &'a str)> {
        items.iter().enumerate().map(move |(at, item)| (section, at, id(item)))
    }
    list(Section::Categories, &content.categories, |item| &item.id)
        .chain(list(Section::Subcategories, &content.subcategories, |item| &item.id))
        .chain(list(Section::Articles, &content.articles, |item| &item.id))
        .chain(list(Section::Quizzes, &content.quizzes, |item| &item.id))
        .chain(list(Section::DidYouKnows, &content.did_you_knows, |item| &item.id))
        .chain(list(Section::AvatarMessages, &content.avatar_messages, |item| &item.id))
        .chain(list(Section::Videos, &content.videos, |item| &item.id))
        .chain(list(Section::Surveys, &content.surveys, |item| &item.id))
        .filter(|(_, _, id)| !id.is_empty())
}

fn duplicates(content: &Content, origins: &Origins, report: &mut Report) {
    let mut seen = HashSet::new();
    for (section, at, id) in uuids(content) {
        if !seen.insert(id) {
            report.add(Kind::DuplicateId, origins.place(section, at, "id"), id);
        }
    }
    let numbers = |section, ids: Vec<&str>, report: &mut Report| {
        let mut seen = HashSet::new();
        for (at, id) in ids.into_iter().enumerate() {
            if !id.is_empty() && !seen.insert(id.to_owned()) {
                report.add(Kind::DuplicateId, origins.place(section, at, "id"), id);
            }
        }
    };
    let centers = content.help_centers.iter().map(|item| item.id.as_str()).collect();
    numbers(Section::HelpCenters, centers, report);
    let attributes = content.help_center_attributes.iter().map(|item| item.id.as_str()).collect();
    numbers(Section::HelpCenterAttributes, attributes, report);
}

fn references(content: &Content, origins: &Origins, report: &mut Report) {
    let categories: HashSet<&str> = content.categories.iter().map(|item| &*item.id).collect();
    let parents: HashMap<&str, &str> =
        content.subcategories.iter().map(|item| (&*item.id, &*item.category)).collect();
    for (at, item) in content.subcategories.iter().enumerate() {
        if !categories.contains(item.category.as_str()) {
            let place = origins.place(Section::Subcategories, at, "cat_id");
            report.add(
                Kind::DanglingReference,
                place,
                format!("{}: {}", item.title, item.category),
            );
        }
    }
    for (at, item) in content.articles.iter().enumerate() {
        let mut missing = |column, id: &str| {
            let place = origins.place(Section::Articles, at, column);
            report.add(Kind::DanglingReference, place, format!("{}: {id}", item.heading));
        };
        if !categories.contains(item.category.as_str()) {
            missing("cat_id", &item.category);
        }
        match parents.get(item.subcategory.as_str()) {
            None => missing("subcat_id", &item.subcategory),
            Some(parent) if *parent != item.category => missing("subcat_id", &item.subcategory),
            Some(_) => {}
        }
    }
    for (at, survey) in content.surveys.iter().enumerate() {
        questions(survey, &origins.place(Section::Surveys, at, "next_question"), report);
    }
    attributes(content, origins, report);
}

fn questions(survey: &Survey, place: &Place, report: &mut Report) {
    for (at, question) in survey.questions.iter().enumerate() {
        for next in question.next.iter().filter(|next| !next.is_empty()) {
            let row = place.row + u32::try_from(at).unwrap_or(0) * u32::from(place.row > 0);
            let place = Place { row, ..place.clone() };
            match next.parse::<usize>() {
                // The number after the last question ends the survey.
                Ok(number) if number > at + 1 && number <= survey.questions.len() + 1 => {}
                _ => report.add(Kind::DanglingReference, place, format!("{}: {next}", at + 1)),
            }
        }
    }
}

fn attributes(content: &Content, origins: &Origins, report: &mut Report) {
    // A file without a list of attributes refers to those that the database holds.
    if content.help_center_attributes.is_empty() {
        return;
    }
    let known: HashSet<&str> =
        content.help_center_attributes.iter().map(|item| &*item.id).collect();
    for (at, center) in content.help_centers.iter().enumerate() {
        let primary = center.primary_attribute.map(|id| id.to_string());
        let others = center.other_attributes.iter().flat_map(|ids| ids.split(','));
        for id in primary.as_deref().into_iter().chain(others).map(str::trim) {
            if !id.is_empty() && !known.contains(id) {
                let place = origins.place(Section::HelpCenters, at, "attributes");
                report.add(Kind::DanglingReference, place, format!("{}: {id}", center.title));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::content::{Article, Category, HelpCenter, Question, Quiz, Subcategory};

    fn sound() -> Content {
        let text = |text: &str| text.to_owned();
        Content {
            lang: text("ne"),
            categories: vec![Category { id: text("c"), ..Category::default() }],
            subcategories: vec![Subcategory {
                id: text("s"),
                category: text("c"),
                ..Subcategory::default()
            }],
            articles: vec![Article {
                id: text("a"),
                category: text("c"),
                subcategory: text("s"),
                ..Article::default()
            }],
            quizzes: vec![Quiz { id: text("q"), right_answer: text("2"), ..Quiz::default() }],
            surveys: vec![Survey {
                id: text("v"),
                questions: vec![
                    Question { next: ["2", "3", "", "", ""].map(text), ..Question::default() },
                    Question { next: ["3", "", "", "", ""].map(text), ..Question::default() },
                ],
                ..Survey::default()
            }],
            ..Content::default()
        }
    }

    fn found(content: &Content) -> Vec<(Kind, usize)> {
        let mut report = Report::default();
        check(content, &Origins::default(), &mut report);
        report.found
    }

    #[test]
    fn every_break_is_found() {
        assert_eq!(found(&sound()), []);
        let broken = |change: fn(&mut Content)| {
            let mut content = sound();
            change(&mut content);
            found(&content)
        };
        assert_eq!(broken(|c| c.quizzes[0].right_answer.clear()), [(Kind::NoRightAnswer, 1)]);
        assert_eq!(broken(|c| c.quizzes[0].id = "a".to_owned()), [(Kind::DuplicateId, 1)]);
        assert_eq!(broken(|c| c.articles[0].subcategory.clear()), [(Kind::DanglingReference, 1)]);
        assert_eq!(broken(|c| c.categories.clear()), [(Kind::DanglingReference, 2)]);
        for next in ["1", "4", "x", "0"] {
            let mut content = sound();
            next.clone_into(&mut content.surveys[0].questions[0].next[0]);
            assert_eq!(found(&content), [(Kind::DanglingReference, 1)], "{next}");
        }
        assert_eq!(
            broken(|c| {
                c.help_center_attributes.push(Default::default());
                c.help_centers
                    .push(HelpCenter { primary_attribute: Some(7), ..HelpCenter::default() });
            }),
            [(Kind::DanglingReference, 1)]
        );
    }

    #[test]
    fn an_id_belongs_to_one_language() {
        let other = Content { lang: "en".to_owned(), ..sound() };
        let report = check_all(&[sound(), other]);
        assert_eq!(report.found, [(Kind::DuplicateId, 5)]);
        assert_eq!(report.findings[0].detail, "c (ne, en)");
    }
}
