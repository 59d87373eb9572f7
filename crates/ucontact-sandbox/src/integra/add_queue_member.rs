//! `addqueuemember`: puts agents into campaigns, one JSON object for each pair.

use serde_json::{Map, Value};

use super::Refusal;
use crate::config::Config;

pub(super) const PATH: &str = "/Integra/resources/queues/addqueuemember";

/// Checks the JSON array of the field `queuemember`; one bad pair refuses them all.
pub(super) fn check(config: &Config, json: &str) -> Result<(), Refusal> {
    let value: Value =
        serde_json::from_str(json).map_err(|e| Refusal(format!("queuemember is not JSON: {e}")))?;
    let members = value
        .as_array()
        .ok_or_else(|| Refusal::new("queuemember is not an array"))?;
    if members.is_empty() {
        return Err(Refusal::new("queuemember is an empty array"));
    }
    let in_place = |(index, member)| {
        check_member(config, member)
            .map_err(|Refusal(why)| Refusal(format!("queuemember[{index}]: {why}")))
    };
    members.iter().enumerate().try_for_each(in_place)
}

fn check_member(config: &Config, member: &Value) -> Result<(), Refusal> {
    let fields = member
        .as_object()
        .ok_or_else(|| Refusal::new("not an object"))?;
    let [penalty, paused] = [key(fields, "penalty")?, key(fields, "paused")?];
    let [name, queue] = [text(fields, "membername")?, text(fields, "queueName")?];
    let interface = text(fields, "interface1")?;

    let agent = config
        .agent(name)
        .ok_or_else(|| Refusal(format!("membername {name:?} is not known")))?;
    config
        .campaign(queue)
        .ok_or_else(|| Refusal(format!("queueName {queue:?} is not known")))?;
    if interface != format!("SIP/{}", agent.extension) {
        return Err(Refusal(format!(
            "interface1 {interface:?} is not SIP/ and the extension of {name:?}"
        )));
    }
    if !is_empty(penalty) && penalty.as_u64().is_none() {
        return Err(Refusal(format!("penalty {penalty} is not a whole number")));
    }
    if !is_empty(paused) && !matches!(paused.as_u64(), Some(0 | 1)) {
        return Err(Refusal(format!("paused {paused} is neither 0 nor 1")));
    }
    Ok(())
}

fn key<'a>(fields: &'a Map<String, Value>, name: &str) -> Result<&'a Value, Refusal> {
    fields
        .get(name)
        .ok_or_else(|| Refusal(format!("{name} is missing")))
}

fn text<'a>(fields: &'a Map<String, Value>, name: &str) -> Result<&'a str, Refusal> {
    key(fields, name)?
        .as_str()
        .ok_or_else(|| Refusal(format!("{name} is not a text")))
}

/// The vendor's page lets a key that is not obligatory be there with an empty value.
fn is_empty(value: &Value) -> bool {
    value.as_str() == Some("")
}
