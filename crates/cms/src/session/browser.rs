//! What a browser calls itself, in few words.

/// Marks of browsers, those first whose makers also put the others' names in.
const BROWSERS: [(&str, &str); 8] = [
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
];

const SYSTEMS: [(&str, &str); 7] = [
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
];

/// The browser and the system that `user_agent` names, such as "Firefox, Linux", or what it
/// says itself.
pub fn browser(user_agent: &str) -> String {
    let named = |marks: &[(&str, &'static str)]| {
        marks.iter().find(|(mark, _)| user_agent.contains(mark)).map(|(_, name)| *name)
    };
    let names: Vec<&str> = [named(&BROWSERS), named(&SYSTEMS)].into_iter().flatten().collect();
    match (names.is_empty(), user_agent) {
        (true, "") => "?".to_owned(),
        (true, other) => other.chars().take(40).collect(),
        (false, _) => names.join(", "),
    }
}

#[cfg(test)]
mod tests {
    use super::browser;

    #[test]
    fn common_browsers_are_named() {
        let chrome = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36";
        for (agent, name) in [
            (chrome, "Chrome, Linux"),
            (&format!("{chrome} Edg/130.0"), "Edge, Linux"),
            (
                "Mozilla/5.0 (Android 13; Mobile; rv:132.0) Gecko/132.0 Firefox/132.0",
                "Firefox, Android",
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Safari/604.1",
                "Safari, iPhone",
            ),
            ("curl/8.5.0", "curl/8.5.0"),
            ("", "?"),
        ] {
            assert_eq!(browser(agent), name);
        }
    }
}
