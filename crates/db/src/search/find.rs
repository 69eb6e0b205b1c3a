//! Searching by words as they are written.

use diesel::pg::{Pg, PgConnection};
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Bool, Double, Nullable, Text};

use super::Configuration;

/// Stands before a word that was found; no text has it.
pub const MARK_START: char = '\u{e000}';

/// Stands after it.
pub const MARK_END: char = '\u{e001}';

/// What is searched for.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// The words as somebody typed them; empty finds all.
    pub words: String,
    /// The languages in which she may read.
    pub langs: Vec<String>,
    /// One table, or all if it is empty.
    pub table: String,
    /// The tables in which she may search.
    pub tables: Vec<String>,
    /// Only what could have audio and has none.
    pub lacks_audio: bool,
    /// Only what the app does not show.
    pub not_live: bool,
    /// Only what has a text that is longer than its place.
    pub too_long: bool,
    /// Only what has a draft.
    pub with_draft: bool,
    /// Only these rows, each as table and key with a space between; `None` is all.
    pub only: Option<Vec<String>>,
}

/// An item that was found.
#[derive(Clone, Debug, PartialEq, QueryableByName)]
pub struct Found {
    /// Its table.
    #[diesel(sql_type = Text)]
    pub item_table: String,
    /// Its key.
    #[diesel(sql_type = Text)]
    pub item_id: String,
    /// Whether the words are in its draft, and not in what is published.
    #[diesel(sql_type = Bool)]
    pub is_draft: bool,
    /// Its language.
    #[diesel(sql_type = Text)]
    pub lang: String,
    /// What people know it by, with marks around the words.
    #[diesel(sql_type = Text)]
    pub heading: String,
    /// The places in its text, with marks around the words.
    #[diesel(sql_type = Text)]
    pub excerpt: String,
    /// Whether the app shows it.
    #[diesel(sql_type = Nullable<Bool>)]
    pub live: Option<bool>,
    /// Whether it could have audio and has none.
    #[diesel(sql_type = Bool)]
    pub lacks_audio: bool,
    /// Whether it has a text that is longer than its place.
    #[diesel(sql_type = Bool)]
    pub too_long: bool,
    /// Whether there is a draft of it.
    #[diesel(sql_type = Bool)]
    pub has_draft: bool,
    /// How well it fits.
    #[diesel(sql_type = Double)]
    pub rank: f64,
}

/// How many were found in a table.
#[derive(Clone, Debug, PartialEq, Eq, QueryableByName)]
pub struct Facet {
    /// The table.
    #[diesel(sql_type = Text)]
    pub item_table: String,
    /// How many.
    #[diesel(sql_type = BigInt)]
    pub count: i64,
}

/// One page of what was found.
#[derive(Clone, Debug, Default)]
pub struct Results {
    /// The items.
    pub items: Vec<Found>,
    /// How many there are in each table, whichever is chosen.
    pub facets: Vec<Facet>,
    /// Whether nothing has the words themselves, and these have some that are like them.
    pub similar: bool,
}

impl Results {
    /// How many there are on all pages.
    pub fn total(&self, table: &str) -> i64 {
        let counted =
            self.facets.iter().filter(|facet| table.is_empty() || facet.item_table == table);
        counted.map(|facet| facet.count).sum()
    }
}

/// Whether an entry passes everything but the words. The binds are $1 to $8.
pub(super) const PASSES: &str = "entry.lang = ANY($1) AND entry.item_table = ANY($2) \
    AND ($3 = '' OR entry.item_table = $3) AND (NOT $4 OR entry.lacks_audio) \
    AND (NOT $5 OR entry.live = false) AND (NOT $6 OR entry.too_long) \
    AND (NOT $7 OR EXISTS (SELECT FROM draft WHERE (draft.item_table, draft.item_id) \
                                                 = (entry.item_table, entry.item_id))) \
    AND ($8 IS NULL OR entry.item_table || ' ' || entry.item_id = ANY($8))";

