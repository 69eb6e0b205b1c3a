//! The list of surveys.

use serde_json::json;

use super::{answer, create, room, stored};

#[test]
fn the_list_is_searched_filtered_sorted_and_paged_by_its_address() {
    let mut room = room();
    for number in 1..=26 {
        let body = json!({
            "live": number % 2 == 0,
            "questions": [{"question": format!("Question {number:02}?"), "is_multiple": false}],
        });
        create(&mut room.editor, &body);
    }
    let mut shown = |query: &str| -> Vec<String> {
        let page = room.editor.get(&format!("/survey-management?{query}"));
        assert_eq!(page.status, 200, "{query}");
        let name = regex::Regex::new(r"excerpt.>(Question \d\d\?)<").unwrap();
        name.captures_iter(page.text()).map(|found| found[1].to_owned()).collect()
    };
    assert_eq!(shown("").len(), 25);
    assert_eq!(shown("")[0], "Question 26?");
    assert_eq!(shown("page=2"), ["Question 01?"]);
    assert_eq!(shown("sort=name&dir=asc")[0], "Question 01?");
    assert_eq!(shown("q=question+07"), ["Question 07?"]);
    assert_eq!(shown("q=%25"), Vec::<String>::new());
    assert_eq!(shown("live=true").len(), 13);
    assert_eq!(shown("offered=false"), Vec::<String>::new());
    assert_eq!(shown("age=15"), Vec::<String>::new());
    assert_eq!(shown("sort=nothing&dir=up&page=x&live=maybe"), Vec::<String>::new());
    assert_eq!(shown("page=99999999").len(), 25);
}

#[test]
fn few_answers_are_not_counted_out() {
    let mut room = room();
    let (few, many) = (stored(&mut room.editor), stored(&mut room.editor));
    answer(&room.database, &few, 9);
    answer(&room.database, &many, 23);
    let page = room.editor.get("/survey-management");
    assert!(page.text().contains("fewer than 10"));
    assert!(page.text().contains(">20<"), "rounded down to fives");
    assert!(!page.text().contains(">9<") && !page.text().contains(">23<"));
}
