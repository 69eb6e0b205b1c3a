//! Table `survey_completion`: who has answered which survey. A trigger on `app_event` fills
//! it, so that answers taken by the original service count too.

use std::collections::HashSet;

use diesel::pg::PgConnection;
use diesel::prelude::*;
use domain::moment::Moment;
use uuid::Uuid;

use crate::schema::{oky_user, survey_completion};
use crate::types::Stamp;

/// What decides which surveys a girl is offered.
#[derive(Debug)]
pub struct Known {
    /// Ids of the surveys she has answered, in lower case with dashes.
    pub answered: HashSet<String>,
    /// When she was born, if she has an account.
    pub date_of_birth: Option<Moment>,
}

/// What is known of the person with this id, who may be a guest without an account.
///
/// # Errors
///
/// Diesel's own.
pub fn of_person(connection: &mut PgConnection, id: Uuid) -> QueryResult<Known> {
    let answered: Vec<String> = survey_completion::table
        .filter(survey_completion::user_id.eq(key(id)))
        .select(survey_completion::survey_id)
        .load(connection)?;
    let date_of_birth: Option<Stamp> =
        oky_user::table.find(id).select(oky_user::date_of_birth).first(connection).optional()?;
    Ok(Known {
        answered: answered
            .iter()
            .filter_map(|text| domain::person::parse_id(text))
            .map(|id| id.to_string())
            .collect(),
        date_of_birth: date_of_birth.and_then(|stamp| stamp.0),
    })
}

/// The form of an id in tables of ours that are filled from payloads: lower-case digits
/// without dashes, as the SQL function `person_key` makes it.
pub(crate) fn key(id: Uuid) -> String {
    id.simple().to_string()
}
