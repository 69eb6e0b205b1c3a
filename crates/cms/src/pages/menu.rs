//! The menu beside every page.

use domain::access::{Ability, Role};

/// One line of the menu.
#[derive(Clone, Copy, Debug)]
pub struct Item {
    /// Key of its text.
    pub text: &'static str,
    /// Where it leads.
    pub path: &'static str,
    /// Its icon's name.
    pub icon: &'static str,
    /// Beginnings of further paths whose pages it is marked for.
    also: &'static [&'static str],
    /// Whether it belongs to the line above.
    pub nested: bool,
    ability: Ability,
}

/// Lines that belong together.
#[derive(Clone, Debug)]
pub struct Group {
    /// Key of its heading.
    pub text: &'static str,
    /// Its lines.
    pub items: Vec<Item>,
}

impl Item {
    const fn new(
        text: &'static str,
        path: &'static str,
        icon: &'static str,
        ability: Ability,
        also: &'static [&'static str],
    ) -> Item {
        Item { text, path, icon, also, nested: false, ability }
    }

    const fn nested(mut self) -> Item {
        self.nested = true;
        self
    }

    /// Whether the page at `path` is this one or stands below it.
    pub fn is_marked(&self, path: &str) -> bool {
        std::iter::once(&self.path).chain(self.also).any(|start| {
            path.strip_prefix(start).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        })
    }
}

/// The whole menu, in the order in which editors have known it, grouped.
const MENU: &[(&str, &[Item])] = &[
    (
        "menu-content",
        &[
            Item::new("menu-start", "/start", "list", Ability::WriteContent, &[]),
            Item::new("menu-translation", "/translation", "translate", Ability::WriteContent, &[]),
            Item::new(
                "menu-encyclopedia",
                "/encyclopedia",
                "book",
                Ability::WriteContent,
                &["/articles", "/history/article"],
            ),
            Item::new(
                "menu-categories",
                "/categories-management",
                "folder2",
                Ability::WriteContent,
                &[
                    "/categories",
                    "/subcategories",
                    "/subcategories-management",
                    "/history/category",
                    "/history/subcategory",
                ],
            )
            .nested(),
            Item::new(
                "menu-videos",
                "/video-management",
                "film",
                Ability::WriteContent,
                &["/videos", "/history/video"],
            )
            .nested(),
            Item::new(
                "menu-quizzes",
                "/quiz-management",
                "question-circle",
                Ability::WriteContent,
                &["/quiz", "/history/quiz"],
            ),
            Item::new(
                "menu-facts",
                "/didyouknow-management",
                "lightbulb",
                Ability::WriteContent,
                &["/didyouknow", "/history/did_you_know"],
            ),
            Item::new(
                "menu-avatar-messages",
                "/avatar-message-management",
                "chat-heart",
                Ability::WriteContent,
                &["/avatar-message", "/history/avatar_messages"],
            ),
            Item::new(
                "menu-surveys",
                "/survey-management",
                "clipboard-check",
                Ability::WriteContent,
                &["/survey", "/history/survey"],
            ),
            Item::new(
                "menu-help-centers",
                "/help-center-management",
                "life-preserver",
                Ability::WriteContent,
                &["/help-center", "/history/help_center"],
            ),
            Item::new(
                "menu-help-center-attributes",
                "/help-center-attribute-management",
                "tags",
                Ability::WriteContent,
                &["/help-center-attributes", "/history/help_center_attribute"],
            )
            .nested(),
            Item::new("menu-drafts", "/drafts", "eye", Ability::WriteContent, &[]),
            Item::new("menu-releases", "/releases", "calendar3", Ability::WriteContent, &[])
                .nested(),
            Item::new("menu-toolbox", "/toolbox", "clipboard-check", Ability::WriteContent, &[]),
            Item::new("menu-trash", "/trash", "trash", Ability::WriteContent, &[]),
        ],
    ),
    (
        "menu-texts",
        &[
            Item::new(
                "menu-about",
                "/about-management",
                "info-circle",
                Ability::WriteContent,
                &["/about", "/history/about", "/history/about_banner"],
            ),
            Item::new(
                "menu-privacy",
                "/privacy-policy-management",
                "shield-lock",
                Ability::WriteContent,
                &["/privacy-policy", "/history/privacy_policy"],
            ),
            Item::new(
                "menu-terms",
                "/terms-and-conditions-management",
                "file-text",
                Ability::WriteContent,
                &["/terms-and-conditions", "/history/terms_and_conditions"],
            ),
        ],
    ),
    (
        "menu-app",
        &[
            Item::new(
                "menu-notifications",
                "/notifications-management",
                "bell",
                Ability::SendPush,
                &["/notification", "/permanent-alert", "/history/permanent_notification"],
            ),
            Item::new(
                "menu-messages",
                "/suggestions-management",
                "inbox",
                Ability::HandleMessages,
                &["/suggestions"],
            ),
            Item::new(
                "menu-statistics",
                "/analytics-management",
                "bar-chart",
                Ability::ReadStatistics,
                &["/statistics"],
            ),
            Item::new(
                "menu-import",
                "/import",
                "file-earmark-spreadsheet",
                Ability::WriteContent,
                &[],
            ),
            Item::new("menu-data", "/data", "arrow-left-right", Ability::ConvertData, &[]),
            Item::new("menu-jobs", "/jobs", "hourglass-split", Ability::ConvertData, &[]),
        ],
    ),
    (
        "menu-admin",
        &[
            Item::new(
                "menu-editors",
                "/user-management",
                "people",
                Ability::ManageEditors,
                &["/user"],
            ),
            Item::new("menu-audit", "/audit-log", "journal-text", Ability::ReadAudit, &[]),
        ],
    ),
    (
        "menu-help",
        &[Item::new("menu-handbook", "/handbook", "life-preserver", Ability::WriteContent, &[])],
    ),
];

