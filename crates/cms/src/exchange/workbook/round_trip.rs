//! What goes out comes back.

#![expect(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

use domain::exchange::content::{
    Article, Audience, AvatarMessage, Block, Category, Content, DidYouKnow, HelpCenter,
    HelpCenterAttribute, Question, Quiz, Subcategory, Survey, Video,
};
use domain::exchange::report::Kind;

use super::{Blank, Ids, Options, read, write};

fn text(text: &str) -> String {
    text.to_owned()
}

fn uuid(number: u32) -> String {
    format!("00000000-0000-4000-8000-{number:012}")
}

/// Texts that something on the way may not survive.
const ODD: [&str; 14] = [
    "=1+1",
    "+977-1-0000000",
    "-",
    "@sum",
    "\tindented",
    "line one\nline two\r\nline three\rfour",
    "  spaces at both ends  ",
    "महिनावारी भनेको के हो? क्ष त्र ज्ञ",
    "👩‍👩‍👧‍👧 🇳🇵 e\u{301}",
    "_x000D_ and _x0041_ as they are",
    "<b>&amp;</b> \"quotes\" 'too'",
    "\u{200d}\u{200c}\u{feff}\u{2028}",
    "\u{1}\u{b}\u{1f}",
    "12345678901234567890",
];

/// One of everything, with `ODD` in turn as its texts.
fn everything() -> Content {
    let mut content = Content { lang: text("ne"), ..Content::default() };
    let mut number = 0;
    let mut id = || {
        number += 1;
        uuid(number)
    };
    for (at, odd) in ODD.iter().enumerate() {
        let odd = text(odd);
        let audience = Audience {
            is_age_restricted: [None, Some(true), Some(false)][at % 3],
            age_restriction_level: 15,
            content_filter: 2,
        };
        let category = Category {
            id: id(),
            title: odd.clone(),
            emoji: text("🌱"),
            emoji_name: text("बढ्दो उमेर"),
            version: text("v"),
        };
        let subcategory = Subcategory {
            id: id(),
            title: odd.clone(),
            category: category.id.clone(),
            version: text("w"),
        };
        content.articles.push(Article {
            id: id(),
            category: category.id.clone(),
            subcategory: subcategory.id.clone(),
            heading: odd.clone(),
            text: odd.clone(),
            live: at % 2 == 0,
            audience,
            voice_over_key: (at % 2 == 0).then(|| text("key.mp3")),
            version: text("x"),
        });
        content.categories.push(category);
        content.subcategories.push(subcategory);
        content.quizzes.push(Quiz {
            id: id(),
            topic: odd.clone(),
            question: odd.clone(),
            options: [odd.clone(), text("b"), text("c")],
            right_answer: text("3"),
            wrong_answer_response: odd.clone(),
            right_answer_response: odd.clone(),
            live: at % 2 == 1,
            audience,
            version: text("y"),
        });
        content.did_you_knows.push(DidYouKnow {
            id: id(),
            title: odd.clone(),
            content: odd.clone(),
            live: true,
            audience,
            version: String::new(),
        });
        content.avatar_messages.push(AvatarMessage {
            id: id(),
            content: odd.clone(),
            ..Default::default()
        });
        content.videos.push(Video {
            id: id(),
            title: odd.clone(),
            youtube_id: text("abc"),
            asset_name: String::new(),
            live: true,
            version: String::new(),
        });
        content.surveys.push(Survey {
            id: id(),
            live: true,
            audience,
            questions: vec![
                Question {
                    id: id(),
                    question: odd.clone(),
                    options: [odd.clone(), text("b"), String::new(), String::new(), String::new()],
                    response: String::new(),
                    is_multiple: true,
                    next: ["2", "3", "", "", ""].map(text),
                },
                Question { id: id(), question: odd.clone(), ..Default::default() },
            ],
            version: String::new(),
        });
        content.help_center_attributes.push(HelpCenterAttribute {
            id: at.to_string(),
            name: odd.clone(),
            emoji: text("📞"),
            live: at % 2 == 0,
            version: String::new(),
        });
        content.help_centers.push(HelpCenter {
            id: at.to_string(),
            title: odd.clone(),
            caption: odd.clone(),
            contact_one: text("1098"),
            contact_two: String::new(),
            address: odd.clone(),
            website: text("https://a.example,https://b.example"),
            region: Some(text("NP")),
            sub_region: Some(text("3111,3117")),
            is_available_nationwide: at % 2 == 0,
            primary_attribute: Some(0),
            other_attributes: Some(text("1,2")),
            live: true,
            version: String::new(),
        });
        content.about.push(Block { heading: at % 2 == 0, content: odd.clone() });
        content.privacy_policy.push(Block { heading: false, content: odd });
    }
    // Nothing in it yet.
    content.categories.push(Category { id: id(), title: text("Empty"), ..Default::default() });
    let parent = content.categories[0].id.clone();
    content.subcategories.insert(
        1,
        Subcategory { id: id(), title: text("Empty"), category: parent, version: String::new() },
    );
    content
}

