//! What ties a session to the password and the rights its editor had when she signed in.

use db::editor::StoredEditor;
use sha2::{Digest, Sha256};

/// A digest of her password's hash, her role and her languages. Whoever changes one of them,
/// also the original service or somebody at the database, ends her sessions by it. Switching
/// the language she is working in does not.
pub fn seal(editor: &StoredEditor) -> String {
    let languages = editor.languages.as_deref().map(|languages| languages.join(","));
    let rights = [
        editor.password.as_str(),
        editor.role.as_str(),
        languages.as_deref().unwrap_or("unsaid"),
        if editor.deactivated { "deactivated" } else { "active" },
    ];
    domain::hex::lower(&Sha256::digest(rights.join("\0")))
}
