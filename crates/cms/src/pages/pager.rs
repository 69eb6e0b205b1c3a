//! The pages of a long list.

/// Where a reader is in a list of several pages. The links keep everything else in the
/// address: search, filters, sorting.
#[derive(Clone, Debug)]
pub struct Pager {
    /// The page that is shown, from 1.
    pub page: i64,
    /// How many there are; at least 1.
    pub pages: i64,
    address: String,
}

impl Pager {
    /// Of `total` rows, `per_page` of them at a time. `address` is the list's address with its
    /// query, as [`super::Frame::address`] has it; its parameter `page` is replaced.
    pub fn new(total: i64, per_page: i64, page: i64, address: &str) -> Pager {
        let pages = (total.max(0) + per_page.max(1) - 1) / per_page.max(1);
        let pages = pages.max(1);
        Pager { page: page.clamp(1, pages), pages, address: without_page(address) }
    }

    /// Rows before the page that is shown.
    pub fn offset(&self, per_page: i64) -> i64 {
        (self.page - 1) * per_page
    }

    /// Whether there is more than one page.
    pub fn is_needed(&self) -> bool {
        self.pages > 1
    }

    /// The address of page `number`.
    pub fn link(&self, number: &i64) -> String {
        let joint = if self.address.contains('?') { '&' } else { '?' };
        format!("{}{joint}page={number}", self.address)
    }

    /// Whether page `number` is the one that is shown.
    pub fn is_current(&self, number: &i64) -> bool {
        *number == self.page
    }

    /// The page before.
    pub fn previous(&self) -> Option<String> {
        (self.page > 1).then(|| self.link(&(self.page - 1)))
    }

    /// The page after.
    pub fn next(&self) -> Option<String> {
        (self.page < self.pages).then(|| self.link(&(self.page + 1)))
    }

    /// The numbers to show: the first, the last, and those around the page; `None` is a gap.
    pub fn steps(&self) -> Vec<Option<i64>> {
        let mut steps = Vec::new();
        for number in 1..=self.pages {
            if number == 1 || number == self.pages || (number - self.page).abs() <= 1 {
                steps.push(Some(number));
            } else if steps.last().is_some_and(Option::is_some) {
                steps.push(None);
            }
        }
        steps
    }
}

fn without_page(address: &str) -> String {
    let Some((path, query)) = address.split_once('?') else { return address.to_owned() };
    let kept: Vec<&str> = query
        .split('&')
        .filter(|pair| !pair.is_empty() && *pair != "page" && !pair.starts_with("page="))
        .collect();
    if kept.is_empty() { path.to_owned() } else { format!("{path}?{}", kept.join("&")) }
}

#[cfg(test)]
mod tests {
    use super::Pager;

    #[test]
    fn links_keep_the_rest_of_the_address() {
        let pager = Pager::new(101, 25, 2, "/quiz-management?q=a%26b&page=2&sort=topic");
        assert_eq!((pager.pages, pager.page, pager.offset(25)), (5, 2, 25));
        assert_eq!(pager.previous().as_deref(), Some("/quiz-management?q=a%26b&sort=topic&page=1"));
        assert_eq!(Pager::new(26, 25, 1, "/a?page=1").next().as_deref(), Some("/a?page=2"));
        assert_eq!(Pager::new(26, 25, 9, "/a").next(), None);
        assert!(!Pager::new(0, 25, 1, "/a").is_needed());
    }

    #[test]
    fn far_pages_are_left_out() {
        let steps = |page| Pager::new(250, 25, page, "/a").steps();
        assert_eq!(steps(1), [Some(1), Some(2), None, Some(10)]);
        assert_eq!(steps(5), [Some(1), None, Some(4), Some(5), Some(6), None, Some(10)]);
    }
}
