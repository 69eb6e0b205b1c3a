audit-lead = Who signed in, and who changed, exported or sent what. Nobody can change these lines.
audit-csv = Download as CSV
audit-search = Search in item and detail
audit-any = Any
audit-act = Act
audit-editor = Editor
audit-from = From
audit-until = Until
audit-none = Nothing of this kind
audit-none-hint = No line of the log matches. Choose other days or fewer conditions.
audit-all = Show everything
audit-count =
    { $count ->
        [one] One line
       *[other] { $count } lines
    }
audit-time = Time
audit-item = Item
audit-detail = Detail
audit-unknown = Somebody unknown

# What can be done.
audit-act-sign-in = Signed in
audit-act-sign-in-failed = Failed to sign in
audit-act-sign-out = Signed out
audit-act-session-ended = Ended sessions
audit-act-password-changed = Changed the password
audit-act-reset-link-made = Made a link for a password
audit-act-password-reset = Set a password
audit-act-totp-on = Codes switched on
audit-act-totp-off = Codes switched off
audit-act-recovery-code-used = Used a recovery code
audit-act-editor-created = Created an editor
audit-act-editor-changed = Changed an editor
audit-act-editor-deactivated = Deactivated an editor
audit-act-editor-reactivated = Gave access back
audit-act-editor-locked = Locked a weak account
audit-act-content-created = Created content
audit-act-content-changed = Changed content
audit-act-content-deleted = Deleted content
audit-act-content-restored = Restored content
audit-act-content-purged = Deleted content for good
audit-act-file-stored = Stored a file
audit-act-file-removed = Removed a file
audit-act-exported = Exported
audit-act-imported = Imported
audit-act-sent = Sent to the app
audit-act-message-handled = Handled a message
audit-act-setting-changed = Changed a setting
audit-act-retention-run = Deleted old records
