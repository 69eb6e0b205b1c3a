//! Who may do what in the cms.

use std::fmt;

/// The three roles of editors, each able to do all that the next one may.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Everything, in every language.
    SuperAdmin,
    /// Content, and the content managers of the languages she works in.
    Admin,
    /// Content of the languages she works in.
    ContentManager,
}

/// Something a role may or may not do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ability {
    /// Create, change, order, publish and delete content, with its files and history.
    WriteContent,
    /// Send push notifications and show permanent alerts.
    SendPush,
    /// Read and handle the messages that users of the app have sent.
    HandleMessages,
    /// Read statistics and aggregated answers.
    ReadStatistics,
    /// Read free text that girls wrote in surveys, without who they are.
    ReadFreeText,
    /// Convert and download content and reference data.
    ConvertData,
    /// Create, change and deactivate editors, as far as [`Role::may_grant`] goes.
    ManageEditors,
    /// Read and export the audit log.
    ReadAudit,
}

impl Role {
    /// Every role, the mightiest first.
    pub const ALL: [Role; 3] = [Role::SuperAdmin, Role::Admin, Role::ContentManager];

    /// The role's name as the database stores it.
    pub fn name(self) -> &'static str {
        match self {
            Role::SuperAdmin => "superAdmin",
            Role::Admin => "admin",
            Role::ContentManager => "contentManager",
        }
    }

    /// The role whose [`Role::name`] is exactly `name`.
    pub fn from_name(name: &str) -> Option<Role> {
        Role::ALL.into_iter().find(|role| role.name() == name)
    }

    /// Whether an editor of this role has `ability`, in the languages she works in.
    pub fn may(self, ability: Ability) -> bool {
        match ability {
            Ability::WriteContent
            | Ability::SendPush
            | Ability::HandleMessages
            | Ability::ReadStatistics
            | Ability::ConvertData => true,
            Ability::ReadFreeText | Ability::ManageEditors => self != Role::ContentManager,
            Ability::ReadAudit => self == Role::SuperAdmin,
        }
    }

    /// Whether an editor of this role may make somebody `other`, and so also change or
    /// deactivate somebody who is.
    pub fn may_grant(self, other: Role) -> bool {
        match self {
            Role::SuperAdmin => true,
            Role::Admin => other == Role::ContentManager,
            Role::ContentManager => false,
        }
    }
}

impl fmt::Display for Role {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::{Ability, Role};

    #[test]
    fn roles_are_spelled_as_in_the_database() {
        for role in Role::ALL {
            assert_eq!(Role::from_name(role.name()), Some(role));
        }
        assert_eq!(Role::from_name("SuperAdmin"), None);
    }

    #[test]
    fn nobody_grants_more_than_she_has() {
        let granted = |role: Role| Role::ALL.map(|other| role.may_grant(other));
        assert_eq!(granted(Role::SuperAdmin), [true, true, true]);
        assert_eq!(granted(Role::Admin), [false, false, true]);
        assert_eq!(granted(Role::ContentManager), [false, false, false]);
        assert!(!Role::Admin.may(Ability::ReadAudit));
    }
}
