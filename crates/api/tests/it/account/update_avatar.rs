//! `POST /account/update-avatar`

use insta::assert_snapshot;
use serde_json::json;

use crate::service::Service;

const ROUTE: &str = "/account/update-avatar";
const ON: [(&str, &str); 1] = [("USE_AVATAR_CUSTOMIZATION", "true")];

#[test]
fn the_figure_is_echoed_as_sent_and_stored_with_its_gaps_filled() {
    let service = Service::with(&ON);
    let girl = service.girl("test-girl-1");
    let sent =
        r#"{"avatar":{"hair":"01","devices":["glasses"," ",5],"smile":null,"x":{"y": 1.50}}}"#;
    assert_snapshot!(girl.phone.post_text(ROUTE, sent).redacted(&[(&girl.id, "[id]")]));
    assert_eq!(
        service.database.text("SELECT avatar::text AS text FROM oky_user"),
        r#"{"hair":"01","devices":["glasses"],"smile":"smile","x":{"y": 1.50},"customAvatarUnlocked":false}"#
    );
    // She gets it back at login.
    assert_eq!(girl.session()["user"]["avatar"]["hair"], "01");
}

#[test]
fn absent_leaves_it_and_null_takes_it_away() {
    let service = Service::with(&ON);
    let girl = service.girl("test-girl-1");
    let before = service.row(&girl.id)["avatar"].clone();
    assert_eq!(girl.phone.post(ROUTE, &json!({})).json(), json!({"userId": girl.id}));
    assert_eq!(service.row(&girl.id)["avatar"], before);

    assert_eq!(
        girl.phone.post(ROUTE, &json!({"avatar": null})).json(),
        json!({"userId": girl.id, "avatar": null})
    );
    assert_eq!(service.database.count("SELECT count(*) FROM oky_user WHERE avatar IS NULL"), 1);
}

#[test]
fn what_is_no_figure_is_refused() {
    let service = Service::with(&ON);
    let girl = service.girl("test-girl-1");
    for avatar in [json!("a text"), json!(["a", "list"]), json!(7), json!(true)] {
        let answer = girl.phone.post(ROUTE, &json!({"avatar": avatar}));
        answer.is_error(400, "BadRequestError", "avatar must be an object or null");
    }
    assert_eq!(girl.phone.post(ROUTE, &json!({"avatar": false})).status, 200);
}

#[test]
fn without_the_setting_there_are_no_figures() {
    let service = Service::start();
    let girl = service.girl("test-girl-1");
    for body in [r#"{"avatar":{}}"#, "no JSON"] {
        let answer = girl.phone.post_text(ROUTE, body);
        answer.is_error(401, "UnauthorizedError", "Avatar customization is not enabled");
    }
    // The token is looked at first.
    assert_eq!(service.phone().post_text(ROUTE, "{}").json()["name"], "AuthorizationRequiredError");
}
