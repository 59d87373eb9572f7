//! The words around a number.

/// A character in lower case and without accent, as far as Latin text needs it.
pub(crate) fn folded(c: char) -> char {
    if c.is_ascii() {
        return c.to_ascii_lowercase();
    }
    match c {
        'á' | 'à' | 'â' | 'ã' | 'ä' | 'å' | 'Á' | 'À' | 'Â' | 'Ã' | 'Ä' | 'Å' => 'a',
        'é' | 'è' | 'ê' | 'ë' | 'É' | 'È' | 'Ê' | 'Ë' => 'e',
        'í' | 'ì' | 'î' | 'ï' | 'Í' | 'Ì' | 'Î' | 'Ï' => 'i',
        'ó' | 'ò' | 'ô' | 'õ' | 'ö' | 'Ó' | 'Ò' | 'Ô' | 'Õ' | 'Ö' => 'o',
        'ú' | 'ù' | 'û' | 'ü' | 'Ú' | 'Ù' | 'Û' | 'Ü' => 'u',
        'ç' | 'Ç' => 'c',
        'ñ' | 'Ñ' => 'n',
        'ł' | 'Ł' => 'l',
        'ś' | 'Ś' => 's',
        'ż' | 'ź' | 'Ż' | 'Ź' => 'z',
        'ą' | 'Ą' => 'a',
        'ę' | 'Ę' => 'e',
        'º' | 'ª' => ' ',
        _ => c.to_lowercase().next().unwrap_or(c),
    }
}

/// A word as it stands in the lists: folded, in place.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Word {
    bytes: [u8; Word::LONGEST],
    len: usize,
    /// Whether it is written in capitals only.
    pub(crate) capitals: bool,
    /// Whether it begins with a capital.
    pub(crate) capital: bool,
}

impl Word {
    /// Longer words than this are in no list.
    const LONGEST: usize = 24;

    /// The word that the text ends with; empty if it ends otherwise.
    pub(crate) fn last_of(text: &str) -> (Self, &str) {
        let letters = |c: &char| c.is_alphabetic();
        let length = text
            .chars()
            .rev()
            .take(Self::LONGEST + 1)
            .take_while(letters)
            .map(char::len_utf8)
            .sum::<usize>();
        let (before, word) = text.split_at(text.len() - length);
        (Self::of(word), before)
    }

    /// The word that the text begins with.
    pub(crate) fn first_of(text: &str) -> Self {
        let letters = |c: &char| c.is_alphabetic();
        let length = text
            .chars()
            .take(Self::LONGEST + 1)
            .take_while(letters)
            .map(char::len_utf8)
            .sum::<usize>();
        Self::of(&text[..length])
    }

    fn of(text: &str) -> Self {
        let mut word = Self {
            capitals: !text.is_empty() && text.chars().all(char::is_uppercase),
            capital: text.starts_with(char::is_uppercase),
            ..Self::default()
        };
        for c in text.chars().map(folded) {
            let mut buffer = [0; 4];
            let bytes = c.encode_utf8(&mut buffer).as_bytes();
            let Some(place) = word.bytes.get_mut(word.len..word.len + bytes.len()) else {
                return Self::default();
            };
            place.copy_from_slice(bytes);
            word.len += bytes.len();
        }
        word
    }

    pub(crate) fn as_str(&self) -> &str {
        std::str::from_utf8(&self.bytes[..self.len]).unwrap_or_default()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.len == 0
    }

    pub(crate) fn is_in(&self, list: &[&str]) -> bool {
        list.binary_search(&self.as_str()).is_ok()
    }
}
