//! The workbook goes out, is filled in, and comes back.

use serde_json::Value;

use super::sheets::{Sheet, file, sheets};
use super::{Wants, converted, demo, empty, found, upload};

/// The object of a source file.
fn object(source: &str, name: &str) -> Value {
    let rest = source.strip_prefix(&format!("export const {name} = ")).expect("the constant");
    serde_json::from_str(rest).unwrap()
}

#[test]
fn unfilled_it_brings_back_what_went_out() {
    for lang in ["en", "ne"] {
        let mut desk = demo(lang);
        let workbook = desk.get("/data/generate-content-sheet");
        assert_eq!(workbook.status, 200);
        let name = workbook.header("content-disposition").unwrap();
        assert!(name.starts_with(&format!("attachment; filename=\"content-{lang}-2")), "{name}");
        let straight = desk.get("/data/generate-content-ts");
        assert_eq!(converted(&mut desk, &workbook.body, &[]), straight.text(), "{lang}");
    }
}

#[test]
fn filled_in_it_becomes_the_content_of_the_other_language() {
    let mut desk = demo("en");
    let workbook = desk.get("/data/generate-content-sheet");
    let mut filled = sheets(&workbook.body);
    for sheet in &mut filled {
        if sheet.name != "Read me" {
            sheet.fill(|column, original| match column {
                "right_answer" => original.to_owned(),
                _ => format!("अनुवाद: {original}"),
            });
        }
    }
    let answer = upload(
        &mut desk,
        "/data/upload-content-sheet",
        &file(&filled),
        &[("locale", "ne")],
        Wants::Json,
    );
    // The demo's texts are short, but its limits are not made for a longer prefix.
    let kinds = found(&answer);
    assert!(kinds.iter().all(|(kind, _)| kind == "too-long"), "{kinds:?}");
    let answer = desk.get(answer.json()["file"].as_str().unwrap());
    assert!(answer.header("content-disposition").unwrap().contains("\"ne.ts\""));
    let translated = object(answer.text(), "ne");
    let mut expected = object(desk.get("/data/generate-content-ts").text(), "en");
    translate(&mut expected, "");
    expected["locale"] = "ne".into();
    // The language of a help center is that of the file.
    let text = expected.to_string().replace(r#""lang":"en""#, r#""lang":"ne""#);
    assert_eq!(translated, serde_json::from_str::<Value>(&text).unwrap());
}

/// Does to a bundle what the test does to the workbook.
fn translate(value: &mut Value, key: &str) {
    const TEXTS: [&str; 16] = [
        "name",
        "title",
        "content",
        "category",
        "subCategory",
        "question",
        "text",
        "correct",
        "in_correct",
        "caption",
        "contactOne",
        "contactTwo",
        "address",
        "website",
        "assetName",
        "youtubeId",
    ];
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                // The tag of a category is overwritten where it stands, not beside.
                if name != "tags" {
                    translate(member, name);
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| translate(item, key)),
        Value::String(text) if TEXTS.contains(&key) && !text.is_empty() => {
            *text = format!("अनुवाद: {text}");
        }
        _ => {}
    }
}

#[test]
fn every_kind_and_every_row_is_there() {
    let mut desk = demo("ne");
    desk.database.execute("UPDATE quiz SET live = false WHERE lang = 'ne' AND right_answer = '1'");
    let found = sheets(&desk.get("/data/generate-content-sheet").body);
    let names: Vec<&str> = found.iter().map(|sheet| sheet.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "Read me",
            "तिम्रो महिनावारी",
            "बढ्दो शरीर",
            "भावना र साथीहरू",
            "अधिकार र सुरक्षा",
            "Quizzes",
            "Did you know",
            "Avatars",
            "Privacy",
            "Terms",
            "About",
            "Help",
            "Help attributes",
            "Videos",
            "Surveys"
        ]
    );
    let rows: Vec<usize> = found[1..].iter().map(|sheet| sheet.rows.len() - 1).collect();
    let count = |table: &str| {
        let sql = format!("SELECT count(*) FROM {table} WHERE lang = 'ne'");
        usize::try_from(desk.database.count(&sql)).unwrap()
    };
    assert_eq!(rows[..4].iter().sum::<usize>(), count("article"));
    assert_eq!(rows[4], count("quiz"));
    assert_eq!(rows[5], count("did_you_know"));
    assert_eq!(rows[6], count("avatar_messages"));
    assert_eq!(
        (rows[10], rows[11], rows[12]),
        (count("help_center"), count("help_center_attribute"), count("video"))
    );
    let quizzes = &found[5];
    assert!(quizzes.cells("live").contains(&"false"));
    assert!(quizzes.cells("version").iter().all(|version| version.len() == 32));
    // The columns of the original come first and in its order.
    assert_eq!(
        quizzes.rows[0][..20].join(" "),
        "id topic_original topic question_original question option1_original option1 \
         option2_original option2 option3_original option3 right_answer_original right_answer \
         wrong_answer_response_original wrong_answer_response right_answer_response_original \
         right_answer_response answer isAgeRestricted live"
    );
    assert_eq!(
        found[1].rows[0][..14].join(" "),
        "id cat_id subcat_id category_title_original category_title subcategory_title_original \
         subcategory_title article_heading_original article_heading article_text_original \
         article_text primary_emoji primary_emoji_name live"
    );
}

