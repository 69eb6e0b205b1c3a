//! The content file of the app.

use std::time::Duration;

use serde_json::Value;

use super::sheets::sheets;
use super::{Wants, converted, demo, empty, found, upload};
use crate::services::within;

/// Two of everything, small enough to read.
const ROWS: &str = r#"
INSERT INTO category (id, title, primary_emoji, primary_emoji_name, lang, "sortingKey") VALUES
('10000000-0000-4000-8000-000000000001', 'शरीर', E'🌱\n', 'बढ्दो', 'ne', 2),
('10000000-0000-4000-8000-000000000002', 'मन "र" साथी', '💛', 'मन', 'ne', 1);
INSERT INTO subcategory (id, title, parent_category, lang, "sortingKey") VALUES
('20000000-0000-4000-8000-000000000001', 'परिवर्तन', '10000000-0000-4000-8000-000000000001', 'ne', 2),
('20000000-0000-4000-8000-000000000002', 'खाना', '10000000-0000-4000-8000-000000000001', 'ne', 1);
INSERT INTO article (id, category, subcategory, article_heading, article_text, live, lang, "sortingKey",
  "isAgeRestricted", "ageRestrictionLevel", "contentFilter", "voiceOverKey") VALUES
('30000000-0000-4000-8000-000000000001', '10000000-0000-4000-8000-000000000001', '20000000-0000-4000-8000-000000000001',
 'पहिलो', E'एक\nदुई', true, 'ne', 2, true, 15, 1, 'a.mp3'),
('30000000-0000-4000-8000-000000000002', '10000000-0000-4000-8000-000000000001', '20000000-0000-4000-8000-000000000001',
 'दोस्रो', 'तीन', false, 'ne', 1, NULL, 0, 0, NULL),
('30000000-0000-4000-8000-000000000003', '10000000-0000-4000-8000-000000000001', 'gone', 'अनाथ', 'चार', true, 'ne', 3, false, 0, 0, NULL);
INSERT INTO quiz (id, topic, question, option1, option2, option3, right_answer, right_answer_response,
  wrong_answer_response, "isAgeRestricted", live, lang) VALUES
('40000000-0000-4000-8000-000000000001', 'ख', 'प्रश्न?', 'क', 'ख', 'ग', '2', 'हो', 'होइन', true, true, 'ne'),
('40000000-0000-4000-8000-000000000002', 'क', 'अर्को?', 'क', 'ख', 'ग', '3', 'हो', 'होइन', false, false, 'ne');
INSERT INTO did_you_know (id, title, content, "isAgeRestricted", live, lang) VALUES
('50000000-0000-4000-8000-000000000001', 'तथ्य', 'पाठ', false, true, 'ne'),
('50000000-0000-4000-8000-000000000002', 'तथ्य २', 'पाठ', true, false, 'ne');
INSERT INTO avatar_messages (id, content, live, lang) VALUES
('70000000-0000-4000-8000-000000000001', 'नमस्ते', true, 'ne'),
('70000000-0000-4000-8000-000000000002', 'लुकेको', false, 'ne');
INSERT INTO video (id, title, "youtubeId", "assetName", live, lang, "sortingKey") VALUES
('80000000-0000-4000-8000-000000000001', 'भिडियो', 'abc', NULL, true, 'ne', 1);
INSERT INTO help_center_attribute (id, name, emoji, "isActive", lang) VALUES (5, 'हेल्पलाइन', '📞', true, 'ne');
INSERT INTO help_center (id, title, caption, "contactOne", "contactTwo", address, website, lang, region, "subRegion",
  "isAvailableNationwide", "primaryAttributeId", "otherAttributes", "isActive", "sortingKey") VALUES
(7, 'केन्द्र', 'सहयोग', '1098', '', 'नेपाल', '', 'ne', 'NP', '3111', false, 5, NULL, true, 1);
INSERT INTO about (json_dump, "timestamp", lang) VALUES
('[{"type":"HEADING","content":"पुरानो"}]', now(), 'ne'),
('[{"type": "HEADING", "content": "एप"}, {"type": "CONTENT", "content": "पाठ"}]', now(), 'ne');
"#;

#[test]
fn its_shape_is_what_the_app_reads() {
    let mut desk = empty("ne");
    desk.database.execute(ROWS);
    let all = desk.get("/data/generate-content-ts");
    assert_eq!(all.header("content-type"), Some("text/plain; charset=utf-8"));
    insta::assert_snapshot!("all", all.text());
    let live = desk.get("/data/generate-content-ts?live=true");
    let name = live.header("content-disposition").unwrap();
    assert!(name.starts_with("attachment; filename=\"content-ne-") && name.ends_with(".ts\""));
    insta::assert_snapshot!("live", live.text());
    // The same as JSON.
    let json = desk.get("/data/generate-content-ts?format=json");
    assert_eq!(json.header("content-type"), Some("application/json; charset=utf-8"));
    let rest = all.text().strip_prefix("export const ne = ").unwrap();
    assert_eq!(json.json(), serde_json::from_str::<Value>(rest).unwrap());
}

