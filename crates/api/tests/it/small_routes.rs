//! Routes with little behind them.

use serde_json::json;

use crate::service::Service;

#[test]
fn the_root_says_that_the_service_runs() {
    let service = Service::start();
    let answer = service.phone().get("/");
    assert_eq!((answer.status, answer.text()), (200, "API is running"));
    assert_eq!(answer.header("content-type"), Some("text/html; charset=utf-8"));
}

#[test]
fn a_finished_survey_is_taken_note_of_by_nobody() {
    let service = Service::start();
    let answer = service.phone().post("/survey", &json!({"live": true, "questions": []}));
    assert_eq!((answer.status, answer.text()), (204, ""));
}

#[test]
fn a_prediction_is_made_of_lengths_and_of_nothing_else() {
    let service = Service::start();
    let ask = |body| service.phone().post("/menstruation-prediction", &body);
    for body in [json!({}), json!({"cycle_lengths": [28, 30], "period_lengths": [4, 5], "age": 14})]
    {
        assert_eq!(ask(body).status, 200);
    }
    for body in
        [json!({"cycle_lengths": "28"}), json!({"period_lengths": [null]}), json!({"age": "14"})]
    {
        assert_eq!(ask(body.clone()).status, 400, "{body}");
    }
}

#[test]
fn one_trailing_slash_is_allowed() {
    let service = Service::start();
    service.girl("test-girl-1");
    assert_eq!(service.phone().get("/account/info/test-girl-1/").status, 200);
    assert_eq!(
        service.phone().post("/account/login/", &json!({"name": "nobody", "password": "x"})).status,
        401
    );
    assert_eq!(service.phone().post("/account/login//", &json!({})).status, 404);
    assert_eq!(service.phone().post("//account/login", &json!({})).status, 404);
}
