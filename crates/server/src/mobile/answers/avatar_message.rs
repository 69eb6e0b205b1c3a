//! `/mobile/avatar-messages/:lang`

use db::content::avatar_message::LiveAvatarMessage;
use serde::Serialize;
use utoipa::ToSchema;

/// A sentence the avatar says.
#[derive(Serialize, ToSchema)]
#[schema(title = "AvatarMessage")]
pub struct AvatarMessage {
    /// UUID.
    id: String,
    content: String,
    live: bool,
    pub(super) lang: String,
}

impl From<LiveAvatarMessage> for AvatarMessage {
    fn from(row: LiveAvatarMessage) -> Self {
        AvatarMessage {
            id: row.id.to_string(),
            content: row.content,
            live: row.live,
            lang: row.lang,
        }
    }
}