#[test]
fn a_language_without_anything_has_a_workbook_too() {
    let mut desk = empty("ne");
    let workbook = desk.get("/data/generate-content-sheet");
    assert_eq!(workbook.status, 200);
    let found = sheets(&workbook.body);
    assert_eq!(found.len(), 11);
    assert!(found[1..].iter().all(|sheet| sheet.rows.len() == 1), "names of columns only");
    let source = converted(&mut desk, &workbook.body, &[]);
    assert_eq!(source, desk.get("/data/generate-content-ts").text());
    assert_eq!(object(&source, "ne")["privacyPolicy"], serde_json::json!([]));
}

#[test]
fn titles_may_be_equal_or_nothing_that_excel_likes() {
    let mut desk = empty("en");
    for (at, title) in
        ["Body", "body", "Body", "A/B: what? [new] *", "Quizzes", "'x'", &"long ".repeat(12)]
            .iter()
            .enumerate()
    {
        let title = title.replace('\'', "''");
        desk.database.execute(&format!(
            "INSERT INTO category (id, title, primary_emoji, primary_emoji_name, lang, \"sortingKey\") \
             VALUES ('10000000-0000-4000-8000-00000000000{at}', '{title}', E'🌱\\n', 'tag', 'en', {at}); \
             INSERT INTO subcategory (id, title, parent_category, lang, \"sortingKey\") \
             VALUES ('20000000-0000-4000-8000-00000000000{at}', '=HYPERLINK(1)', \
                     '10000000-0000-4000-8000-00000000000{at}', 'en', {at}); \
             INSERT INTO article (id, category, subcategory, article_heading, article_text, live, lang, \"sortingKey\") \
             VALUES ('30000000-0000-4000-8000-00000000000{at}', '10000000-0000-4000-8000-00000000000{at}', \
                     '20000000-0000-4000-8000-00000000000{at}', '+1', '@x', true, 'en', {at})"
        ));
    }
    let workbook = desk.get("/data/generate-content-sheet");
    assert_eq!(workbook.status, 200);
    let names: Vec<String> =
        sheets(&workbook.body).iter().map(|sheet| sheet.name.clone()).collect();
    assert_eq!(
        names[1..8],
        [
            "Body",
            "body (2)",
            "Body (3)",
            "A B what new",
            "Quizzes (2)",
            "x",
            "long long long long long long l"
        ]
    );
    assert_eq!(
        converted(&mut desk, &workbook.body, &[]),
        desk.get("/data/generate-content-ts").text()
    );
}

#[test]
fn nothing_in_it_is_a_formula() {
    let mut desk = demo("en");
    desk.database.execute(
        "UPDATE avatar_messages SET content = '=HYPERLINK(\"http://x\",\"y\")' WHERE lang = 'en'; \
         UPDATE did_you_know SET title = '+1+1', content = '@SUM(A1)' WHERE lang = 'en'; \
         UPDATE video SET title = '-2', \"assetName\" = E'\\t=1' WHERE lang = 'en'",
    );
    let workbook = desk.get("/data/generate-content-sheet").body;
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(workbook.clone())).unwrap();
    for at in 0..archive.len() {
        let mut entry = archive.by_index(at).unwrap();
        if entry.name().unwrap().contains("worksheets/sheet") {
            let mut xml = String::new();
            std::io::Read::read_to_string(&mut entry, &mut xml).unwrap();
            assert!(!xml.contains("<f>") && !xml.contains("<f "), "a formula");
        }
    }
    let found = sheets(&workbook);
    let avatars = found.iter().find(|sheet| sheet.name == "Avatars").unwrap();
    assert_eq!(avatars.cells("content_original")[0], "=HYPERLINK(\"http://x\",\"y\")");
}

#[test]
fn the_translators_cells_are_open_and_the_rest_is_locked() {
    let mut desk = demo("en");
    let workbook = desk.get("/data/generate-content-sheet").body;
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(workbook)).unwrap();
    let mut xml = String::new();
    std::io::Read::read_to_string(
        &mut archive.by_name("xl/worksheets/sheet6.xml").unwrap(),
        &mut xml,
    )
    .unwrap();
    assert!(xml.contains("<sheetProtection "), "{}", &xml[..400]);
    assert!(xml.contains("state=\"frozen\"") && xml.contains("hidden=\"1\""));
    let mut styles = String::new();
    std::io::Read::read_to_string(&mut archive.by_name("xl/styles.xml").unwrap(), &mut styles)
        .unwrap();
    assert!(styles.contains("<protection locked=\"0\"/>"));
}

