//! What is submitted about an editor, and what is wrong with it.

use db::editor::Profile;
use domain::access::Role;
use domain::language::Language;
use domain::standing::Standing;

use crate::form::Submitted;

/// Most letters of a name.
const LONGEST_NAME: usize = 60;

/// An editor as a form has her.
#[derive(Clone, Debug, Default)]
pub(super) struct Draft {
    pub(super) username: String,
    /// The role's name, whatever was sent.
    pub(super) role: String,
    pub(super) languages: Vec<Language>,
    pub(super) mistakes: Mistakes,
}

/// Keys of what is wrong beside each field; empty is nothing.
#[derive(Clone, Debug, Default)]
pub(super) struct Mistakes {
    pub(super) username: &'static str,
    pub(super) role: &'static str,
    pub(super) languages: &'static str,
}

impl Mistakes {
    /// How many there are.
    pub(super) fn count(&self) -> usize {
        [self.username, self.role, self.languages].iter().filter(|key| !key.is_empty()).count()
    }

    /// The first of them in a program's words.
    pub(super) fn message(&self) -> &'static str {
        match (self.username, self.role) {
            ("", "") => "languages must be of those you may give",
            ("", _) => "type must be a role",
            _ => "username must have 1 to 60 characters",
        }
    }
}

impl Draft {
    /// Reads `username`, `type` and either `languages` or, as the original has it, `lang`.
    pub(super) fn read(submitted: &Submitted, giver: &Standing) -> Draft {
        let mut codes = submitted.all("languages");
        codes.retain(|code| !code.is_empty());
        if codes.is_empty() && !submitted.text("lang").is_empty() {
            codes.push(submitted.text("lang"));
        }
        let found: Vec<Language> =
            codes.iter().filter_map(|code| Language::from_code(code)).collect();
        let mut draft = Draft {
            username: submitted.text("username").trim().to_owned(),
            role: submitted.text("type").to_owned(),
            languages: Language::ALL.into_iter().filter(|one| found.contains(one)).collect(),
            mistakes: Mistakes::default(),
        };
        // A superAdmin works in every language, so nobody has to say which.
        if draft.role() == Some(Role::SuperAdmin) && codes.is_empty() {
            draft.languages = Language::ALL.to_vec();
        }
        let length = draft.username.chars().count();
        let is_control = draft.username.chars().any(char::is_control);
        if length == 0 || length > LONGEST_NAME || is_control {
            draft.mistakes.username = "people-username-wrong";
        }
        if draft.role().is_none() {
            draft.mistakes.role = "people-role-missing";
        }
        let given = draft.languages.iter().all(|one| giver.languages.contains(one));
        if draft.languages.is_empty() || found.len() != codes.len() || !given {
            draft.mistakes.languages = "people-languages-missing";
        }
        draft
    }

    /// The role, if it is one.
    pub(super) fn role(&self) -> Option<Role> {
        Role::from_name(&self.role)
    }

    /// What she is to become.
    pub(super) fn standing(&self) -> Option<Standing> {
        self.role().map(|role| Standing { role, languages: self.languages.clone() })
    }

    /// The same for the database.
    pub(super) fn profile(&self) -> Option<Profile> {
        self.role().map(|role| Profile {
            username: self.username.clone(),
            role: role.name(),
            languages: self.languages.iter().map(|one| one.code().to_owned()).collect(),
        })
    }

    /// Whether a language is ticked.
    pub(super) fn has(&self, language: &Language) -> bool {
        self.languages.contains(language)
    }
}
