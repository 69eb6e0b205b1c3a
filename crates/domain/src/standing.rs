//! Whom an editor may manage.

use crate::access::Role;
use crate::language::Language;

/// What an editor is: her role, and the languages she works in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// What she may do.
    pub role: Role,
    /// Where she may do it.
    pub languages: Vec<Language>,
}

impl Standing {
    /// Whether she may see, make, change and deactivate an editor who is, or is to become,
    /// `other`. An admin must share every language of a content manager: who takes her access
    /// away takes it in all of them.
    pub fn may_manage(&self, other: &Standing) -> bool {
        self.role.may_grant(other.role)
            && (self.role == Role::SuperAdmin
                || other.languages.iter().all(|language| self.languages.contains(language)))
    }

    /// The roles she may give.
    pub fn grantable(&self) -> Vec<Role> {
        Role::ALL.into_iter().filter(|role| self.role.may_grant(*role)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Standing;
    use crate::access::Role;
    use crate::language::Language::{self, English, Nepali};

    fn of(role: Role, languages: &[Language]) -> Standing {
        Standing { role, languages: languages.to_vec() }
    }

    #[test]
    fn admins_manage_content_managers_of_their_languages() {
        let admin = of(Role::Admin, &[Nepali]);
        let cases = [
            (of(Role::ContentManager, &[Nepali]), true),
            (of(Role::ContentManager, &[English]), false),
            (of(Role::ContentManager, &[English, Nepali]), false),
            (of(Role::Admin, &[Nepali]), false),
            (of(Role::SuperAdmin, &[Nepali]), false),
        ];
        for (other, may) in cases {
            assert_eq!(admin.may_manage(&other), may, "{other:?}");
            assert!(of(Role::SuperAdmin, &[English]).may_manage(&other));
            assert!(!of(Role::ContentManager, &[English, Nepali]).may_manage(&other));
        }
        assert_eq!(admin.grantable(), [Role::ContentManager]);
    }
}