#[test]
fn a_report_names_what_is_wrong_by_sheet_row_and_column() {
    let mut desk = empty("en");
    let id = |number: u32| format!("00000000-0000-4000-8000-{number:012}");
    let mut quizzes = Sheet::new(
        "Quizzes",
        &[
            &[
                "id",
                "topic_original",
                "topic",
                "question_original",
                "question",
                "option1_original",
                "option1",
                "option2_original",
                "option2",
                "option3_original",
                "option3",
                "right_answer_original",
                "right_answer",
                "wrong_answer_response_original",
                "wrong_answer_response",
                "right_answer_response_original",
                "right_answer_response",
                "live",
                "colour",
            ],
            &[
                &id(1),
                "t",
                "त",
                "q",
                "प्र",
                "a",
                "क",
                "b",
                "ख",
                "c",
                "ग",
                "1",
                "",
                "no",
                "होइन",
                "yes",
                "हो",
                "true",
                "red",
            ],
            &[
                &id(2),
                "t",
                "",
                "q",
                &"लामो ".repeat(80),
                "a",
                "क",
                "b",
                "ख",
                "c",
                "ग",
                "",
                "",
                "no",
                "",
                "yes",
                "हो",
                "perhaps",
                "",
            ],
            &[
                &id(1),
                "t",
                "त",
                "q",
                "प्र",
                "a",
                "क",
                "b",
                "ख",
                "",
                "",
                "1",
                "",
                "no",
                "होइन",
                "yes",
                "हो",
                "false",
                "",
            ],
        ],
    );
    quizzes.rows[3].truncate(18);
    let articles = Sheet::new(
        "Somewhere",
        &[
            &[
                "id",
                "cat_id",
                "subcat_id",
                "category_title_original",
                "category_title",
                "subcategory_title_original",
                "article_heading_original",
                "article_heading",
                "article_text_original",
                "article_text",
                "live",
            ],
            &[&id(3), &id(4), &id(5), "Body", "शरीर", "Part", "Heading", "", "Text", "पाठ", "true"],
            &["", &id(4), &id(6), "Body", "जीउ", "", "New", "नयाँ", "Text", "पाठ", "true"],
        ],
    );
    let stray = Sheet::new("Shopping", &[&["milk", "eggs"], &["1", "2"]]);
    let answer = upload(
        &mut desk,
        "/data/upload-content-sheet",
        &file(&[quizzes, articles, stray]),
        &[("locale", "ne")],
        Wants::Json,
    );
    let report = &answer.json()["report"];
    let lines: Vec<String> = report["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| {
            let place = &finding["place"];
            format!(
                "{} {} {} {} [{}]",
                finding["kind"].as_str().unwrap(),
                place["sheet"].as_str().unwrap(),
                place["row"],
                place["column"].as_str().unwrap(),
                finding["detail"].as_str().unwrap(),
            )
        })
        .collect();
    insta::assert_snapshot!(lines.join("\n"));
    // A program that takes the file without reading the report is told.
    let desk = &mut *desk;
    let refused = upload(
        desk,
        "/data/upload-content-sheet",
        &file(&[Sheet::new(
            "Quizzes",
            &[&["id", "question_original", "question"], &[&id(1), "q", "प्र"]],
        )]),
        &[],
        Wants::File,
    );
    assert_eq!(refused.status, 400);
    assert!(refused.text().contains("Quizzes"), "{}", refused.text());
}

#[test]
fn the_form_decides_about_blanks_and_ids() {
    let mut desk = demo("en");
    let workbook = desk.get("/data/generate-content-sheet").body;
    let left_out = object(&converted(&mut desk, &workbook, &[("blank", "leave-out")]), "en");
    assert_eq!(left_out["articles"]["allIds"], serde_json::json!([]));
    // The app shows no empty categories.
    assert_eq!(left_out["categories"]["allIds"], serde_json::json!([]));
    let blank =
        object(&converted(&mut desk, &workbook, &[("blank", "blank"), ("locale", "ne")]), "ne");
    assert_eq!(blank["avatarMessages"][0]["content"], "");
    let new = object(&converted(&mut desk, &workbook, &[("ids", "new")]), "en");
    let old = object(desk.get("/data/generate-content-ts").text(), "en");
    assert_ne!(new["quizzes"]["allIds"][0], old["quizzes"]["allIds"][0]);
    assert_eq!(new["helpCenters"], old["helpCenters"]);
}
