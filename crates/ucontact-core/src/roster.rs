//! People to add to campaigns, as they are pasted or come in a file: a line each, `user, extension`.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::fault::{Fault, Inspection};
use crate::rule::Rule;
use crate::table::{self, Line};
use crate::text;

/// What the columns are called in English, Spanish and Portuguese, and in the vendor's JSON.
const AGENT: &[&str] = &[
    "agent",
    "agente",
    "login",
    "membername",
    "nombredeusuario",
    "nomedeusuario",
    "user",
    "username",
    "usuario",
];
const EXTENSION: &[&str] = &[
    "anexo",
    "ext",
    "extensao",
    "extension",
    "interno",
    "phone",
    "ramal",
    "telefone",
    "telefono",
];

/// One line of a list of people, with all that is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RosterRow {
    /// Its place in the text, from 1.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub line: u64,
    /// The agent's user name.
    pub agent: String,
    /// The agent's own phone.
    pub extension: String,
    /// Faults of `agent`, `extension` and `line`.
    pub faults: Vec<Fault>,
}

/// The people in a text, CSV or pasted, in its order. A first line that names the columns gives their places, and other
/// columns may stand beside them; without it a line is a user and an extension.
pub fn read_roster(text: &str) -> Vec<RosterRow> {
    let lines = table::lines(text);
    let header = lines.first().and_then(|first| {
        Some([
            first.columns(AGENT).next()?,
            first.columns(EXTENSION).next()?,
        ])
    });
    let mut seen = BTreeSet::new();
    let people = lines.iter().skip(header.map_or(0, |_| 1));
    people.map(|line| row(line, header, &mut seen)).collect()
}

fn row(line: &Line, header: Option<[usize; 2]>, seen: &mut BTreeSet<String>) -> RosterRow {
    let [agent, extension] = header.unwrap_or([0, 1]).map(|place| line.cell(place));
    let mut inspection = Inspection::default();
    let unique = text::first(seen, agent.to_owned());
    inspection.check("agent", agent, |name| text::name(name).and(unique));
    inspection.check("extension", extension, text::extension);
    if let (None, Some(beyond)) = (header, line.rest(2).next()) {
        inspection.check("line", beyond, |_| Err(Rule::Cells { max: 2 }));
    }
    RosterRow {
        line: line.number,
        agent: agent.to_owned(),
        extension: extension.to_owned(),
        faults: inspection
            .finish()
            .err()
            .map_or_else(Vec::new, crate::Faults::into_vec),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Vec<String> {
        let told = |row: &RosterRow| {
            let faults: Vec<String> = row.faults.iter().map(Fault::to_string).collect();
            format!(
                "{}: {}/{} {}",
                row.line,
                row.agent,
                row.extension,
                faults.join("; ")
            )
        };
        read_roster(text)
            .iter()
            .map(|row| told(row).trim_end().to_owned())
            .collect()
    }

    #[test]
    fn people_come_one_a_line() {
        assert_eq!(
            told("ana.perez, 1001\nleo; x"),
            ["1: ana.perez/1001", "2: leo; x/ extension: required"]
        );
        assert_eq!(told(""), Vec::<String>::new());
    }

    #[test]
    fn a_first_line_that_names_the_columns_gives_their_places() {
        for header in [
            "Nombre,Extensión,Usuario",
            "Name,Ext.,User name",
            "Nome,Ramal,Usuário",
        ] {
            let text = format!("{header}\nAna Pérez,1001,ana.perez\n");
            assert_eq!(told(&text), ["2: ana.perez/1001"], "{header}");
        }
    }

    #[test]
    fn each_fault_names_its_line_field_and_rule() {
        let rows = "ana,1001\n,1002\nleo,12a\nana,1003\neva,1004,ventas";
        assert_eq!(
            told(rows),
            [
                "1: ana/1001",
                "2: /1002 agent: required",
                "3: leo/12a extension: 1 to 15 digits, got \"12a\"",
                "4: ana/1003 agent: listed twice, got \"ana\"",
                "5: eva/1004 line: at most 2 cells in a line, unless the first line names the columns, got \"ventas\"",
            ]
        );
    }

    #[test]
    fn a_user_who_is_called_like_a_column_is_a_user() {
        assert_eq!(told("agente,1001"), ["1: agente/1001"]);
    }
}
