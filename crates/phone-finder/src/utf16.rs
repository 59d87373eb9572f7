use crate::bytes;

/// Turns byte offsets into UTF-16 offsets in one pass; the offsets have to come in ascending order.
pub(crate) struct Utf16Cursor<'a> {
    text: &'a str,
    bytes: usize,
    units: usize,
}

impl<'a> Utf16Cursor<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        Self {
            text,
            bytes: 0,
            units: 0,
        }
    }

    /// The UTF-16 offset of the character boundary `at`, which isn't before the last one asked for.
    /// Saturates for texts beyond 4 Gi units.
    pub(crate) fn advance(&mut self, at: usize) -> u32 {
        let passed = self.text.as_bytes().get(self.bytes..at).unwrap_or_default();
        let eights = (0..passed.len())
            .step_by(8)
            .map(|place| bytes::eight(passed, place));
        let (begun, far) = eights.fold((passed.len(), 0), |(begun, far), eight| {
            (begun - following(eight), far + four(eight))
        });
        // A unit for each character, and another beyond U+FFFF.
        self.units += begun + far;
        self.bytes = at;
        u32::try_from(self.units).unwrap_or(u32::MAX)
    }
}

/// How many of eight bytes don't begin a character.
fn following(eight: u64) -> usize {
    (eight & !(eight << 1) & bytes::HIGH).count_ones() as usize
}

/// How many begin one of four bytes.
fn four(eight: u64) -> usize {
    let high = eight & (eight << 1) & (eight << 2) & (eight << 3);
    (high & bytes::HIGH).count_ones() as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_surrogate_pairs_as_two() {
        let text = "aé€😀b";
        let mut cursor = Utf16Cursor::new(text);
        let offsets: Vec<u32> = text
            .char_indices()
            .map(|(at, _)| cursor.advance(at))
            .collect();
        assert_eq!(offsets, [0, 1, 2, 3, 5]);
        assert_eq!(cursor.advance(text.len()), 6);
    }
}
