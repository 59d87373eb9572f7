//! The contacts and their rows.

use serde::Deserialize;

use super::html::escape;

/// The contacts as they are served.
pub(super) const CONTACTS: &str = include_str!("../../pages/contacts.json");

/// A person in the CRM.
#[derive(Debug, Deserialize)]
pub(super) struct Contact {
    id: u32,
    name: String,
    role: String,
    company: String,
    city: String,
    country: String,
    stage: String,
    /// As a person typed it; `**` around a part makes it bold, so that a number spans several elements.
    phone: String,
    note: String,
    /// Seconds since the last activity.
    seen: u64,
    /// Makes the phone a `tel:` link.
    tel: Option<String>,
}

/// The contacts. The file is compiled in, so it parses always or never, and a test has seen that it does.
pub(super) fn all() -> Vec<Contact> {
    serde_json::from_str(CONTACTS).unwrap_or_default()
}

impl Contact {
    /// Whether every word of a query occurs, whatever the case.
    pub(super) fn matches(&self, query: &str) -> bool {
        let text = format!(
            "{} {} {} {}",
            self.name, self.company, self.city, self.phone
        )
        .to_lowercase();
        query
            .to_lowercase()
            .split_whitespace()
            .all(|word| text.contains(word))
    }

    /// The table row, as HTML.
    pub(super) fn row(&self) -> String {
        let [name, role, company, city, country] = [
            &self.name,
            &self.role,
            &self.company,
            &self.city,
            &self.country,
        ]
        .map(|text| escape(text));
        let [stage, note] = [&self.stage, &self.note].map(|text| escape(text));
        let initials: String = self
            .name
            .split(' ')
            .take(2)
            .filter_map(|word| word.chars().next())
            .collect();
        format!(
            "<tr data-contact=\"{id}\">\
             <td><div class=\"who\"><span class=\"avatar hue-{hue}\" aria-hidden=\"true\">{initials}</span><b>{name}</b><span class=\"sub\">{role}</span></div></td>\
             <td class=\"company\">{company}<span class=\"sub\">{city}, {country}</span></td>\
             <td class=\"phone\">{phone}</td>\
             <td class=\"stage\"><span class=\"badge {tone}\">{stage}</span></td>\
             <td class=\"note\">{note}</td>\
             <td class=\"seen\">{seen}</td></tr>\n",
            id = self.id,
            hue = self.id % 4,
            phone = self.phone_html(),
            tone = tone(&self.stage),
            seen = ago(self.seen),
        )
    }

    fn phone_html(&self) -> String {
        let parts = self.phone.split("**").map(escape).enumerate();
        let text: String = parts
            .map(|(i, part)| {
                if i % 2 == 0 {
                    part
                } else {
                    format!("<b>{part}</b>")
                }
            })
            .collect();
        match &self.tel {
            Some(tel) => format!("<a href=\"tel:{}\">{text}</a>", escape(tel)),
            None => text,
        }
    }
}

fn tone(stage: &str) -> &'static str {
    match stage {
        "Customer" => "good",
        "Proposal" => "cool",
        "At risk" => "bad",
        _ => "",
    }
}

fn ago(seconds: u64) -> String {
    match seconds {
        0..60 => format!("{seconds} s ago"),
        60..3_600 => format!("{} min ago", seconds / 60),
        3_600..86_400 => format!("{} h ago", seconds / 3_600),
        _ => format!("{} d ago", seconds / 86_400),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_contacts() {
        assert_eq!(all().len(), 24);
    }

    #[test]
    fn a_bold_part_splits_the_number_over_elements() {
        let contact = all()
            .into_iter()
            .find(|contact| contact.phone.contains("**"))
            .unwrap();
        assert_eq!(contact.phone_html(), "+52 <b>55</b> 1234 5678");
    }

    #[test]
    fn the_filter_wants_every_word() {
        let found = |query: &str| {
            all()
                .iter()
                .filter(|contact| contact.matches(query))
                .count()
        };
        assert_eq!(
            [found(""), found("RODRIGO acer"), found("rodrigo pampa")],
            [24, 1, 0]
        );
    }
}