fn options() -> Options {
    Options { locale: text("ne"), ..Options::default() }
}

#[test]
fn what_is_not_filled_in_stays_as_it_is() {
    let content = everything();
    let back = read(&write(&content).unwrap(), &options()).unwrap();
    assert!(!back.report.has_errors(), "{:?}", back.report.findings);
    assert_eq!(back.report.count(Kind::MissingText), 0);
    assert_eq!(back.report.count(Kind::UnknownColumn), 0);
    assert_eq!(back.content.articles, content.articles);
    assert_eq!(back.content, content);
}

#[test]
fn a_text_longer_than_a_cell_goes_on_beside_it() {
    let long = "नेपाली लेख ".repeat(9_000);
    let content = Content {
        lang: text("ne"),
        avatar_messages: vec![AvatarMessage { id: uuid(1), content: long, ..Default::default() }],
        ..Content::default()
    };
    let back = read(&write(&content).unwrap(), &options()).unwrap();
    assert_eq!(back.report.count(Kind::UnknownColumn), 0, "{:?}", back.report.findings);
    assert_eq!(back.content, content);
}

#[test]
fn titles_may_be_equal_and_anything() {
    let titles =
        ["Body", "body", "Body", "a/b:c", "", "Quizzes", "Read me", "History", &"long ".repeat(20)];
    let mut content = Content { lang: text("en"), ..Content::default() };
    for (at, title) in (0..).zip(titles) {
        let category = Category { id: uuid(at), title: text(title), ..Default::default() };
        content.subcategories.push(Subcategory {
            id: uuid(100 + at),
            title: text("Part"),
            category: category.id.clone(),
            version: String::new(),
        });
        content.articles.push(Article {
            id: uuid(200 + at),
            category: category.id.clone(),
            subcategory: uuid(100 + at),
            heading: text("Heading"),
            text: text("Text"),
            ..Default::default()
        });
        content.categories.push(category);
    }
    let options = Options { locale: text("en"), ..Options::default() };
    let back = read(&write(&content).unwrap(), &options).unwrap();
    // A category without a title is nowhere to be read.
    content.categories.retain(|category| !category.title.is_empty());
    assert_eq!(back.content, content);
    assert_eq!(back.report.count(Kind::DanglingReference), 2);
}

#[test]
fn new_ids_keep_the_references() {
    let content = everything();
    let options = Options { ids: Ids::New, ..options() };
    let back = read(&write(&content).unwrap(), &options).unwrap().content;
    assert_ne!(back.articles[0].id, content.articles[0].id);
    let mut report = Default::default();
    domain::exchange::integrity::check(&back, &Default::default(), &mut report);
    assert_eq!(report.findings, []);
}

#[test]
fn blanks_are_left_out_or_blank_when_asked() {
    let content = everything();
    let file = write(&content).unwrap();
    let blank = |blank| read(&file, &Options { blank, ..options() }).unwrap();
    let left_out = blank(Blank::LeaveOut);
    assert!(left_out.content.articles.is_empty() && left_out.content.about.is_empty());
    assert_eq!(left_out.content.categories.len(), content.categories.len());
    let blanked = blank(Blank::Blank);
    assert_eq!(blanked.content.articles.len(), content.articles.len());
    assert!(blanked.content.articles.iter().all(|article| article.text.is_empty()));
    assert!(blanked.content.quizzes.iter().all(|quiz| quiz.right_answer == "3"));
}
