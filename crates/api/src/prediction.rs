//! `POST /menstruation-prediction`

use actix_web::{HttpResponse, web};
use domain::json::Fields;
use domain::prediction::{History, Prediction, predict};
use server::answer;
use server::body::{Body, FromFields};
use server::error::{Error, ErrorBody};

/// Adds the route.
pub fn routes(config: &mut web::ServiceConfig) {
    config.route("/menstruation-prediction", web::post().to(predict_cycle));
}

/// A history, read from a request.
pub struct HistoryIn(pub History);

impl FromFields for HistoryIn {
    fn from_fields(fields: &Fields<'_>) -> Result<Self, Error> {
        let lengths = |name: &'static str| -> Result<Vec<f64>, Error> {
            fields.get(name).map_or(Ok(Vec::new()), |raw| {
                serde_json::from_str(raw)
                    .map_err(|_| Error::bad(format!("{name} must be a list of numbers")))
            })
        };
        let age = match fields.get("age") {
            None | Some("null") => None,
            Some(raw) => Some(raw.parse::<f64>().map_err(|_| Error::bad("age must be a number"))?),
        };
        Ok(HistoryIn(History::new(&lengths("cycle_lengths")?, &lengths("period_lengths")?, age)))
    }
}

/// `POST /menstruation-prediction`: the lengths of the coming cycles and periods. Keeps
/// nothing and logs nothing: what a girl sends here is gone when it is answered.
#[utoipa::path(post, path = "/menstruation-prediction", tag = "prediction", request_body = History,
    responses((status = 200, body = Prediction), (status = 400, body = ErrorBody)))]
pub async fn predict_cycle(history: Body<HistoryIn>) -> HttpResponse {
    answer::ok(&predict(&history.0.0))
}
