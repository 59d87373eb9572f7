//! The JSON schema of a managed policy, from the Rust types of the settings, in the words that Chromium understands.
//!
//! Chromium takes a part of JSON schema only, and nothing of a file with any other word in it:
//! <https://www.chromium.org/administrators/policy-templates/> and `components/policy/core/common/schema.cc`.

use std::fs;
use std::path::Path;

use anyhow::Context;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};
use ucontact_core::Settings;

/// The words of a schema that go to the browser.
const WORDS: [&str; 7] = [
    "description",
    "enum",
    "items",
    "maximum",
    "minimum",
    "properties",
    "type",
];

/// Writes the schema.
pub(crate) fn write(file: &Path) -> anyhow::Result<()> {
    let text = serde_json::to_string_pretty(&policy())? + "\n";
    fs::write(file, text).with_context(|| file.display().to_string())
}

/// A policy may give every setting, and need give none.
fn policy() -> Value {
    let settings = SchemaSettings::draft07().with(|s| s.inline_subschemas = true);
    let schema = settings.into_generator().into_root_schema_for::<Settings>();
    plain(schema.as_value())
}

/// A schema in Chromium's words; what it cannot say there, the extension checks.
fn plain(schema: &Value) -> Value {
    let named = choices(schema);
    let words = schema.as_object().into_iter().flatten();
    let kept: Map<String, Value> = words
        .filter(|(word, _)| WORDS.contains(&word.as_str()))
        .map(|(word, value)| (word.clone(), plain_word(word, value)))
        .chain(named)
        .collect();
    Value::Object(kept)
}

fn plain_word(word: &str, value: &Value) -> Value {
    match (word, value) {
        ("properties", Value::Object(properties)) => properties
            .iter()
            .map(|(name, schema)| (name.clone(), plain(schema)))
            .collect(),
        ("items", schema) => plain(schema),
        ("description", Value::String(text)) => unlinked(text).into(),
        _ => value.clone(),
    }
}

/// Documented variants come as one schema each: as a list of names they are an `enum`.
fn choices(schema: &Value) -> Vec<(String, Value)> {
    let variants = schema.get("oneOf").and_then(Value::as_array);
    let names = variants.map(|all| all.iter().filter_map(|one| one.get("const")).collect());
    names.map_or_else(Vec::new, |names: Vec<&Value>| {
        vec![
            ("type".to_owned(), json!("string")),
            ("enum".to_owned(), json!(names)),
        ]
    })
}

/// Documentation as people read it who have no Rust before them: one line, no links.
fn unlinked(text: &str) -> String {
    text.replace("[`", "`")
        .replace("`]", "`")
        .replace('\n', " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every schema in a schema, with its path.
    fn all(schema: &Value, path: String, found: &mut Vec<(String, Value)>) {
        for (name, property) in schema["properties"].as_object().into_iter().flatten() {
            all(property, format!("{path}/{name}"), found);
        }
        if let Some(items) = schema.get("items") {
            all(items, format!("{path}/*"), found);
        }
        found.push((path, schema.clone()));
    }

    #[test]
    fn every_part_has_a_type_and_no_word_that_chromium_does_not_know() {
        let mut parts = Vec::new();
        all(&policy(), String::new(), &mut parts);
        assert!(parts.len() > 15, "{parts:?}");
        for (path, part) in parts {
            assert!(part["type"].is_string(), "{path}: {part}");
            let words = part.as_object().unwrap().keys();
            let other: Vec<_> = words.filter(|w| !WORDS.contains(&w.as_str())).collect();
            assert!(other.is_empty(), "{path}: {other:?}");
            assert_eq!(
                part.get("items").is_some(),
                part["type"] == "array",
                "{path}"
            );
        }
    }

    /// So that a setting that is new can be managed from its first day.
    #[test]
    fn it_has_every_setting_and_no_secret() {
        let settings = serde_json::to_value(Settings::default()).unwrap();
        same_names(&policy(), &settings, "");
    }

    fn same_names(schema: &Value, settings: &Value, path: &str) {
        let names = |value: &Value| -> Vec<String> {
            let mut names: Vec<_> = value.as_object().unwrap().keys().cloned().collect();
            names.sort();
            names
        };
        assert_eq!(names(&schema["properties"]), names(settings), "{path}");
        for (name, value) in settings.as_object().unwrap() {
            if value.as_object().is_some_and(|group| !group.is_empty()) {
                same_names(&schema["properties"][name], value, name);
            }
        }
    }

    #[test]
    fn a_choice_lists_its_names() {
        let format = &policy()["properties"]["dial_plan"]["properties"]["format"];
        assert_eq!(
            format["enum"],
            json!(["e164_digits", "e164_plus", "national"])
        );
    }
}
