//! Permanent alerts: short messages that certain versions of the app show.

mod form;
mod save;

use db::alert::Alert;
use db::editing::Image;
use serde_json::{Value, json};

use crate::access::{Need, Routes};
use domain::access::Ability;

/// Adds the routes of permanent alerts; their list is on the page of notifications.
pub(crate) fn routes(routes: &mut Routes<'_>) {
    let need = Need::Ability(Ability::SendPush);
    routes
        .get("/permanent-alert/new", need, form::new)
        .get("/permanent-alert/{id}", need, form::edit)
        .post("/permanent-alert", need, save::create)
        .put("/permanent-alert/{id}", need, save::update)
        .post("/permanent-alert/{id}", need, save::update)
        .delete("/permanent-alert/{id}", need, save::delete)
        .post("/permanent-alert/{id}/delete", need, save::delete);
}

/// An alert as the original's record has it.
pub(crate) fn json(alert: &Alert, lang: &str) -> Value {
    json!({
        "id": alert.id,
        "message": alert.message,
        "versions": alert.versions,
        "isPermanent": alert.is_permanent,
        "live": alert.live,
        "lang": lang,
    })
}

/// An alert of the image of its row.
fn of_image(image: &Image) -> Alert {
    let values = image.values();
    let text = |name: &str| values.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let flag = |name: &str| values.get(name).and_then(Value::as_bool).unwrap_or(false);
    Alert {
        id: values
            .get("id")
            .and_then(Value::as_i64)
            .and_then(|id| id.try_into().ok())
            .unwrap_or_default(),
        message: text("message"),
        versions: text("versions"),
        is_permanent: flag("isPermanent"),
        live: flag("live"),
    }
}
