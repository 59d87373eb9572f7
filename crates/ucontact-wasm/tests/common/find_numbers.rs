//! Numbers in a page's texts, as JavaScript counts.

use js_sys::{Array, JsString, Reflect};
use ucontact_wasm::{find_numbers, plan_number};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

use super::{json, parse, thrown};

const FOUND: &str = r#""e164":"+525512345678","ext":null,"international":"+52 55 1234 5678""#;

fn find(texts: &[&str]) -> String {
    json(find_numbers(&list(texts), "MX", false))
}

fn list(texts: &[&str]) -> Array {
    texts.iter().copied().map(JsString::from).collect()
}

fn settings_for(region: &str) -> JsValue {
    parse(&format!(r#"{{"default_region":"{region}"}}"#))
}

#[wasm_bindgen_test]
fn each_text_has_its_numbers_in_order() {
    let found = find(&["Ana: 55 1234 5678", "no number", "5512345678, 55 1234 5678"]);
    let first = format!(r#"[{{"start":5,"end":17,{FOUND}}}]"#);
    let third = format!(r#"[{{"start":0,"end":10,{FOUND}}},{{"start":12,"end":24,{FOUND}}}]"#);
    assert_eq!(found, format!("[{first},[],{third}]"));
}

#[wasm_bindgen_test]
fn spans_cut_the_number_out_of_a_javascript_string() {
    for before in ["", "é ", "🎉 ", "👩‍👩‍👧 José: ", "日本 "] {
        let text = format!("{before}55 1234 5678 🎉");
        let found: Array = find_numbers(&list(&[&text]), "MX", false)
            .unwrap()
            .unchecked_into();
        let hit = Array::from(&found.get(0)).get(0);
        let at = |key: &str| Reflect::get(&hit, &key.into()).unwrap().as_f64().unwrap() as u32;
        let cut = JsString::from(text).slice(at("start"), at("end"));
        assert_eq!(String::from(cut), "55 1234 5678", "{before}");
    }
}

#[wasm_bindgen_test]
fn an_extension_is_a_string_and_its_absence_null() {
    let found = find(&["55 1234 5678 ext. 12", "55 1234 5678"]);
    assert!(found.contains(r#""ext":"12""#), "{found}");
    assert!(found.contains(r#""ext":null"#), "{found}");
}

#[wasm_bindgen_test]
fn no_texts_have_no_numbers() {
    assert_eq!(find(&[]), "[]");
    assert_eq!(find(&["", " "]), "[[],[]]");
}

#[wasm_bindgen_test]
fn texts_stay_apart_whatever_they_hold() {
    let number = format!(r#"[{{"start":0,"end":12,{FOUND}}}]"#);
    for end in ["\0", "\u{1}", "\u{10FFFF}", "\\", "\"", "\n"] {
        let text = format!("55 1234 5678{end}");
        let found = find(&["55 12", "34 5678", &text, end, "55 1234 5678"]);
        assert_eq!(found, format!("[[],[],{number},[],{number}]"), "{end:?}");
    }
}

#[wasm_bindgen_test]
fn half_of_a_surrogate_pair_costs_nothing() {
    let halves = [0xD83D, 0xDCDE].map(JsString::from_char_code1);
    let [first, second] = halves.map(|half| half.concat(&" 55 1234 5678".into()));
    let found = json(find_numbers(&Array::of2(&first, &second), "MX", false));
    let number = format!(r#"[{{"start":2,"end":14,{FOUND}}}]"#);
    assert_eq!(found, format!("[{number},{number}]"));
}

#[wasm_bindgen_test]
fn a_region_that_is_none_is_an_exception() {
    for region in ["", "XX", "Mexico"] {
        for told in [
            thrown(find_numbers(&list(&["55 1234 5678"]), region, false)),
            thrown(plan_number("55 1234 5678", settings_for(region))),
        ] {
            assert!(told.contains("unknown region"), "{told}");
        }
    }
}

#[wasm_bindgen_test]
fn a_typed_text_is_read_as_a_whole() {
    let planned = json(plan_number(" 55 1234 5678 ", settings_for("MX")));
    let number = format!(r#"{{"start":1,"end":13,{FOUND}}}"#);
    let plan = r#""country":"MX","destination":"525512345678","fault":null,"asks":false,"asks_again":false"#;
    let grouped = r#""grouped":"55 1234 5678""#;
    assert_eq!(
        planned,
        format!(r#"{{{grouped},"number":{number},{plan}}}"#)
    );
    let emergency = json(plan_number(" 911", settings_for("MX")));
    let rule = r#""rule":{"code":"emergency"},"got":" 911"}"#;
    assert!(emergency.contains(rule), "{emergency}");
    for text in ["", "912", "Ana 55 1234 5678", "55 1234 5678, 55 1234 5678"] {
        let planned = json(plan_number(text, settings_for("MX")));
        assert!(planned.contains(r#""number":null"#), "{planned}");
        assert!(
            planned.contains(r#""fault":{"field":"destination""#),
            "{planned}"
        );
    }
}

#[wasm_bindgen_test]
fn the_dial_plan_says_why_a_number_is_not_called() {
    let settings = parse(r#"{"default_region":"MX","dial_plan":{"countries":["MX"]}}"#);
    let planned = json(plan_number("+1 212 555 0123", settings));
    let rule = r#""rule":{"code":"country_allowed","country":"US"}"#;
    assert!(
        planned.contains(rule) && planned.contains(r#""destination":null"#),
        "{planned}"
    );
}

#[wasm_bindgen_test]
fn what_is_said_to_hold_a_number_is_read_leniently() {
    let found = |lenient| json(find_numbers(&list(&["Folio 5512345678"]), "MX", lenient));
    assert_eq!(found(false), "[[]]");
    assert_eq!(
        found(true),
        format!(r#"[[{{"start":6,"end":16,{FOUND}}}]]"#)
    );
}
