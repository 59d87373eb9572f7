use std::panic::{AssertUnwindSafe, catch_unwind};

/// Runs `work` so that a panic inside it ends there: `None` instead of its result.
///
/// Only where panics unwind, as in native builds. A wasm build aborts, so there the caller of the
/// module has to start a new instance.
pub(crate) fn isolated<T>(work: impl FnOnce() -> T) -> Option<T> {
    // Nothing that `work` could leave half changed is looked at again: it borrows the text only.
    catch_unwind(AssertUnwindSafe(work)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_ends_here() {
        assert_eq!(isolated(|| 7), Some(7));
        assert_eq!(isolated(|| -> u8 { panic!("deliberate, in a test") }), None);
    }
}
