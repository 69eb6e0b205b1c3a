//! The heads of columns that a list can be sorted by.

use server::query::Query;

/// A link that sorts a list by a column, or the other way round where it is sorted by it
/// already. The rest of the address stays; the page does not, since the rows move. The
/// parameters are `sort`, a column, and `dir`, `asc` or `desc`.
#[derive(Clone, Debug)]
pub struct SortLink {
    /// The address.
    pub link: String,
    /// `ascending`, `descending`, or empty where the list is sorted by another column.
    pub order: &'static str,
}

/// How a list is sorted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sorting {
    /// The column's name in the address.
    pub column: String,
    /// Whether it is Z to A, newest first.
    pub descends: bool,
}

impl Sorting {
    /// What the address asks for, or `column` where it asks for nothing.
    pub fn of(query: &Query, column: &str, descends: bool) -> Sorting {
        match query.get("sort").filter(|asked| !asked.is_empty()) {
            Some(asked) => {
                Sorting { column: asked.to_owned(), descends: query.get("dir") == Some("desc") }
            }
            None => Sorting { column: column.to_owned(), descends },
        }
    }

    /// The head of `column` in a list at `address`. `descends` is how it sorts at first.
    pub fn link(&self, address: &str, column: &str, descends: bool) -> SortLink {
        let is_sorted = self.column == column;
        let next = if is_sorted { !self.descends } else { descends };
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        let mut pairs: Vec<String> = query
            .split('&')
            .filter(|pair| {
                let name = pair.split('=').next().unwrap_or("");
                !matches!(name, "" | "sort" | "dir" | "page")
            })
            .map(str::to_owned)
            .collect();
        pairs.push(format!("sort={column}"));
        pairs.push(format!("dir={}", if next { "desc" } else { "asc" }));
        SortLink {
            link: format!("{path}?{}", pairs.join("&")),
            order: match (is_sorted, self.descends) {
                (false, _) => "",
                (true, false) => "ascending",
                (true, true) => "descending",
            },
        }
    }

    /// `asc` or `desc`, for a search form to keep.
    pub fn direction(&self) -> &'static str {
        if self.descends { "desc" } else { "asc" }
    }
}

#[cfg(test)]
mod tests {
    use super::Sorting;

    #[test]
    fn a_second_click_turns_the_order_round() {
        let sorting = Sorting { column: "created".to_owned(), descends: true };
        let link = sorting.link("/a?q=x%26y&page=3&sort=created&dir=desc", "created", true);
        assert_eq!(
            (link.link.as_str(), link.order),
            ("/a?q=x%26y&sort=created&dir=asc", "descending")
        );
        let link = sorting.link("/a", "name", false);
        assert_eq!((link.link.as_str(), link.order), ("/a?sort=name&dir=asc", ""));
    }
}
