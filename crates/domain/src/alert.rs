//! Which versions of the app a permanent alert is for.

/// Whether `versions`, the editor's free text such as `1.0.1, 1.0.2`, names `version`.
///
/// The original asked only whether the one text contains the other, so an alert for `11.0.1`
/// also reached `1.0.1`. Here the match must not begin or end inside a number. A beginning
/// still counts, since `1.0` found an alert for `1.0.1` before.
pub fn names_version(versions: &str, version: &str) -> bool {
    if version.is_empty() {
        return false;
    }
    let mut from = 0;
    while let Some(found) = versions[from..].find(version) {
        let start = from + found;
        let end = start + version.len();
        let before = versions[..start].chars().next_back();
        let after = versions[end..].chars().next();
        let inside = before.is_some_and(|letter| letter.is_ascii_digit() || letter == '.')
            || after.is_some_and(|letter| letter.is_ascii_digit());
        if !inside {
            return true;
        }
        from = start + versions[start..].chars().next().map_or(1, char::len_utf8);
    }
    false
}

#[cfg(test)]
mod tests {
    use super::names_version;

    #[test]
    fn whole_numbers_only() {
        let cases = [
            ("1.0.1,1.0.2", "1.0.1", true),
            ("1.0.1, 1.0.2", "1.0.2", true),
            ("1.0.1", "1.0", true),
            ("11.0.1", "1.0.1", false),
            ("1.0.10", "1.0.1", false),
            ("1.0.10 1.0.1", "1.0.1", true),
            ("v1.0.1 and later", "1.0.1", true),
            ("1.0.1", "0.1", false),
            ("1.0.1", "%", false),
            ("1.0.1", "", false),
            ("संस्करण 1.0.1", "1.0.1", true),
        ];
        for (versions, version, expected) in cases {
            assert_eq!(names_version(versions, version), expected, "{version} in {versions}");
        }
    }
}
