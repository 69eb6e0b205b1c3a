//! What editors see.

use super::{Book, apply, id, send, take_back};
use crate::exchange::demo;

#[test]
fn the_pages_say_it_in_both_languages() {
    let mut desk = demo("ne");
    let fact = id(&desk.database, "SELECT min(id::text) FROM did_you_know WHERE lang = 'ne'");
    let mut book = Book::download(&mut desk, &[("cells", "filled")]);
    let old = book.cell("Did you know", &fact, "title").clone();
    book.set("Did you know", &fact, "title", &format!("{old} थपिएको"));
    let start = desk.get("/import");
    assert_eq!(start.status, 200);
    assert!(
        start.text().contains("स्प्रेडसिटमा सम्पादन") && start.text().contains("aria-current=\"step\"")
    );
    let path = send(&mut desk, &book.file(), &[]);
    let page = desk.get(&path);
    assert!(page.text().contains("<ins>"), "{}", page.text());
    assert!(page.text().contains("एउटा पङ्क्ति मस्यौदाका रूपमा लिनुहोस्"), "{}", page.text());
    let narrowed = desk.get(&format!("{path}?outcome=unchanged&page=2"));
    assert!(narrowed.status == 200 && narrowed.text().contains("aria-current=\"page\""));
    for (format, start) in [("csv", &b"\xef\xbb\xbf"[..]), ("xlsx", b"PK")] {
        let file = desk.get(&format!("{path}/report?format={format}&outcome=changed"));
        assert_eq!(file.status, 200);
        assert!(file.body.starts_with(start), "{format}");
    }
    let csv = desk.get(&format!("{path}/report?format=csv&outcome=changed"));
    assert_eq!(csv.text().lines().count(), 2, "{}", csv.text());
    assert!(csv.text().contains("थपिएको"));
    apply(&mut desk, &path, &[]);
    let applied = desk.get(&path);
    assert!(applied.text().contains("/didyouknow-management/"), "{}", applied.text());
    take_back(&mut desk, &path);
    assert!(desk.get(&path).text().contains("सबै फिर्ता लिइयो"));
    assert!(desk.get("/import").text().contains("filled in.xlsx"));
    // Whoever asks for the part that changes, when nothing does any more, gets the page anew.
    let part = desk.get(&format!("{path}/progress"));
    assert_eq!(part.header("hx-refresh"), Some("true"));
}
