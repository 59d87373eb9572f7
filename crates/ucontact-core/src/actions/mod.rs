//! The calls of the API, one file each: what is sent, how it is checked, and what the reply means.

pub(crate) mod add_queue_member;
pub(crate) mod agent_call;
pub(crate) mod agent_login;
pub(crate) mod agent_logoff;
pub(crate) mod end_session;
pub(crate) mod hangup_phone;

use crate::fault::Faults;
use crate::instance::Instance;
use crate::request::{Request, addressed};
use crate::token::Token;

/// A call that a token signs.
pub trait Signed {
    /// All the faults, in the order of the fields on the wire.
    fn validate(&self) -> Result<(), Faults>;

    /// The request, or every fault at once; a fault carries the name of the field on the wire.
    fn request(&self, instance: &Instance, token: &Token) -> Result<Request, Faults>;

    /// As [`Signed::request`], from texts that were not checked yet: their faults come first.
    fn request_for(&self, instance: &str, token: &str) -> Result<Request, Faults> {
        let (instance, token) = addressed(instance, token, self.validate())?;
        self.request(&instance, &token)
    }
}