#[test]
fn all_means_all_and_live_means_live() {
    let mut desk = demo("en");
    desk.database.execute(
        "UPDATE quiz SET live = false WHERE lang = 'en' AND right_answer = '1'; \
         UPDATE did_you_know SET live = false WHERE lang = 'en'; \
         UPDATE help_center SET \"isActive\" = false WHERE id = 1",
    );
    let mut sizes = |path: &str| {
        let bundle = desk.get(path).json();
        ["quizzes", "didYouKnows"].map(|kind| bundle[kind]["allIds"].as_array().unwrap().len())
    };
    let all = sizes("/data/generate-content-ts?format=json");
    let live = sizes("/data/generate-content-ts?format=json&live=true");
    assert_eq!(all[0], 10);
    assert!(live[0] < all[0] && live[0] > 0);
    assert!(all[1] > 0 && live[1] == 0);
    within(Duration::from_secs(5), "phones see the same", || {
        let phones = desk.get_json("/mobile/quizzes/en").json();
        phones.as_array().unwrap().len() == live[0]
    });
}

#[test]
fn a_bundle_becomes_a_workbook_and_comes_back() {
    let mut desk = demo("ne");
    for path in ["/data/generate-content-ts", "/data/generate-content-ts?format=json"] {
        let bundle = desk.get(path);
        let answer =
            upload(&mut desk, "/data/upload-content-bundle", &bundle.body, &[], Wants::Json);
        assert_eq!(found(&answer), []);
        let path = answer.json()["file"].as_str().unwrap().to_owned();
        let workbook = desk.get(&path);
        assert!(sheets(&workbook.body).len() > 10);
        assert_eq!(
            converted(&mut desk, &workbook.body, &[]),
            desk.get("/data/generate-content-ts").text()
        );
    }
}

#[test]
fn a_bundle_written_by_hand_is_read_and_checked() {
    let mut desk = empty("ne");
    let bundle = r"
import { Content } from '../types'
// By hand.
export const ne: Content = {
  locale: 'ne',
  categories: {
    byId: {
      c: { id: 'c', name: `शरीर`, tags: { primary: { name: 'tag', emoji: '🌱\n' } }, subCategories: ['s', 'gone'] },
    },
    allIds: ['c'],
  },
  subCategories: { byId: { s: { id: 's', name: 'भाग', articles: ['a'] } }, allIds: ['s'] },
  articles: {
    byId: { a: { id: 'a', title: 'शीर्षक', content: '', category: 'शरीर', subCategory: 'भाग' } },
    allIds: ['a'],
  },
  quizzes: {
    byId: { q: { id: 'q', question: '?', answers: [{ text: 'x', emoji: '', isCorrect: false }], response: {} } },
    allIds: ['q'],
  },
  didYouKnows: { byId: {}, allIds: [] },
  avatarMessages: [{ id: 'm', content: 'नमस्ते', live: true }],
} as const
";
    let answer =
        upload(&mut desk, "/data/upload-content-bundle", bundle.as_bytes(), &[], Wants::Json);
    let kinds = found(&answer);
    assert_eq!(
        kinds,
        [
            ("dangling-reference".to_owned(), 1),
            ("no-right-answer".to_owned(), 1),
            ("missing-text".to_owned(), 3)
        ]
    );
    let path = answer.json()["file"].as_str().unwrap().to_owned();
    let workbook = sheets(&desk.get(&path).body);
    assert_eq!(workbook[1].name, "शरीर");
    assert_eq!(workbook[1].cells("primary_emoji"), ["🌱"]);
    let refused = upload(
        &mut desk,
        "/data/upload-content-bundle",
        b"export const ne = {\n  quizzes: makeQuizzes(),\n}",
        &[],
        Wants::File,
    );
    assert_eq!(refused.status, 400);
    assert!(refused.text().contains("Line 2"), "{}", refused.text());
}

#[test]
fn the_check_finds_what_does_not_belong_together() {
    let mut desk = empty("ne");
    assert_eq!(found(&desk.get_json("/data/check")), []);
    desk.database.execute(ROWS);
    assert_eq!(found(&desk.get_json("/data/check")), [("dangling-reference".to_owned(), 1)]);
    let page = desk.get("/data/check");
    assert!(page.text().contains("अनाथ: gone"), "{}", page.text());
}
