//! The calls of the API, one file each: what is sent, how it is checked, and what the reply means.

pub(crate) mod add_queue_member;
pub(crate) mod agent_call;
pub(crate) mod agent_login;
pub(crate) mod agent_logoff;
pub(crate) mod end_session;
pub(crate) mod hangup_phone;
