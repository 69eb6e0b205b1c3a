//! Addresses and pictures within a text, as the app finds them.
//!
//! `link::ADDRESS` is shown as a link and `image::ADDRESS` as a picture; an address that begins
//! with `https://` or `http://` can be tapped as well. Each of them goes on to the next white
//! space, whatever stands before it: a full stop or a danda that follows without a space
//! becomes a part of the address, which then leads nowhere. [`stuck`] finds those.

/// The mark in front of the address of a link.
pub const LINK: &str = "link::";

/// The mark in front of the address of a picture.
pub const PICTURE: &str = "image::";

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words, with their line breaks.
    Text(String),
    /// An address that can be tapped.
    Link(String),
    /// The address of a picture.
    Picture(String),
}

/// A mark that the app takes for a part of an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stuck {
    /// The address with its token, and without the mark.
    pub address: String,
    /// What sticks to it.
    pub mark: String,
}

/// Where a token or an address is in a text.
struct Found<'a> {
    start: usize,
    end: usize,
    token: &'a str,
}

impl Found<'_> {
    /// The byte after the last one of the address itself.
    fn address_end<'t>(&self, text: &'t str) -> (usize, &'t str) {
        let whole = &text[self.start..self.end];
        let bare = whole.trim_end_matches(|mark| sticks(whole, mark));
        (self.start + bare.len(), &whole[bare.len()..])
    }
}

/// The parts of a text in their order.
pub fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut done = 0;
    for found in find(text) {
        if found.start > done {
            pieces.push(Piece::Text(text[done..found.start].to_owned()));
        }
        let address = text[found.start + found.token.len()..found.end].to_owned();
        pieces.push(match found.token {
            PICTURE => Piece::Picture(address),
            _ => Piece::Link(address),
        });
        done = found.end;
    }
    if done < text.len() {
        pieces.push(Piece::Text(text[done..].to_owned()));
    }
    pieces
}

/// Marks that stick to an address.
pub fn stuck(text: &str) -> Vec<Stuck> {
    find(text)
        .iter()
        .filter_map(|found| {
            let (end, mark) = found.address_end(text);
            (!mark.is_empty()).then(|| Stuck {
                address: text[found.start..end].to_owned(),
                mark: mark.to_owned(),
            })
        })
        .collect()
}

/// `text` with a space before each mark that sticks to an address.
pub fn unstuck(text: &str) -> String {
    let mut better = String::with_capacity(text.len() + 8);
    let mut done = 0;
    for found in find(text) {
        let (end, mark) = found.address_end(text);
        better.push_str(&text[done..end]);
        if !mark.is_empty() {
            better.push(' ');
        }
        better.push_str(mark);
        done = found.end;
    }
    better.push_str(&text[done..]);
    better
}

/// The tokens and addresses of a text, each without what sticks to it, in their order.
pub fn addresses(text: &str) -> Vec<String> {
    let address = |found: &Found<'_>| text[found.start..found.address_end(text).0].to_owned();
    find(text).iter().map(address).collect()
}

/// The bytes that tokens and addresses take: what no correction of the words may touch.
pub fn spans(text: &str) -> Vec<(usize, usize)> {
    find(text).iter().map(|found| (found.start, found.address_end(text).0)).collect()
}

fn find(text: &str) -> Vec<Found<'static>> {
    const STARTS: [&str; 4] = [LINK, PICTURE, "https://", "http://"];
    let mut all = Vec::new();
    let mut from = 0;
    while let Some((start, mark)) = STARTS
        .iter()
        .filter_map(|mark| text[from..].find(mark).map(|at| (from + at, *mark)))
        .min_by_key(|(at, _)| *at)
    {
        let length = text[start..].find(char::is_whitespace).unwrap_or(text.len() - start);
        let end = start + length;
        // A token needs an address; inside a word it is none.
        let inside = text[..start].ends_with(char::is_alphanumeric);
        if length > mark.len() && !inside {
            let token = if mark.ends_with("::") { mark } else { "" };
            all.push(Found { start, end, token });
            from = end;
        } else {
            from = start + mark.len();
        }
    }
    all
}

/// Whether an address cannot end with `mark`. A closing bracket belongs to it where it has the
/// opening one.
fn sticks(whole: &str, mark: char) -> bool {
    match mark {
        ')' => !whole.contains('('),
        ']' => !whole.contains('['),
        _ => ".,;:!?।॥'\"”’»>".contains(mark),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(words: &str) -> Piece {
        Piece::Text(words.to_owned())
    }

    #[test]
    fn tokens_are_found() {
        let link = |address: &str| Piece::Link(address.to_owned());
        let picture = |address: &str| Piece::Picture(address.to_owned());
        let cases = [
            ("", vec![]),
            ("two\nlines", vec![text("two\nlines")]),
            (
                "See link::https://x.org/a now",
                vec![text("See "), link("https://x.org/a"), text(" now")],
            ),
            ("image::pads.png\nPads", vec![picture("pads.png"), text("\nPads")]),
            ("हेर्नुहोस्: https://x.org ।", vec![text("हेर्नुहोस्: "), link("https://x.org"), text(" ।")]),
            // Without a space the mark is taken for a part of the address.
            ("link::https://x.org।", vec![link("https://x.org।")]),
            ("(http://x.org)", vec![text("("), link("http://x.org)")]),
            ("link:: image:: https://", vec![text("link:: image:: https://")]),
            ("hyperlink::x", vec![text("hyperlink::x")]),
        ];
        for (written, expected) in cases {
            assert_eq!(pieces(written), expected, "{written}");
        }
    }

    #[test]
    fn what_sticks_is_told_and_taken_off() {
        let cases = [
            ("https://x.org.", Some(("https://x.org", ".")), "https://x.org ."),
            (
                "link::https://x.org। अनि",
                Some(("link::https://x.org", "।")),
                "link::https://x.org । अनि",
            ),
            ("(https://x.org/)", Some(("https://x.org/", ")")), "(https://x.org/ )"),
            ("image::a.png?!", Some(("image::a.png", "?!")), "image::a.png ?!"),
            ("https://x.org/a_(b) .", None, "https://x.org/a_(b) ."),
            ("https://x.org/?a=1&b=2", None, "https://x.org/?a=1&b=2"),
            ("no address.", None, "no address."),
        ];
        for (written, expected, better) in cases {
            let found: Vec<(String, String)> =
                stuck(written).into_iter().map(|one| (one.address, one.mark)).collect();
            let expected: Vec<(String, String)> = expected
                .map(|(a, b): (&str, &str)| (a.to_owned(), b.to_owned()))
                .into_iter()
                .collect();
            assert_eq!(found, expected, "{written}");
            assert_eq!(unstuck(written), better);
            assert!(stuck(better).is_empty());
        }
        assert_eq!(addresses("a https://x.org, link::p."), ["https://x.org", "link::p"]);
    }
}
