//! The picture above the about text.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use domain::access::Role;
use serde_json::{Value, json};

use super::room;
use crate::editors::{self, Visitor};
use crate::freshness::SOON;
use crate::services::within;
use crate::wire::Answer;

/// A PNG of one colour.
pub(crate) fn picture(width: u32, height: u32, colour: u8) -> Vec<u8> {
    let pixels = image::RgbImage::from_pixel(width, height, image::Rgb([colour, 80, 120]));
    let mut bytes = std::io::Cursor::new(Vec::new());
    pixels.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    bytes.into_inner()
}

pub(crate) fn as_json(bytes: &[u8]) -> Value {
    json!({"image": format!("data:image/png;base64,{}", STANDARD.encode(bytes)), "timestamp": 1})
}

/// Sends a file as the page's form does.
fn upload(editor: &mut Visitor, accept: &str, bytes: &[u8]) -> Answer {
    let head = "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\nContent-Type: image/png\r\n\r\n";
    let body = [head.as_bytes(), bytes, b"\r\n--edge--\r\n"].concat();
    let headers = [
        ("Accept", accept),
        ("Content-Type", "multipart/form-data; boundary=edge"),
        ("Sec-Fetch-Site", "same-origin"),
    ];
    editor.request("POST", "/about-banner-management", &headers, &body)
}

#[test]
fn a_banner_takes_the_place_of_the_one_before() {
    let mut room = room();
    let conditional = "/mobile/about-banner-conditional/en?timestamp=0";
    let stored = room.editor.post_json("/about-banner-management", &as_json(&picture(40, 20, 1)));
    assert_eq!(stored.status, 200, "{}", stored.text());
    let first = stored.json();
    assert!(first["image"].as_str().unwrap().starts_with("data:image/png;base64,"));
    within(SOON, "first", || room.cms.get(conditional).json()["aboutBanner"] == first["image"]);
    let known = room.cms.get(conditional).json()["aboutBannerTimestamp"].as_i64().unwrap();
    // The original's clock may have been ahead.
    room.database.execute("UPDATE about_banner SET timestamp = now() + interval '1 hour'");
    let answer = upload(&mut room.editor, "application/json", &picture(40, 20, 2));
    assert_eq!(answer.status, 200, "{}", answer.text());
    let second = answer.json();
    assert_eq!(second["id"], first["id"]);
    assert_ne!(second["image"], first["image"]);
    assert_eq!(room.database.count("SELECT count(*) FROM about_banner"), 1);
    assert_eq!(
        room.database.count(
            "SELECT count(*) FROM about_banner WHERE timestamp > now() + interval '59 minutes'"
        ),
        1
    );
    let newer = format!("/mobile/about-banner-conditional/en?timestamp={known}");
    within(SOON, "second", || room.cms.get(&newer).json()["aboutBanner"] == second["image"]);
    let page = room.editor.get("/about-management");
    assert!(page.text().contains(second["image"].as_str().unwrap()));
    let by_form = upload(&mut room.editor, "text/html", &picture(30, 20, 3));
    assert_eq!(
        (by_form.status, by_form.header("location")),
        (303, Some("/about-management#banner"))
    );
}

#[test]
fn a_large_picture_is_made_small_and_others_are_refused() {
    let mut room = room();
    let stored = upload(&mut room.editor, "application/json", &picture(3000, 1500, 4));
    assert_eq!(stored.status, 200, "{}", stored.text());
    let image = stored.json()["image"].as_str().unwrap().to_owned();
    let bytes = STANDARD.decode(image.split_once(',').unwrap().1).unwrap();
    assert!(image::load_from_memory(&bytes).unwrap().width() <= 1200);
    for (what, body, status) in [
        ("no image", json!({}), 400),
        ("an address", json!({"image": "https://example.org/a.png"}), 415),
        ("a script", as_json(b"<svg onload='alert(1)'></svg>"), 415),
        ("no base64", json!({"image": "data:image/png;base64,%%"}), 400),
    ] {
        let answer = room.editor.post_json("/about-banner-management", &body);
        assert_eq!(answer.status, status, "{what}: {}", answer.text());
    }
    let refused = upload(&mut room.editor, "text/html", b"no picture at all");
    assert_eq!(refused.status, 303);
    assert!(room.editor.get("/about-management").text().contains("This is not an image"));
    assert_eq!(room.database.count("SELECT count(*) FROM revision"), 1);
}

#[test]
fn a_banner_is_deleted_and_brought_back() {
    let mut room = room();
    let image = as_json(&picture(40, 20, 5));
    let id = room.editor.post_json("/about-banner-management", &image).json()["id"].to_string();
    let row = format!("/about-banner-management/{id}");
    let mut nepali = editors::signed_in(&room.cms, &room.database, Role::Admin, "ne");
    assert_eq!(nepali.delete(&row).status, 404);
    assert_eq!(nepali.post_json("/about-banner-management", &image).status, 200);
    assert_eq!(
        room.database.count("SELECT count(*) FROM about_banner"),
        2,
        "one for each language"
    );
    assert_eq!(room.editor.post_form(&format!("{row}/delete"), &[]).status, 303);
    within(SOON, "gone", || room.cms.get("/mobile/about-banner/en").text().is_empty());
    let page = room.editor.get("/about-management");
    assert!(page.text().contains("There is no banner."));
    let undo = regex::Regex::new(r#"action="(/trash/[0-9a-f-]+/undo)""#).unwrap();
    let undo = undo.captures(page.text()).unwrap()[1].to_owned();
    assert_eq!(room.editor.post_form(&undo, &[]).status, 303);
    within(SOON, "back", || room.cms.get("/mobile/about-banner/en").text().starts_with("data:"));
    assert_eq!(room.editor.delete("/about-banner-management/x").status, 404);
}
