//! Settings as a file: to carry them to another browser, or to an administrator's policy. Secrets are no settings.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::fault::Fault;
use crate::overlay::Overlay;
use crate::rule::Rule;
use crate::settings::Settings;

/// The version of the file's shape, which is JSON: `{"click_to_call": 1, "settings": {…}}`.
const VERSION: u32 = 1;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct File<T> {
    click_to_call: u32,
    settings: T,
}

impl Settings {
    /// The file that holds these settings, all of them.
    pub fn to_file(&self) -> String {
        let file = File {
            click_to_call: VERSION,
            settings: self,
        };
        // Names and texts alone: nothing in them can fail.
        serde_json::to_string_pretty(&file).unwrap_or_default() + "\n"
    }

    /// These settings with those of a file laid over them; a fault of `file` where it is no such file.
    pub fn with_file(&self, text: &str) -> Overlay {
        match serde_json::from_str::<File<Value>>(text) {
            Ok(file) if file.click_to_call == VERSION && file.settings.is_object() => {
                self.with_part(&file.settings)
            }
            _ => self.without_file(),
        }
    }

    fn without_file(&self) -> Overlay {
        let rule = Rule::SettingsFile { version: VERSION };
        Overlay {
            // Whatever the text is, it may hold secrets: it is not quoted.
            faults: vec![Fault::secret("file", rule)],
            ..self.with_part(&Value::Null)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_go_into_a_file_and_come_back() {
        let settings = Settings {
            instance: "acme".into(),
            sites: vec!["https://crm.example.com/*".into()],
            cancel_seconds: 5,
            ..Settings::default()
        };
        let file = settings.to_file();
        assert!(
            file.starts_with("{\n  \"click_to_call\": 1,\n  \"settings\": {\n"),
            "{file}"
        );
        let overlay = Settings::default().with_file(&file);
        assert_eq!(overlay.settings, settings);
    }

    #[test]
    fn a_file_changes_what_it_holds_and_nothing_else() {
        let own = Settings {
            agent: "ana".into(),
            ..Settings::default()
        };
        let file = r#"{"click_to_call":1,"settings":{"extension":"12a","agnet":"x"}}"#;
        let overlay = own.with_file(file);
        assert_eq!(
            (overlay.settings.agent.as_str(), overlay.given),
            ("ana", vec!["extension".to_owned()])
        );
        let fields = |faults: &[Fault]| faults.iter().map(|f| f.field.clone()).collect::<Vec<_>>();
        assert_eq!(fields(&overlay.faults), ["extension"]);
        assert_eq!(fields(&overlay.unknown), ["agnet"]);
    }

    #[test]
    fn anything_else_is_no_such_file_and_is_never_quoted() {
        for text in [
            "",
            "token",
            "[]",
            "{}",
            r#"{"click_to_call":2,"settings":{}}"#,
            r#"{"click_to_call":1,"settings":[]}"#,
            r#"{"click_to_call":1,"settings":{},"token":"x"}"#,
            r#"{"click_to_call":1,"settings":{"agent":"#,
        ] {
            let overlay = Settings::default().with_file(text);
            let fault = Fault::secret("file", Rule::SettingsFile { version: 1 });
            assert_eq!(
                (overlay.faults, overlay.given),
                (vec![fault], vec![]),
                "{text}"
            );
        }
    }
}
