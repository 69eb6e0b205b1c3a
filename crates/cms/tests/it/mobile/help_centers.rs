//! Help centers, and the kinds of help, which phones match by number.

use crate::mobile::published::{published, shown};

#[test]
fn active_help_centers_and_every_attribute() {
    let cms = published();
    for lang in ["en", "ne"] {
        insta::assert_snapshot!(
            format!("help_center_{lang}"),
            shown(&cms.get(&format!("/mobile/help-center/{lang}")))
        );
        let attributes = cms.get(&format!("/mobile/help-center-attribute/{lang}"));
        insta::assert_snapshot!(format!("help_center_attribute_{lang}"), shown(&attributes));
    }
}
