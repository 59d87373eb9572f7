//! What the extension does to the pages of the enabled sites: which numbers and links are live there, and how.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::dial_plan::is_international;
use crate::fault::Inspection;
use crate::rule::Rule;
use crate::site::Site;
use crate::text;

/// Longest CSS selector taken, in characters: longer ones were pasted by mistake.
const MAX_SELECTOR: usize = 256;

/// How pages are treated; every key that is missing has its default.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct PageSettings {
    /// Which links that lead to a number call it when they are clicked.
    pub links: LinkCalls,
    /// Whether numbers in `code`, `pre`, `kbd` and `samp` are live.
    pub in_code: bool,
    /// Choices for single sites; a site without one underlines its numbers.
    pub sites: Vec<SiteChoice>,
}

/// Which links are intercepted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum LinkCalls {
    /// Telephone links, and those of Skype and WhatsApp that hold a number.
    #[default]
    All,
    /// `tel:`, `callto:`, `sip:` and `wtai:` alone.
    Telephone,
    /// None: links are left to the browser.
    None,
}

/// How the numbers of a site are shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Show {
    /// Underlined; a click calls, and a button appears beside the one pointed at.
    #[default]
    Underline,
    /// As the page shows them; only the button calls.
    Button,
    /// Not at all: the site is left alone.
    Off,
}

/// The choices for one site.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct SiteChoice {
    /// The site, as the list of sites holds it.
    pub site: Site,
    /// How its numbers are shown.
    pub show: Show,
    /// CSS selectors of what is left alone there, with all inside it.
    pub exclude: Vec<String>,
    /// What looks like a phone number on that site and is none, in E.164.
    pub not_numbers: Vec<String>,
}

impl PageSettings {
    pub(crate) fn inspect(&self, inspection: &mut Inspection) {
        let mut sites = BTreeSet::new();
        for (index, choice) in self.sites.iter().enumerate() {
            let at = |field| format!("pages.sites.{index}.{field}");
            let rule = |_: &str| text::first(&mut sites, choice.site.origin()?);
            inspection.check(at("site"), choice.site.as_str(), rule);
            for (place, excluded) in choice.exclude.iter().enumerate() {
                let path = format!("{}.{place}", at("exclude"));
                inspection.check(path, excluded, selector);
            }
            for (place, number) in choice.not_numbers.iter().enumerate() {
                let path = format!("{}.{place}", at("not_numbers"));
                inspection.check(path, number, is_international);
            }
        }
    }
}

/// A CSS selector, as far as it can be told without a browser: quotes and brackets come in pairs, and nothing in it
/// could end the selector. The options page asks the browser for the rest.
fn selector(text: &str) -> Result<(), Rule> {
    let legal = text.chars().count() <= MAX_SELECTOR && !text.trim().is_empty() && is_paired(text);
    text::given(text, legal, Rule::Selector { max: MAX_SELECTOR })
}

fn is_paired(text: &str) -> bool {
    let mut open: Vec<char> = Vec::new();
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        let quoted = matches!(open.last(), Some('"' | '\''));
        match c {
            '\\' => drop(chars.next()),
            '"' | '\'' if open.last() == Some(&c) => drop(open.pop()),
            c if c.is_control() => return false,
            _ if quoted => {}
            '"' | '\'' => open.push(c),
            '(' => open.push(')'),
            '[' => open.push(']'),
            ')' | ']' if open.pop() != Some(c) => return false,
            '{' | '}' | ';' | '<' | '@' => return false,
            _ => {}
        }
    }
    open.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(pages: &PageSettings) -> Vec<(String, Rule)> {
        let mut inspection = Inspection::default();
        pages.inspect(&mut inspection);
        let faults = inspection.finish().err();
        let faults = faults.into_iter().flat_map(crate::Faults::into_vec);
        faults.map(|fault| (fault.field, fault.rule)).collect()
    }

    fn choice(site: &str) -> SiteChoice {
        SiteChoice {
            site: site.into(),
            ..SiteChoice::default()
        }
    }

    #[test]
    fn selectors_that_browsers_take_are_taken() {
        for text in [
            ".notes",
            "#log > li:nth-child(2n + 1)",
            r#"[data-role="id;{}<@"] *, td.amount"#,
            "a[href^='tel:']",
            r".w-1\/2",
            ":is(.a, .b):not([hidden])",
        ] {
            assert_eq!(selector(text), Ok(()), "{text}");
        }
    }

    #[test]
    fn what_could_not_be_a_selector_is_told() {
        let rule = Rule::Selector { max: 256 };
        for text in [
            " ",
            ".a { color: red }",
            ".a; .b",
            ":is(.a",
            ".a)",
            "[a=\"b]",
            "(]",
            "<style>",
            "@media",
            ".a\n.b",
            &".a".repeat(129),
        ] {
            assert_eq!(selector(text), Err(rule.clone()), "{text}");
        }
        assert_eq!(selector(""), Err(Rule::Required));
    }

    #[test]
    fn each_fault_stands_at_its_path() {
        let pages = PageSettings {
            sites: vec![
                choice("https://crm.example.com/*"),
                SiteChoice {
                    exclude: vec![".fine".into(), "((".into()],
                    not_numbers: vec!["+525512345678".into(), "55 1234".into()],
                    ..choice("https://crm.example.com")
                },
                choice("https://*/*"),
            ],
            ..PageSettings::default()
        };
        assert_eq!(
            fields(&pages),
            [
                ("pages.sites.1.site".to_owned(), Rule::Duplicate),
                (
                    "pages.sites.1.exclude.1".to_owned(),
                    Rule::Selector { max: 256 }
                ),
                (
                    "pages.sites.1.not_numbers.1".to_owned(),
                    Rule::International { min: 7, max: 15 }
                ),
                ("pages.sites.2.site".to_owned(), Rule::Site),
            ]
        );
        assert_eq!(fields(&PageSettings::default()), []);
    }

    #[test]
    fn choices_cross_as_words() {
        let json = r#"{"links":"telephone","in_code":true,"sites":[{"site":"https://a.example","show":"button"}]}"#;
        let pages: PageSettings = serde_json::from_str(json).unwrap();
        assert_eq!(pages.links, LinkCalls::Telephone);
        assert_eq!(pages.sites[0].show, Show::Button);
        assert_eq!(
            serde_json::from_str::<PageSettings>("{}").unwrap(),
            PageSettings::default()
        );
    }
}
