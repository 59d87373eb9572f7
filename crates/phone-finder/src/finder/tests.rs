use proptest::prelude::*;

use super::*;

fn region(code: &str) -> Region {
    code.parse().unwrap()
}

fn in_mexico(text: &str) -> Vec<Match> {
    find(text, region("MX"))
}

/// What is found in a text, as (written, E.164, extension).
fn written<'a>(text: &'a str, found: &[Match]) -> Vec<(&'a str, String, String)> {
    let ext = |m: &Match| m.ext().as_deref().unwrap_or_default().to_owned();
    found
        .iter()
        .map(|m| (&text[m.start..m.end], e164(m), ext(m)))
        .collect()
}

fn number<'a>(written: &'a str, e164: &str, ext: &str) -> (&'a str, String, String) {
    (written, e164.to_owned(), ext.to_owned())
}

fn e164(found: &Match) -> String {
    found.number.e164().to_string()
}

#[test]
fn finds_the_common_forms() {
    let forms = [
        ("55 1234 5678", "+525512345678"),
        ("5512345678", "+525512345678"),
        ("(55) 1234-5678", "+525512345678"),
        ("+52 55 1234 5678", "+525512345678"),
        ("+1 (415) 555-2671", "+14155552671"),
        ("+44 20 7946 0018", "+442079460018"),
        ("+54 9 11 2345-6789", "+5491123456789"),
        ("+598 2901 2345", "+59829012345"),
        ("+55 (11) 91234-5678", "+5511912345678"),
        ("５５ １２３４ ５６７８", "+525512345678"),
        ("＋52 55 1234 5678", "+525512345678"),
        ("٥٥١٢٣٤٥٦٧٨", "+525512345678"),
    ];
    for (form, e164) in forms {
        for text in [
            form.to_owned(),
            format!("Tel. {form}, casa"),
            format!("tel:{form}"),
            format!("☎️📞 {form}\n"),
        ] {
            assert_eq!(
                written(&text, &in_mexico(&text)),
                [number(form, e164, "")],
                "{text:?}"
            );
        }
    }
}

#[test]
fn gives_extension_region_and_display() {
    for text in [
        "55 1234 5678 ext. 12",
        "55 1234 5678 x12",
        "+52 55 1234 5678;ext=12",
        "55 1234 5678 int. １２",
    ] {
        assert_eq!(
            written(text, &in_mexico(text)),
            [number(text, "+525512345678", "12")]
        );
        let found = find_whole(text, region("MX")).unwrap();
        assert_eq!(&found.number.international(), "+52 55 1234 5678");
        assert_eq!(found.number.region(), Some("MX"));
    }
    let regions = in_mexico("+1 604 555 2671 · +44 20 7946 0018 · +800 1234 5678");
    let regions: Vec<_> = regions.iter().map(|m| m.number.region()).collect();
    assert_eq!(regions, [Some("CA"), Some("GB"), None]);
}

#[test]
fn leaves_punctuation_around_a_number_out() {
    for text in ["0.-8112345678", "8112345678x.2026-11-21"] {
        let found = in_mexico(text);
        let expected = number("8112345678", "+528112345678", "");
        assert_eq!(written(text, &found), [expected], "{text}");
    }
}

#[test]
fn does_not_dial_the_label_of_an_extension() {
    assert_eq!(in_mexico("+2026-11-21 ext. 12"), []);
}

/// Mexico gave up these prefixes in 2019, and libphonenumber calls numbers with them invalid since
/// 8.13.38. CRMs still hold them.
#[test]
fn knows_the_old_mexican_prefixes() {
    for text in [
        "+52 1 55 1234 5678",
        "+5215512345678",
        "01 55 1234 5678",
        "044 55 1234 5678",
        "045 55 1234 5678",
        "01 (55) 1234-5678",
        "0052 1 55 1234 5678",
    ] {
        let expected = number(text, "+525512345678", "");
        assert_eq!(written(text, &in_mexico(text)), [expected]);
    }
    assert_eq!(find("+52 1 55 1234 5678", region("US")).len(), 1);
    assert_eq!(find("01 55 1234 5678", region("US")), []);
}

