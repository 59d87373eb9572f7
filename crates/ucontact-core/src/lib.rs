//! Builds, validates and interprets the uContact REST calls; no IO.
