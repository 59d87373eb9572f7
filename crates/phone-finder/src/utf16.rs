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
        let passed = self.text.get(self.bytes..at).unwrap_or_default();
        // A unit for each character, which is each byte that begins one, and another beyond U+FFFF.
        let units = |&b: &u8| usize::from(b & 0xC0 != 0x80) + usize::from(b >= 0xF0);
        self.units += match passed.is_ascii() {
            true => passed.len(),
            false => passed.as_bytes().iter().map(units).sum(),
        };
        self.bytes = at;
        u32::try_from(self.units).unwrap_or(u32::MAX)
    }
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