#[test]
fn finds_several_numbers_in_one_text() {
    let text = "Of. 5512345678/5587654321, casa +52 81 1234 5678; US: 1-415-555-2671 (no), +1-415-555-2671x883";
    let found = in_mexico(text);
    let numbers: Vec<String> = found.iter().map(e164).collect();
    assert_eq!(
        numbers,
        [
            "+525512345678",
            "+525587654321",
            "+528112345678",
            "+14155552671"
        ]
    );
    assert_eq!(found[3].ext().as_deref(), Some("883"));
}

#[test]
fn reads_national_numbers_by_region() {
    let text = "(11) 91234-5678";
    assert_eq!(e164(&find(text, region("BR"))[0]), "+5511912345678");
    assert_eq!(
        e164(&find("020 7946 0018", region("GB"))[0]),
        "+442079460018"
    );
    assert!(in_mexico("020 7946 0018").is_empty());
}

#[test]
fn counts_utf16_units_past_emoji() {
    let text = "📞 Ana 🇲🇽: 55 1234 5678, née: +1 415 555 2671";
    let found = in_mexico(text);
    assert_eq!(found.len(), 2);
    let units: Vec<u16> = text.encode_utf16().collect();
    for m in &found {
        let slice = &units[m.start_utf16 as usize..m.end_utf16 as usize];
        assert_eq!(String::from_utf16(slice).unwrap(), text[m.start..m.end]);
    }
    assert_eq!((found[0].start, found[0].start_utf16), (19, 13));
}

#[test]
fn leaves_dates_addresses_and_plain_text_alone() {
    for code in ["MX", "UY", "US", "DE", "AR"] {
        for text in [
            "2026-11-21",
            "2024-08-06",
            "21/11/2026",
            "05.10.1986",
            "192.168.100.200",
            "",
            "Ana López",
            "12345",
        ] {
            assert!(find(text, region(code)).is_empty(), "{code} {text:?}");
        }
    }
}

#[test]
fn whole_means_nothing_else() {
    let whole = |text| find_whole(text, region("MX")).map(|m| (m.start, e164(&m)));
    assert_eq!(
        whole("  55 1234 5678\t"),
        Some((2, "+525512345678".to_owned()))
    );
    assert_eq!(
        whole("\u{202A}+1 415 555 2671\u{202C}"),
        Some((3, "+14155552671".to_owned()))
    );
    for text in [
        "",
        " ",
        "Ana 55 1234 5678",
        "55 1234 5678, casa",
        "5512345678 5512345678",
        "911",
        "12a",
    ] {
        assert_eq!(whole(text), None, "{text:?}");
    }
}

/// Texts of the sort that CRM pages hold, some of them nonsense.
fn texts() -> impl Strategy<Value = String> {
    let number = prop::sample::select(vec![
        "55 1234 5678",
        "+52 55 1234 5678",
        "(55) 1234-5678",
        "+1 (415) 555-2671 x12",
        "8112345678",
        "+44 20 7946 0018",
        "2026-11-21",
        "10.0.0.12",
        "５５１２３４５６７８",
        "ext. 12",
        "/",
        ", ",
        "\n",
        "📞",
        "é",
        "Ana Luz",
        " ",
    ]);
    let part =
        prop_oneof![4 => number.prop_map(str::to_owned), 1 => "[0-9+() .-]{0,12}", 1 => ".{0,3}"];
    prop::collection::vec(part, 0..12).prop_map(|parts| parts.concat())
}

proptest! {
    #[test]
    fn spans_are_true_and_in_order(text in texts()) {
        let units: Vec<u16> = text.encode_utf16().collect();
        let mut last = 0;
        for m in in_mexico(&text) {
            prop_assert!(last <= m.start && m.start < m.end);
            last = m.end;
            let slice = &text[m.start..m.end];
            prop_assert_eq!(String::from_utf16(&units[m.start_utf16 as usize..m.end_utf16 as usize]).unwrap(), slice);
            let again = find_with(slice, region("MX"), Leniency::Lenient);
            prop_assert_eq!(again.len(), 1);
            prop_assert_eq!((again[0].start..again[0].end, again[0].number, again[0].ext), (0..slice.len(), m.number, m.ext));
        }
    }
}

#[test]
fn no_extension_reaches_into_another_number() {
    let text = "T171 8152205 ~ 0171 8304412";
    let found = find_with(text, region("DE"), Leniency::Lenient);
    let expected = [
        number("8152205", "+498152205", ""),
        number("0171 8304412", "+491718304412", ""),
    ];
    assert_eq!(written(text, &found), expected);
}
