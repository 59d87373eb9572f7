//! The sandbox as its clients see it, each test with a sandbox of its own on a free port.
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "clippy exempts test functions, not their helpers"
)]

mod add_queue_member;
mod agent_call;
mod binary;
mod closing;
mod common;
mod doors;
mod faults;
mod journal;
mod pages;
mod session;
