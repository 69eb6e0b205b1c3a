//! Making and ending pairs.

use actix_web::{HttpResponse, web};
use db::editing::Item;
use db::translation::{self, Linked};
use serde_json::json;
use server::error::Error;

use super::lookup;
use crate::address::safe_return;
use crate::content::NOTHING;
use crate::form::Submitted;
use crate::pages::{Call, Flash};

/// Most pairs of one form.
const MOST: usize = 1_000;

/// `POST /translation/pairing`: pairs rows of `table`: each of `pairs` is the key of the source
/// and that of the translation with a colon between them; by hand they come as `source` and
/// `target`. All or none. `equal` says at once that they say the same.
pub(super) async fn submit(call: Call, submitted: Submitted) -> Result<HttpResponse, Error> {
    let table = submitted.text("table");
    let mut pairs = Vec::new();
    for pair in submitted.all("pairs") {
        let (source, target) = pair.split_once(':').ok_or(NOTHING)?;
        pairs.push((lookup::item(table, source)?, lookup::item(table, target)?));
    }
    let (source, target) = (submitted.text("source"), submitted.text("target"));
    if !source.is_empty() && !target.is_empty() {
        pairs.push((lookup::item(table, source)?, lookup::item(table, target)?));
    }
    let back = format!("/translation/pairing?table={}", crate::address::encoded(table));
    if pairs.is_empty() {
        let flash = Flash::notice(call.frame.t("content-nothing-chosen"));
        return call.refused(flash, &back, Error::bad("pairs are missing"));
    }
    if pairs.len() > MOST {
        return Err(Error::bad("too many pairs"));
    }
    link(call, pairs, submitted.flag("equal"), &back).await
}

/// `POST /translation/{table}/{id}/link`: pairs an item with the row `other` of the other
/// language.
pub(super) async fn by_hand(
    call: Call,
    path: web::Path<(String, String)>,
    submitted: Submitted,
) -> Result<HttpResponse, Error> {
    let (table, id) = path.into_inner();
    let (item, other) =
        (lookup::item(&table, &id)?, lookup::item(&table, submitted.text("other"))?);
    let own = format!("/translation/{table}/{}", item.id());
    let back = safe_return(submitted.get("return")).unwrap_or(&own).to_owned();
    // Whichever of the two is in the language that is worked in is the translation.
    let pair = match lookup::work(&call.cms, &call.editor, &item).await? {
        Some(_) => (item, other),
        None => (other, item),
    };
    link(call, vec![pair], submitted.flag("equal"), &back).await
}

async fn link(
    call: Call,
    pairs: Vec<(Item, Item)>,
    equal: bool,
    back: &str,
) -> Result<HttpResponse, Error> {
    // What each language has one of is paired for good.
    if pairs.iter().any(|(one, _)| translation::is_paired_by_itself(one.table().name)) {
        return Err(NOTHING);
    }
    let (source, target) = lookup::languages(&call.editor);
    let author = call.editor.author();
    let linked = call.cms.db.run(move |connection| {
        let (from, into) = (source.code(), target.code());
        Ok(translation::link(connection, &author, &pairs, from, into, equal)?)
    });
    match linked.await? {
        Linked::Done(pairs) => {
            let count = i64::try_from(pairs).unwrap_or(i64::MAX);
            let flash = Flash::success(call.frame.n("translation-paired", &count));
            call.done(flash, back, &json!({ "paired": pairs }))
        }
        Linked::Missing(_) => Err(NOTHING),
        Linked::Taken(_) => {
            let flash = Flash::danger(call.frame.t("translation-taken"));
            call.refused(flash, back, Error::Conflict("one of the rows is in another pair"))
        }
    }
}

/// `POST /translation/{table}/{id}/unlink`: ends the pair of an item. Both rows stay.
pub(super) async fn unlink(
    call: Call,
    path: web::Path<(String, String)>,
    submitted: Submitted,
) -> Result<HttpResponse, Error> {
    let (table, id) = path.into_inner();
    let item = lookup::item(&table, &id)?;
    if translation::is_paired_by_itself(item.table().name) {
        return Err(NOTHING);
    }
    let back = format!("/translation/{table}/{}", item.id());
    let back = safe_return(submitted.get("return")).unwrap_or(&back).to_owned();
    let author = call.editor.author();
    let ended =
        call.cms.db.run(move |connection| Ok(translation::unlink(connection, &author, &item)?));
    if !ended.await? {
        return Err(NOTHING);
    }
    let flash = Flash::success(call.frame.t("translation-unpaired"));
    call.done(flash, &back, &json!({ "paired": 0 }))
}
