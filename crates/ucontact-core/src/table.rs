//! A table as people paste it or a spreadsheet saves it: cells in lines, between commas, semicolons or tabs.

use csv::{ReaderBuilder, StringRecord, Trim, WriterBuilder};

/// A line that holds something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Line {
    /// Its place in the text, from 1.
    pub(crate) number: u64,
    cells: StringRecord,
}

impl Line {
    /// The text of a cell; nothing where the line is shorter.
    pub(crate) fn cell(&self, place: usize) -> &str {
        self.cells.get(place).unwrap_or_default()
    }

    /// The places of the cells that are called one of these, written as by [`folded`].
    pub(crate) fn columns(&self, names: &[&str]) -> impl Iterator<Item = usize> {
        let cells = self.cells.iter().enumerate();
        cells
            .filter(|(_, cell)| names.contains(&folded(cell).as_str()))
            .map(|(place, _)| place)
    }

    /// The cells from `place` on that hold something.
    pub(crate) fn rest(&self, place: usize) -> impl Iterator<Item = &str> {
        self.cells
            .iter()
            .skip(place)
            .filter(|cell| !cell.is_empty())
    }
}

/// The text of a table that [`lines`] reads and spreadsheets open.
pub(crate) fn write<'a>(lines: impl Iterator<Item = Vec<&'a str>>) -> String {
    let mut writer = WriterBuilder::new().flexible(true).from_writer(Vec::new());
    for line in lines {
        // Memory takes everything.
        drop(writer.write_record(line));
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

/// The lines of a text; empty ones are left out.
pub(crate) fn lines(text: &str) -> Vec<Line> {
    let text = text
        .trim_start_matches('\u{feff}')
        .replace("\r\n", "\n")
        .replace('\r', "\n");
    let text = text.as_str();
    let mut reader = ReaderBuilder::new()
        .delimiter(separator(text))
        .has_headers(false)
        .flexible(true)
        .trim(Trim::All)
        .from_reader(text.as_bytes());
    let mut lines = Vec::new();
    let mut cells = StringRecord::new();
    // Out of memory comes UTF-8 and no error.
    while matches!(reader.read_record(&mut cells), Ok(true)) {
        if cells.iter().any(|cell| !cell.is_empty()) {
            let number = line_of(&cells, text);
            lines.push(Line {
                number,
                cells: std::mem::take(&mut cells),
            });
        }
    }
    lines
}

/// The reader tells where it began to look for a record: the empty lines before it come on top.
fn line_of(cells: &StringRecord, text: &str) -> u64 {
    let Some(position) = cells.position() else {
        return 0;
    };
    let from = usize::try_from(position.byte()).unwrap_or_default();
    let blank = text.bytes().skip(from).take_while(|byte| *byte == b'\n');
    position.line() + blank.count() as u64
}

/// What the first line that has any has most of, outside quotes.
fn separator(text: &str) -> u8 {
    let plain: String = text.split('"').step_by(2).collect();
    let first = plain.lines().find(|line| line.contains([',', ';', '\t']));
    let count = |separator: &u8| {
        first
            .unwrap_or(",")
            .bytes()
            .filter(|byte| byte == separator)
            .count()
    };
    // Of equals the last one wins: what people write between cells more than within them.
    [b',', b';', b'\t']
        .into_iter()
        .max_by_key(count)
        .unwrap_or(b',')
}

/// A column's name without case, accents, spaces and signs: `Extensión` and `EXTENSION` are one.
fn folded(name: &str) -> String {
    name.chars()
        .flat_map(char::to_lowercase)
        .map(unaccented)
        .filter(char::is_ascii_alphanumeric)
        .collect()
}

/// The letters of Spanish and Portuguese.
fn unaccented(letter: char) -> char {
    match letter {
        'á' | 'à' | 'â' | 'ã' => 'a',
        'é' | 'ê' => 'e',
        'í' => 'i',
        'ó' | 'ô' | 'õ' => 'o',
        'ú' | 'ü' => 'u',
        'ç' => 'c',
        'ñ' => 'n',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(text: &str) -> Vec<(u64, Vec<String>)> {
        let lines = lines(text);
        let cells = |line: &Line| line.cells.iter().map(str::to_owned).collect();
        lines
            .iter()
            .map(|line| (line.number, cells(line)))
            .collect()
    }

    #[track_caller]
    fn same(text: &str, expected: &[(u64, &[&str])]) {
        let expected: Vec<(u64, Vec<String>)> = expected
            .iter()
            .map(|(number, cells)| (*number, cells.iter().map(|&cell| cell.to_owned()).collect()))
            .collect();
        assert_eq!(read(text), expected, "{text:?}");
    }

    #[test]
    fn every_separator_is_understood() {
        for text in [
            "ana,1001\nleo,1002",
            "ana;1001\nleo;1002",
            "ana\t1001\nleo\t1002",
        ] {
            same(text, &[(1, &["ana", "1001"]), (2, &["leo", "1002"])]);
        }
        same("Pérez, Ana;1001", &[(1, &["Pérez, Ana", "1001"])]);
        same("Pérez, Ana\t1001", &[(1, &["Pérez, Ana", "1001"])]);
        same("\"a;b;c\",1001", &[(1, &["a;b;c", "1001"])]);
        same("ana", &[(1, &["ana"])]);
        same("", &[]);
    }

    #[test]
    fn what_spreadsheets_write_is_read() {
        same(
            "\u{feff}\"Ana \"\"la jefa\"\"\", 1001 \r\n",
            &[(1, &["Ana \"la jefa\"", "1001"])],
        );
        same(
            "ana,1001\rleo,1002\r",
            &[(1, &["ana", "1001"]), (2, &["leo", "1002"])],
        );
        same(
            "\"two\nlines\",1\nleo,2",
            &[(1, &["two\nlines", "1"]), (3, &["leo", "2"])],
        );
    }

    #[test]
    fn a_line_keeps_its_number_whatever_is_left_out_before_it() {
        same(
            "\n\r\nana,1001\n\n , \n\nleo,1002\n\n",
            &[(3, &["ana", "1001"]), (7, &["leo", "1002"])],
        );
    }

    #[test]
    fn a_quote_that_never_closes_takes_the_rest_and_no_more() {
        assert_eq!(read("\"ana,1001\nleo,1002").len(), 1);
    }

    #[test]
    fn columns_are_found_by_any_spelling_of_their_names() {
        let columns = |text: &str| {
            lines(text)[0]
                .columns(&["extension", "ext"])
                .collect::<Vec<_>>()
        };
        assert_eq!(columns("User,Extensión"), [1]);
        assert_eq!(columns("id;EXT.;E x t"), [1, 2]);
        assert_eq!(columns("user,1001"), [0; 0]);
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_a_loss(text in "[ab\",;\t\r\n\u{feff}é]{0,40}") {
            let letters = |text: &str| text.chars().filter(char::is_ascii_alphabetic).count();
            let read: usize = read(&text).iter().flat_map(|(_, cells)| cells).map(|cell| letters(cell)).sum();
            prop_assert_eq!(read, letters(&text));
        }
    }
}
