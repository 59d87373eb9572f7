//! The campaigns of the settings as a table (CSV): a line each, with a name and one or more caller IDs.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::campaign::Campaign;
use crate::fault::{Fault, Inspection};
use crate::table::{self, Line};
use crate::text;

/// What the columns are called in English, Spanish and Portuguese, and in the vendor's requests.
const NAME: &[&str] = &[
    "campaign",
    "campaignname",
    "campana",
    "campanha",
    "name",
    "nombre",
    "nome",
    "outqueue",
    "queue",
    "queuename",
];
const CALLER_ID: &[&str] = &[
    "callerid",
    "did",
    "identificador",
    "numero",
    "number",
    "numerosaliente",
    "othercallerid",
];

/// One line of a table of campaigns, with all that is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct CampaignRow {
    /// Its place in the text, from 1.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub line: u64,
    /// What it says.
    pub campaign: Campaign,
    /// Its faults, by the campaign's fields.
    pub faults: Vec<Fault>,
}

/// The campaigns in a table, in its order. A first line that names the columns gives their places, several for caller IDs
/// among them; without it a line is a name and its caller IDs, the default one first.
pub fn read_campaigns(text: &str) -> Vec<CampaignRow> {
    let lines = table::lines(text);
    let header = lines.first().and_then(Header::read);
    let mut names = BTreeSet::new();
    let rows = lines.iter().skip(header.iter().count());
    rows.map(|line| row(line, header.as_ref(), &mut names))
        .collect()
}

/// The table of these campaigns.
pub fn write_campaigns(campaigns: &[Campaign]) -> String {
    let most = campaigns
        .iter()
        .map(|campaign| campaign.caller_ids().count())
        .max();
    let header =
        std::iter::once("campaign").chain(std::iter::repeat_n("caller_id", most.unwrap_or(1)));
    let rows = campaigns.iter().map(|campaign| {
        std::iter::once(campaign.name.as_str())
            .chain(campaign.caller_ids())
            .collect()
    });
    table::write(std::iter::once(header.collect()).chain(rows))
}

struct Header {
    name: usize,
    caller_ids: Vec<usize>,
}

impl Header {
    fn read(first: &Line) -> Option<Self> {
        let name = first.columns(NAME).next()?;
        let caller_ids: Vec<usize> = first.columns(CALLER_ID).collect();
        (!caller_ids.is_empty()).then_some(Self { name, caller_ids })
    }
}

fn row(line: &Line, header: Option<&Header>, names: &mut BTreeSet<String>) -> CampaignRow {
    let campaign = match header {
        Some(header) => {
            let numbers = header.caller_ids.iter().map(|&place| line.cell(place));
            campaign(
                line.cell(header.name),
                numbers.filter(|cell| !cell.is_empty()),
            )
        }
        None => campaign(line.cell(0), line.rest(1)),
    };
    let mut inspection = Inspection::default();
    campaign.inspect(
        "",
        text::first(names, campaign.name.clone()),
        &mut inspection,
    );
    CampaignRow {
        line: line.number,
        campaign,
        faults: inspection
            .finish()
            .err()
            .map_or_else(Vec::new, crate::Faults::into_vec),
    }
}

fn campaign<'a>(name: &str, mut caller_ids: impl Iterator<Item = &'a str>) -> Campaign {
    Campaign {
        name: name.to_owned(),
        caller_id: caller_ids.next().unwrap_or_default().to_owned(),
        more_caller_ids: caller_ids.map(str::to_owned).collect(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn told(text: &str) -> Vec<String> {
        let told = |row: &CampaignRow| {
            let numbers: Vec<&str> = row.campaign.caller_ids().collect();
            let faults: Vec<String> = row.faults.iter().map(Fault::to_string).collect();
            format!(
                "{}: {} {} {}",
                row.line,
                row.campaign.name,
                numbers.join("+"),
                faults.join("; ")
            )
        };
        read_campaigns(text)
            .iter()
            .map(|row| told(row).trim_end().to_owned())
            .collect()
    }

    #[test]
    fn a_campaign_has_a_name_and_its_caller_ids() {
        assert_eq!(
            told("Sales->;525550001000\nSupport->;525550002000;525550003000"),
            [
                "1: Sales-> 525550001000",
                "2: Support-> 525550002000+525550003000"
            ]
        );
    }

    #[test]
    fn a_first_line_that_names_the_columns_gives_their_places() {
        let table = "DID,Notas,Campaña,DID\n525550001000,nada,Sales->,\n525550002000,,Support->,525550003000";
        assert_eq!(
            told(table),
            [
                "2: Sales-> 525550001000",
                "3: Support-> 525550002000+525550003000"
            ]
        );
    }

    #[test]
    fn each_fault_names_its_line_field_and_rule() {
        assert_eq!(
            told("Sales->\nSales->,12a,525550001000,525550001000"),
            [
                "1: Sales->  caller_id: required",
                "2: Sales-> 12a+525550001000+525550001000 name: listed twice, got \"Sales->\"; caller_id: 7 to 15 \
                 digits, got \"12a\"; more_caller_ids.1: listed twice, got \"525550001000\"",
            ]
        );
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(names in prop::collection::vec("[a-zé\",; >-]{1,8}x", 0..5), more in 0..3_usize) {
            let ids = |at: usize| (0..=more).map(move |id| format!("52555000{at}{id}"));
            let campaigns: Vec<Campaign> = names.iter().enumerate().map(|(at, name)| {
                let mut ids = ids(at);
                Campaign {
                    name: format!("{at}{}", name.trim_start()),
                    caller_id: ids.next().unwrap_or_default(),
                    more_caller_ids: ids.collect(),
                }
            }).collect();
            let read: Vec<Campaign> = read_campaigns(&write_campaigns(&campaigns)).into_iter().map(|row| row.campaign).collect();
            prop_assert_eq!(read, campaigns);
        }
    }
}
