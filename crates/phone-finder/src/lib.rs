//! Finds phone numbers in text; no IO.
