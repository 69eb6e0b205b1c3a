//! The banner alone, for old versions of the app.

use crate::mobile::published::{published, shown};

#[test]
fn the_banner_is_plain_text() {
    let cms = published();
    let banner = |lang: &str| shown(&cms.get(&format!("/mobile/about-banner/{lang}")));
    let text = "200 text/plain; charset=utf-8\n";
    assert_eq!(banner("en"), format!("{text}data:image/png;base64,iVBORw0KGgo="));
    assert_eq!(banner("ne"), format!("{text}https://images.example/banner.png?a=1&b=2"));
    assert_eq!(banner("two"), format!("{text}the newer of two"));
    assert_eq!(banner("empty"), text);
    assert_eq!(banner("nobody"), text);
}
