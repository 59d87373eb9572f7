use super::*;

#[test]
fn extensions_and_caller_ids_are_digits() {
    let (few, many) = (
        Rule::Digits { min: 1, max: 15 },
        Rule::Digits { min: 7, max: 15 },
    );
    assert_eq!(
        (extension("9"), extension(&"9".repeat(15))),
        (Ok(()), Ok(()))
    );
    assert_eq!(
        (caller_id(&"5".repeat(7)), caller_id(&"5".repeat(15))),
        (Ok(()), Ok(()))
    );
    for text in ["12a", " 12", "+12", "1-2", "１２", "9999999999999999"] {
        assert_eq!(extension(text), Err(few.clone()), "{text}");
    }
    for text in ["123456", "1234567890123456", "12a", "+525512345678"] {
        assert_eq!(caller_id(text), Err(many.clone()), "{text}");
    }
    assert_eq!(
        (extension(""), caller_id("")),
        (Err(Rule::Required), Err(Rule::Required))
    );
}

#[test]
fn dial_strings_hold_what_a_phone_has_keys_for() {
    for text in [
        "911",
        "*72",
        "##1",
        "+525512345678",
        "12345678901234567890",
        "+12345678901234567890",
    ] {
        assert_eq!(dial_string(text), Ok(()), "{text}");
    }
    for text in [
        "12",
        "+12",
        "123456789012345678901",
        "55 1234",
        "5512-34",
        "++123",
        "123+",
        "12a",
        "123,4",
        "123\n",
    ] {
        assert_eq!(
            dial_string(text),
            Err(Rule::DialString { min: 3, max: 20 }),
            "{text}"
        );
    }
}

#[test]
fn contexts_are_words() {
    for text in [
        "agentes",
        "agents",
        "from-internal",
        "a_b.C9",
        &"a".repeat(79),
    ] {
        assert_eq!(context(text), Ok(()), "{text}");
    }
    for text in ["two words", "a,b", "señas", "a/b", "a\n", &"a".repeat(80)] {
        assert_eq!(context(text), Err(Rule::Word { max: 79 }), "{text}");
    }
    assert_eq!(context(""), Err(Rule::Required));
}

#[test]
fn names_are_one_visible_line() {
    for text in [
        "Sales->",
        "José Ñandú & Co. + 50% \"x\"",
        "👩‍💼",
        "a b",
        &"é".repeat(128),
    ] {
        assert_eq!(name(text), Ok(()), "{text}");
    }
    let hidden = [
        "a\nb",
        "a\u{0}",
        "a\u{202e}b",
        "a\u{2066}b",
        "a\u{200b}b",
        "a\u{2028}b",
        "a\u{feff}b",
        "\u{85}x",
    ];
    for text in hidden.iter().chain(&[" a", "a ", "a\t", &"é".repeat(129)]) {
        assert_eq!(name(text), Err(Rule::OneLine { max: 128 }), "{text:?}");
    }
    assert_eq!(
        (name(""), name(" \u{a0}\n")),
        (Err(Rule::Required), Err(Rule::Required))
    );
}

#[test]
fn regions_are_two_capitals_with_a_numbering_plan() {
    assert_eq!(region("MX"), Ok(()));
    assert_eq!(region(""), Err(Rule::Required));
    for text in ["mx", "MEX", "M", "5X", "ÑX", "MX ", "XX"] {
        assert_eq!(region(text), Err(Rule::Region), "{text}");
    }
}
