//! The sessions that agents opened by signing in.

use std::collections::BTreeMap;
use std::sync::Mutex;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use uuid::Uuid;

use crate::lock;

/// The agent of each token that was given out and not ended since.
#[derive(Debug, Default)]
pub(crate) struct Sessions(Mutex<BTreeMap<String, String>>);

impl Sessions {
    /// Opens a session and returns its token: `user:uuid` in Base64, as uContact's tokens are.
    pub(crate) fn open(&self, agent: &str) -> String {
        let token = STANDARD.encode(format!("{agent}:{}", Uuid::new_v4()));
        lock(&self.0).insert(token.clone(), agent.to_owned());
        token
    }

    pub(crate) fn knows(&self, token: &str) -> bool {
        lock(&self.0).contains_key(token)
    }

    /// Ends a session; false where the token is not one of this user's.
    pub(crate) fn end(&self, user: &str, token: &str) -> bool {
        let mut sessions = lock(&self.0);
        sessions.get(token).is_some_and(|agent| agent == user) && sessions.remove(token).is_some()
    }
}