/// Key of a role's name.
pub fn role_text(role: &Role) -> &'static str {
    match role {
        Role::SuperAdmin => "role-super-admin",
        Role::Admin => "role-admin",
        Role::ContentManager => "role-content-manager",
    }
}

/// The line under which the page at `path` stands; the first one for a page that is nowhere in
/// the menu. That page exists whatever language is worked in.
pub(super) fn section(path: &str) -> &'static str {
    let items = || MENU.iter().flat_map(|(_, items)| *items);
    let marked = items().find(|item| item.is_marked(path)).or(items().next());
    marked.map_or("/", |item| item.path)
}

/// The lines that somebody sees who has the abilities that `may` tells.
pub(super) fn menu(may: impl Fn(Ability) -> bool) -> Vec<Group> {
    let visible = |items: &[Item]| items.iter().copied().filter(|item| may(item.ability)).collect();
    MENU.iter()
        .map(|&(text, items)| Group { text, items: visible(items) })
        .filter(|group| !group.items.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use domain::access::Role;

    use super::{MENU, menu};

    #[test]
    fn a_line_is_marked_on_its_own_pages_and_no_others() {
        let marked = |path: &str| -> Vec<&str> {
            let items = MENU.iter().flat_map(|(_, items)| *items);
            items.filter(|item| item.is_marked(path)).map(|item| item.text).collect()
        };
        assert_eq!(marked("/encyclopedia"), ["menu-encyclopedia"]);
        assert_eq!(marked("/articles/1/edit"), ["menu-encyclopedia"]);
        assert_eq!(marked("/history/help_center/1"), ["menu-help-centers"]);
        assert_eq!(marked("/data/upload"), ["menu-data"]);
        assert_eq!(marked("/database"), Vec::<&str>::new());
        assert_eq!(marked("/help-center-attribute-management/3"), ["menu-help-center-attributes"]);
    }

    #[test]
    fn content_managers_see_no_administration() {
        let groups = |role: Role| menu(|ability| role.may(ability)).len();
        assert_eq!((groups(Role::SuperAdmin), groups(Role::ContentManager)), (5, 4));
    }
}
