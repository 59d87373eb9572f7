//! The background's module: converts, fetches, decides nothing.
