//! How two column types of the original schema reach Rust.

use diesel::deserialize::{self, FromSql, FromSqlRow};
use diesel::expression::AsExpression;
use diesel::pg::data_types::PgTimestamp;
use diesel::pg::{Pg, PgValue};
use diesel::serialize::{self, IsNull, Output, ToSql};
use diesel::sql_types::{Json, Timestamp, Timestamptz};
use domain::moment::Moment;
use std::io::Write;

/// The text of a `json` column, exactly as stored.
///
/// `serde_json::Value` would refuse the lone surrogates that phones have stored, and would
/// cost a tree for every store of tens of kilobytes.
#[derive(Clone, Debug, PartialEq, Eq, AsExpression, FromSqlRow)]
#[diesel(sql_type = Json)]
pub struct JsonText(pub String);

impl FromSql<Json, Pg> for JsonText {
    fn from_sql(value: PgValue<'_>) -> deserialize::Result<Self> {
        Ok(JsonText(String::from_utf8(value.as_bytes().to_vec())?))
    }
}

impl ToSql<Json, Pg> for JsonText {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Pg>) -> serialize::Result {
        out.write_all(self.0.as_bytes())?;
        Ok(IsNull::No)
    }
}

/// A `timestamp` column, which holds UTC without saying so.
///
/// `None` is a value beyond JavaScript's dates, such as `infinity`: the original answered
/// `null` for those.
#[derive(Clone, Copy, Debug, PartialEq, Eq, AsExpression, FromSqlRow)]
#[diesel(sql_type = Timestamp)]
pub struct Stamp(pub Option<Moment>);

/// PostgreSQL counts microseconds from 2000-01-01, JavaScript milliseconds from 1970-01-01.
const EPOCH_MILLIS: i64 = 946_684_800_000;

impl FromSql<Timestamp, Pg> for Stamp {
    fn from_sql(value: PgValue<'_>) -> deserialize::Result<Self> {
        let PgTimestamp(micros) = FromSql::<Timestamp, Pg>::from_sql(value)?;
        if micros == i64::MAX || micros == i64::MIN {
            return Ok(Stamp(None));
        }
        Ok(Stamp(Moment::from_millis(micros.div_euclid(1000) + EPOCH_MILLIS)))
    }
}

impl ToSql<Timestamp, Pg> for Stamp {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Pg>) -> serialize::Result {
        let micros = match self.0 {
            Some(moment) => moment
                .millis()
                .checked_sub(EPOCH_MILLIS)
                .and_then(|millis| millis.checked_mul(1000))
                .ok_or("a time beyond what PostgreSQL holds")?,
            None => i64::MAX,
        };
        // Eight bytes, big-endian, as PgTimestamp itself is sent.
        out.write_all(&micros.to_be_bytes())?;
        Ok(IsNull::No)
    }
}

/// A `timestamptz` column: a moment, whatever the session's zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, AsExpression, FromSqlRow)]
#[diesel(sql_type = Timestamptz)]
pub struct Instant(pub Moment);

impl FromSql<Timestamptz, Pg> for Instant {
    fn from_sql(value: PgValue<'_>) -> deserialize::Result<Self> {
        let PgTimestamp(micros) = FromSql::<Timestamptz, Pg>::from_sql(value)?;
        let millis = micros.div_euclid(1000) + EPOCH_MILLIS;
        Moment::from_millis(millis).map(Instant).ok_or_else(|| "a time beyond all dates".into())
    }
}

impl ToSql<Timestamptz, Pg> for Instant {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Pg>) -> serialize::Result {
        ToSql::<Timestamp, Pg>::to_sql(&Stamp(Some(self.0)), &mut out.reborrow())
    }
}
