//! The calls of the API, one file each: what is sent, how it is checked, and what the reply means.

pub(crate) mod add_queue_member;
pub(crate) mod agent_call;
