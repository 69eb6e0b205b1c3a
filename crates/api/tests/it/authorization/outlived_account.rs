//! A token whose account is gone.

use serde_json::json;
use uuid::Uuid;

use crate::phone::ANSWER;
use crate::service::Service;
use crate::token;

#[test]
fn each_route_says_that_there_is_no_such_user() {
    let service = Service::with(&[("USE_AVATAR_CUSTOMIZATION", "true")]);
    let phone = service.phone().with_token(&token::of(&Uuid::new_v4().to_string()));
    for (path, body) in [
        ("/account/replace-store", json!({"storeVersion": 3, "appState": "{}"})),
        ("/account/edit-info", json!({"name": "test-girl-1"})),
        (
            "/account/edit-secret-answer",
            json!({"previousSecretAnswer": ANSWER, "nextSecretAnswer": "x"}),
        ),
        ("/account/update-avatar", json!({"avatar": {}})),
        ("/account/update-verified-dates", json!({"metadata": {}})),
        ("/account/update-verified-dates", json!({})),
    ] {
        phone.post(path, &body).is_error(404, "NotFoundError", "User not found");
    }
    assert_eq!(service.database.count("SELECT count(*) FROM oky_user"), 0);
}
