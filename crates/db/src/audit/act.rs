//! What can be recorded.

/// Something that an editor, or somebody who would like to be one, has done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Signed in.
    SignIn,
    /// Tried to, with a wrong password or code.
    SignInFailed,
    /// Signed out.
    SignOut,
    /// Ended a session of herself or somebody else.
    SessionEnded,
    /// Changed her own password.
    PasswordChanged,
    /// Made a link that sets somebody's password.
    ResetLinkMade,
    /// Set a password by such a link, or from the command line.
    PasswordReset,
    /// Asks for codes at sign-in from now on.
    TotpOn,
    /// Does not ask for codes any more.
    TotpOff,
    /// Used one of the codes for when a phone is lost.
    RecoveryCodeUsed,
    /// Made an editor.
    EditorCreated,
    /// Changed an editor's name, role or languages.
    EditorChanged,
    /// Took an editor's access away.
    EditorDeactivated,
    /// Gave it back.
    EditorReactivated,
    /// Locked an account with a password that everybody knows.
    EditorLocked,
    /// Created content.
    ContentCreated,
    /// Changed content, its order, or whether it is live.
    ContentChanged,
    /// Moved content to the trash.
    ContentDeleted,
    /// Took content back from the trash or from its history.
    ContentRestored,
    /// Threw content away for good.
    ContentPurged,
    /// Stored a file.
    FileStored,
    /// Removed a file.
    FileRemoved,
    /// Downloaded figures, content or messages.
    Exported,
    /// Read content or reference data in from a file.
    Imported,
    /// Sent a push notification or showed an alert.
    Sent,
    /// Handled or deleted a message of a user.
    MessageHandled,
    /// Changed a setting.
    SettingChanged,
    /// Deleted what its time was over for.
    RetentionRun,
}

impl Act {
    /// Every act, in the order of a list to choose from.
    pub const ALL: [Act; 28] = [
        Act::SignIn,
        Act::SignInFailed,
        Act::SignOut,
        Act::SessionEnded,
        Act::PasswordChanged,
        Act::ResetLinkMade,
        Act::PasswordReset,
        Act::TotpOn,
        Act::TotpOff,
        Act::RecoveryCodeUsed,
        Act::EditorCreated,
        Act::EditorChanged,
        Act::EditorDeactivated,
        Act::EditorReactivated,
        Act::EditorLocked,
        Act::ContentCreated,
        Act::ContentChanged,
        Act::ContentDeleted,
        Act::ContentRestored,
        Act::ContentPurged,
        Act::FileStored,
        Act::FileRemoved,
        Act::Exported,
        Act::Imported,
        Act::Sent,
        Act::MessageHandled,
        Act::SettingChanged,
        Act::RetentionRun,
    ];

    /// The word that is stored.
    pub fn word(self) -> &'static str {
        match self {
            Act::SignIn => "sign-in",
            Act::SignInFailed => "sign-in-failed",
            Act::SignOut => "sign-out",
            Act::SessionEnded => "session-ended",
            Act::PasswordChanged => "password-changed",
            Act::ResetLinkMade => "reset-link-made",
            Act::PasswordReset => "password-reset",
            Act::TotpOn => "totp-on",
            Act::TotpOff => "totp-off",
            Act::RecoveryCodeUsed => "recovery-code-used",
            Act::EditorCreated => "editor-created",
            Act::EditorChanged => "editor-changed",
            Act::EditorDeactivated => "editor-deactivated",
            Act::EditorReactivated => "editor-reactivated",
            Act::EditorLocked => "editor-locked",
            Act::ContentCreated => "content-created",
            Act::ContentChanged => "content-changed",
            Act::ContentDeleted => "content-deleted",
            Act::ContentRestored => "content-restored",
            Act::ContentPurged => "content-purged",
            Act::FileStored => "file-stored",
            Act::FileRemoved => "file-removed",
            Act::Exported => "exported",
            Act::Imported => "imported",
            Act::Sent => "sent",
            Act::MessageHandled => "message-handled",
            Act::SettingChanged => "setting-changed",
            Act::RetentionRun => "retention-run",
        }
    }

    /// The act whose [`Act::word`] is `word`.
    pub fn from_word(word: &str) -> Option<Act> {
        Act::ALL.into_iter().find(|act| act.word() == word)
    }
}

#[cfg(test)]
mod tests {
    use super::Act;

    #[test]
    fn every_word_means_one_act() {
        for act in Act::ALL {
            assert_eq!(Act::from_word(act.word()), Some(act));
        }
    }
}
