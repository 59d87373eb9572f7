//! A local imitation of uContact: its documented calls, a journal of every request received, faults on demand,
//! demo CRM pages and a softphone. Written from the vendor's pages and from nothing else, so that a mistake in the
//! product's own request builder cannot hide in a shared definition.
//!
//! [`Sandbox::bind`] opens the port, [`Sandbox::serve`] answers. `README.md` describes every endpoint.

mod calls;
mod config;
mod control;
mod doors;
mod faults;
mod integra;
mod journal;
mod pages;
mod server;
mod service;
mod sessions;

use std::sync::{Mutex, MutexGuard, PoisonError};

pub use config::{Agent, Campaign, Config, ConfigError};
pub use server::Sandbox;

/// Everything that the sandbox remembers, shared by all its connections.
#[derive(Debug, Default)]
pub(crate) struct App {
    pub(crate) config: Config,
    pub(crate) journal: journal::Journal,
    pub(crate) faults: faults::Faults,
    pub(crate) calls: calls::Calls,
    pub(crate) doors: doors::Doors,
    pub(crate) sessions: sessions::Sessions,
}

/// The contents of a mutex, also after a thread died holding it: one failed request must not end the sandbox.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
