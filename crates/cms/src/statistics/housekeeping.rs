//! What keeps the counts in order, now and then.

use std::time::Duration;

use db::pool::connect_for_migration;
use db::settings::DatabaseSettings;
use db::statistics as counts;
use domain::calendar::Day;
use server::clock;
use server::context::Context;

const MINUTE: Duration = Duration::from_secs(60);

/// How often the counts are compared with what is stored, in minutes.
const CHECK_EVERY: u32 = 60;

/// Starts the round: fresh counts are folded in every minute, ages are counted anew when a day
/// begins, and what was stored without being counted is looked for every hour. Every instance
/// does it; a lock keeps them from doing it at once.
pub fn start(context: &Context) {
    let context = context.clone();
    actix_web::rt::spawn(async move {
        let mut round = 0_u32;
        loop {
            while !context.db.is_open() {
                tokio::time::sleep(Duration::from_secs(1)).await;
            }
            let check = round % CHECK_EVERY == CHECK_EVERY / 2;
            let settings = context.db.settings().clone();
            // A connection of its own, without time-outs: this reads whole tables, and after a time
            // without any cms there are millions of fresh counts.
            match tokio::task::spawn_blocking(move || long_work(&settings, check)).await {
                Ok(Ok(())) => {}
                Ok(Err(error)) => log::warn!("statistics: {error}"),
                Err(error) => log::error!("statistics: {error}"),
            }
            round = round.wrapping_add(1);
            tokio::time::sleep(MINUTE).await;
        }
    });
}

fn long_work(settings: &DatabaseSettings, check: bool) -> Result<(), db::error::DbError> {
    let mut connection = connect_for_migration(settings)?;
    let today = Day::in_nepal(clock::now());
    counts::fold(&mut connection)?;
    if counts::refresh_ages(&mut connection, today)? {
        log::info!("counted the accounts with ages of {}", today.to_iso());
    }
    if check {
        let missing = counts::check(&mut connection)?;
        for difference in &missing {
            log::warn!(
                "statistics: {} of {} {} events are counted; counting anew",
                difference.counted,
                difference.stored,
                difference.kind
            );
        }
        if !missing.is_empty() {
            counts::rebuild(&mut connection, today)?;
        }
    }
    Ok(())
}