/// A statement with those binds.
macro_rules! bound {
    ($sql:expr, $filter:expr, $table:expr) => {
        diesel::sql_query($sql)
            .into_boxed::<Pg>()
            .bind::<Array<Text>, _>(&$filter.langs)
            .bind::<Array<Text>, _>(&$filter.tables)
            .bind::<Text, _>($table)
            .bind::<Bool, _>($filter.lacks_audio)
            .bind::<Bool, _>($filter.not_live)
            .bind::<Bool, _>($filter.too_long)
            .bind::<Bool, _>($filter.with_draft)
            .bind::<Nullable<Array<Text>>, _>($filter.only.as_ref())
    };
}
pub(super) use bound;

/// What has all the words, each also as the beginning of a longer one, best first; or what
/// passes the filter alone, by its heading.
///
/// # Errors
///
/// Diesel's own.
pub fn find(
    connection: &mut PgConnection,
    configuration: &Configuration,
    filter: &Filter,
    limit: i64,
    offset: i64,
) -> QueryResult<Results> {
    let visible = domain::search::visible(&filter.words);
    let (parser, words) = if domain::search::is_web_query(&visible) {
        ("websearch_to_tsquery", visible)
    } else {
        ("to_tsquery", domain::search::prefix_query(&visible))
    };
    let asks = !words.is_empty();
    if !asks && !filter.words.trim().is_empty() {
        return Ok(Results::default());
    }
    let with = format!(
        "WITH asked AS (SELECT 'en' AS lang, {parser}($9::regconfig, $11) AS query \
             UNION ALL SELECT 'ne', {parser}($10::regconfig, $11)), \
         passed AS (SELECT entry.*, asked.query FROM search_entry AS entry \
             JOIN asked USING (lang) WHERE {PASSES} AND ($11 = '' OR entry.words @@ asked.query))"
    );
    let found: Vec<Found> = bound!(
        format!(
            "{with}, page AS ( \
                 SELECT *, row_number() OVER (ORDER BY rank DESC, heading, item_table, item_id, \
                                              is_draft) AS place \
                   FROM (SELECT *, ts_rank_cd(words, query, 1)::float8 AS rank FROM passed) AS ranked \
                  ORDER BY place LIMIT $12 OFFSET $13) \
             SELECT item_table, item_id, is_draft, lang, \
                    CASE WHEN $11 = '' THEN heading ELSE ts_headline(configuration, heading, query, \
                        'HighlightAll=true, StartSel={MARK_START}, StopSel={MARK_END}') END AS heading, \
                    CASE WHEN $11 = '' THEN left(body, 1000) ELSE ts_headline(configuration, body, query, \
                        'StartSel={MARK_START}, StopSel={MARK_END}, MaxFragments=2, MinWords=12, MaxWords=28, FragmentDelimiter=\" … \"') \
                    END AS excerpt, \
                    live, lacks_audio, too_long, rank, \
                    EXISTS (SELECT FROM draft WHERE (draft.item_table, draft.item_id) \
                                                  = (page.item_table, page.item_id)) AS has_draft \
               FROM page, LATERAL (SELECT (CASE lang WHEN 'ne' THEN $10 ELSE $9 END)::regconfig \
                                        AS configuration) AS chosen \
              ORDER BY place"
        ),
        filter,
        &filter.table
    )
    .bind::<Text, _>(configuration.english)
    .bind::<Text, _>(configuration.nepali)
    .bind::<Text, _>(&words)
    .bind::<BigInt, _>(limit)
    .bind::<BigInt, _>(offset)
    .load(connection)?;
    let facets = bound!(
        format!(
            "{with} SELECT item_table, count(*) AS count FROM passed GROUP BY 1 ORDER BY 2 DESC, 1"
        ),
        filter,
        ""
    )
    .bind::<Text, _>(configuration.english)
    .bind::<Text, _>(configuration.nepali)
    .bind::<Text, _>(&words)
    .load(connection)?;
    Ok(Results { items: found, facets, similar: false })
}
