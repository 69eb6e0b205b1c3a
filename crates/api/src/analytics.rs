//! `POST /analytics/append-events`

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest, HttpResponse, web};
use db::app_event::{self, NewEvents, Sender};
use domain::event::{self, Batch, Event};
use serde::Serialize;
use serde_json::value::RawValue;
use server::answer;
use server::body::{self, Overflow};
use server::context::Context;
use server::error::{Error, ErrorBody};
use utoipa::ToSchema;

use crate::account::session::raw;
use crate::app_user::MaybeAppUser;
use crate::state::Api;

/// Most bytes of a batch that are looked at, after inflating.
const LIMIT: usize = 8 * 1024 * 1024;

/// Adds the route.
pub fn routes(config: &mut web::ServiceConfig) {
    config.route("/analytics/append-events", web::post().to(append_events));
}

/// The text of a batch, as far as it fits.
pub struct BatchText {
    text: String,
    cut_off: bool,
}

impl FromRequest for BatchText {
    type Error = Error;
    type Future = std::pin::Pin<Box<dyn Future<Output = Result<Self, Error>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let request = request.clone();
        let payload = payload.take();
        Box::pin(async move {
            let received = body::read(&request, payload, LIMIT, Overflow::Keep).await?;
            body::require_json(&request)?;
            Ok(BatchText { text: body::text(received.bytes), cut_off: received.truncated })
        })
    }
}

/// A phone's whole queue of events.
#[derive(ToSchema)]
#[expect(dead_code, reason = "describes the request; `domain::event` reads it")]
struct EventsIn {
    events: Vec<EventIn>,
}

/// An event.
#[derive(ToSchema)]
#[expect(dead_code, reason = "describes the request; `domain::event` reads it")]
struct EventIn {
    /// UUID made by the phone; the same id is stored once.
    #[schema(example = "5b6d2c7e-1111-4222-8333-944455566677")]
    id: String,
    #[schema(example = "SHARE_APP", rename = "type")]
    kind: String,
    /// An object or a list, as `metadata`.
    #[schema(value_type = Value)]
    payload: String,
    #[schema(value_type = Value)]
    metadata: String,
}

/// The events that are stored now, whether by this request or an earlier one.
#[derive(Serialize, ToSchema)]
pub struct EventsOut {
    /// Absent where nobody is known by token.
    #[serde(rename = "userId", skip_serializing_if = "Option::is_none")]
    user_id: Option<String>,
    events: Vec<EventOut>,
}

#[derive(Serialize, ToSchema)]
struct EventOut {
    /// The event's `id`.
    #[serde(rename = "localId")]
    local_id: String,
    #[serde(rename = "type")]
    kind: String,
    #[schema(value_type = Value)]
    payload: Box<RawValue>,
    #[schema(value_type = Value)]
    metadata: Box<RawValue>,
}

/// `POST /analytics/append-events`: stores what can be stored and drops the rest.
///
/// Any 2xx empties the phone's queue, anything else makes it send the whole queue again in a
/// minute, with the token it has. So a token that does not verify counts as none, an event
/// that cannot be stored is counted and dropped, of a queue beyond the limit the events that
/// fit are stored, and of a girl who has deleted her account none. Only 503 asks the phone to come again.
#[utoipa::path(post, path = "/analytics/append-events", tag = "analytics", request_body = EventsIn,
    security((), ("token" = [])), responses(
    (status = 200, body = EventsOut), (status = 400, body = ErrorBody), (status = 503, body = ErrorBody)))]
pub async fn append_events(
    context: web::Data<Context>,
    api: web::Data<Api>,
    user: MaybeAppUser,
    batch: BatchText,
) -> Result<HttpResponse, Error> {
    let BatchText { text, cut_off } = batch;
    let batch = event::parse_batch(&text, cut_off)
        .map_err(|_| Error::bad("send an object with an array named events"))?;
    count_dropped(&context, &batch, cut_off);
    let person = user.0.as_ref().map(|user| user.id);
    let sender = user
        .0
        .map(|user| Sender { keys: api.credentials.keys.all_erased(user.id), id: user.id_as_sent });
    let user_id = sender.as_ref().map(|sender| sender.id.clone());
    let rows = columns(&batch.events, |text| match api.settings.keep_sender_copies {
        true => text.to_owned(),
        false => event::without_copies(text, person.as_ref()).into_owned(),
    });
    context
        .db
        .run(move |connection| Ok(app_event::append(connection, &rows, sender.as_ref())?))
        .await?;
    let events = batch.events.iter().map(out).collect::<Result<_, Error>>()?;
    Ok(answer::ok(&EventsOut { user_id, events }))
}

fn count_dropped(context: &Context, batch: &Batch<'_>, cut_off: bool) {
    let dropped = &context.metrics.events_dropped;
    for reason in &batch.dropped {
        dropped.with_label_values(&[reason.reason()]).inc();
    }
    if cut_off {
        // How many were beyond the limit is not known; that it happens at all is the alarm.
        dropped.with_label_values(&["beyond_limit"]).inc();
        log::warn!("of a batch of events, what came too late or beyond {LIMIT} bytes was dropped");
    }
}

fn columns(events: &[Event<'_>], stored: impl Fn(&str) -> String) -> NewEvents {
    NewEvents {
        local_ids: events.iter().map(|event| event.id).collect(),
        kinds: events.iter().map(|event| event.kind.clone()).collect(),
        payloads: events.iter().map(|event| stored(event.payload)).collect(),
        metadata: events.iter().map(|event| stored(event.metadata)).collect(),
    }
}

fn out(event: &Event<'_>) -> Result<EventOut, Error> {
    Ok(EventOut {
        local_id: event.id_as_sent.clone(),
        kind: event.kind.clone(),
        payload: raw(event.payload.to_owned())?,
        metadata: raw(event.metadata.to_owned())?,
    })
}
