use super::*;
use crate::dial_plan::DialFormat;

const TOKEN: &str = "dXNlcjp1dWlk";
const NUMBER: &str = "+525512345678";

fn settings() -> Settings {
    Settings {
        instance: "acme".into(),
        agent: "jperez".into(),
        extension: "9999".into(),
        campaigns: vec![
            campaign("Sales->", "5215550001"),
            campaign("Support->", "5215550002"),
        ],
        campaign_sets: vec![CampaignSet {
            name: "Morning shift".into(),
            campaigns: vec!["Inbound".into()],
            ..CampaignSet::default()
        }],
        default_region: "MX".into(),
        sites: vec!["https://crm.example.com/*".into()],
        ..Settings::default()
    }
}

fn campaign(name: &str, caller_id: &str) -> Campaign {
    Campaign {
        name: name.into(),
        caller_id: caller_id.into(),
        ..Campaign::default()
    }
}

fn told(faults: &[Fault]) -> Vec<(&str, &Rule)> {
    faults
        .iter()
        .map(|fault| (fault.field.as_str(), &fault.rule))
        .collect()
}

fn faults(settings: &Settings, token: Option<&str>) -> Vec<Fault> {
    settings.faults_under(&Value::Null, token)
}

#[track_caller]
fn one_fault(change: impl FnOnce(&mut Settings), field: &str, rule: &Rule) {
    let mut settings = settings();
    change(&mut settings);
    assert_eq!(told(&faults(&settings, Some(TOKEN))), [(field, rule)]);
}

#[test]
fn good_settings_have_no_faults() {
    assert_eq!(settings().validate(), Ok(()));
    assert_eq!(faults(&settings(), Some(TOKEN)), []);
}

#[test]
fn each_fault_stands_at_its_field() {
    let one_line = Rule::OneLine { max: 128 };
    one_fault(
        |s| s.instance = "acme/".into(),
        "instance",
        &Rule::InstanceLabel,
    );
    one_fault(|s| s.instance.clear(), "instance", &Rule::Required);
    one_fault(|s| s.agent = "a\nb".into(), "agent", &one_line);
    one_fault(
        |s| s.extension = "12a".into(),
        "extension",
        &Rule::Digits { min: 1, max: 15 },
    );
    one_fault(
        |s| s.context = "two words".into(),
        "context",
        &Rule::Word { max: 79 },
    );
    one_fault(|s| s.campaigns.clear(), "campaigns", &Rule::AtLeastOne);
    one_fault(
        |s| s.campaigns[1].name = " ".into(),
        "campaigns.1.name",
        &Rule::Required,
    );
    one_fault(
        |s| s.campaigns[1].name = "Sales->".into(),
        "campaigns.1.name",
        &Rule::Duplicate,
    );
    one_fault(
        |s| s.campaigns[0].caller_id = "12a".into(),
        "campaigns.0.caller_id",
        &Rule::Digits { min: 7, max: 15 },
    );
    one_fault(
        |s| s.default_region = "mx".into(),
        "default_region",
        &Rule::Region,
    );
    one_fault(
        |s| s.sites[0] = "https://*/*".into(),
        "sites.0",
        &Rule::Site,
    );
    one_fault(
        |s| s.sites.push("https://crm.example.com".into()),
        "sites.1",
        &Rule::Duplicate,
    );
    one_fault(
        |s| s.dial_plan.prefix = "9-".into(),
        "dial_plan.prefix",
        &Rule::DialPrefix { max: 8 },
    );
    one_fault(
        |s| s.campaign_sets[0].name.clear(),
        "campaign_sets.0.name",
        &Rule::Required,
    );
    one_fault(
        |s| s.campaign_sets[0].campaigns.clear(),
        "campaign_sets.0.campaigns",
        &Rule::AtLeastOne,
    );
    one_fault(
        |s| s.campaign_sets[0].campaigns.push("Inbound".into()),
        "campaign_sets.0.campaigns.1",
        &Rule::Duplicate,
    );
    one_fault(
        |s| s.campaign_sets[0].penalty = -1,
        "campaign_sets.0.penalty",
        &Rule::Range {
            min: 0,
            max: i32::MAX.into(),
        },
    );
    one_fault(
        |s| s.cancel_seconds = -1,
        "cancel_seconds",
        &Rule::Range { min: 0, max: 5 },
    );
    one_fault(
        |s| s.cancel_seconds = 6,
        "cancel_seconds",
        &Rule::Range { min: 0, max: 5 },
    );
}

#[test]
fn a_bad_token_is_told_beside_the_rest_and_never_quoted() {
    let found = faults(&settings(), Some("Basic secret"));
    assert_eq!(told(&found), [("token", &Rule::Token)]);
    assert_eq!(found[0].got, None);
    assert_eq!(
        told(&faults(&settings(), Some(""))),
        [("token", &Rule::Required)]
    );
}

#[test]
fn fresh_settings_name_everything_that_is_missing() {
    let found = faults(&Settings::default(), None);
    let fields: Vec<&str> = found.iter().map(|fault| fault.field.as_str()).collect();
    assert_eq!(
        fields,
        [
            "instance",
            "agent",
            "extension",
            "campaigns",
            "default_region"
        ]
    );
}

#[test]
fn missing_keys_have_defaults_and_unknown_keys_are_errors() {
    let fresh: Settings = serde_json::from_str("{}").unwrap();
    assert_eq!(fresh, Settings::default());
    assert_eq!(
        (fresh.context.as_str(), fresh.cancel_seconds),
        ("agentes", 3)
    );
    assert!(serde_json::from_str::<Settings>(r#"{"tokne":"x"}"#).is_err());
    let json = serde_json::to_string(&settings()).unwrap();
    assert_eq!(serde_json::from_str::<Settings>(&json).unwrap(), settings());
}

#[test]
fn what_an_older_version_saved_is_read_as_far_as_it_goes() {
    let saved = r#"{"instance":"acme","dial_format":"e164_plus","cancel_seconds":"5","sites":["https://crm.example.com/*"]}"#;
    let settings = Settings::from_saved(&serde_json::from_str(saved).unwrap());
    let expected = Settings {
        instance: "acme".into(),
        sites: vec!["https://crm.example.com/*".into()],
        ..Settings::default()
    };
    assert_eq!(settings, expected);
    assert_eq!(Settings::from_saved(&Value::Null), Settings::default());
}

#[test]
fn a_call_takes_its_campaigns_caller_id_and_the_dial_plan() {
    let body = settings()
        .call_request(TOKEN, "Support->", None, NUMBER)
        .unwrap()
        .body()
        .to_owned();
    let call =
        "callerid=5215550002&agent=jperez&phone=9999&tech=SIP&context=agentes&outqueue=Support-%3E";
    assert_eq!(body, format!("{call}&destination=525512345678"));
    let mut plus = settings();
    plus.dial_plan.format = DialFormat::E164Plus;
    let body = plus
        .call_request(TOKEN, "Support->", None, NUMBER)
        .unwrap()
        .body()
        .to_owned();
    assert_eq!(body, format!("{call}&destination=%2B525512345678"));
}

#[test]
fn a_call_is_stopped_by_every_fault_in_its_way_at_once() {
    let broken = Settings {
        instance: "a/b".into(),
        extension: "12a".into(),
        context: String::new(),
        ..settings()
    };
    let faults = broken
        .call_request("", "Nowhere", None, "55 1234")
        .unwrap_err();
    let fields: Vec<&str> = faults
        .as_slice()
        .iter()
        .map(|fault| fault.field.as_str())
        .collect();
    assert_eq!(
        fields,
        [
            "instance",
            "token",
            "extension",
            "context",
            "campaign",
            "destination"
        ]
    );
}

#[test]
fn a_call_minds_its_own_campaign_only() {
    let mut settings = settings();
    settings.campaigns[0].caller_id = "12a".into();
    let faults = settings
        .call_request(TOKEN, "Sales->", None, NUMBER)
        .unwrap_err();
    assert_eq!(
        told(faults.as_slice()),
        [("campaigns.0.caller_id", &Rule::Digits { min: 7, max: 15 })]
    );
    assert!(
        settings
            .call_request(TOKEN, "Support->", None, NUMBER)
            .is_ok()
    );
    settings.campaigns.clear();
    let faults = settings
        .call_request(TOKEN, "Sales->", None, NUMBER)
        .unwrap_err();
    assert_eq!(told(faults.as_slice()), [("campaigns", &Rule::AtLeastOne)]);
}

#[test]
fn a_call_goes_out_with_the_caller_id_that_was_chosen_of_its_campaign() {
    let mut settings = settings();
    settings.campaigns[1].more_caller_ids = vec!["5215550003".into()];
    let callerid = |chosen| {
        let request = settings.call_request(TOKEN, "Support->", chosen, NUMBER);
        request.map(|request| request.body()[..19].to_owned())
    };
    assert_eq!(callerid(None).unwrap(), "callerid=5215550002");
    assert_eq!(callerid(Some("5215550003")).unwrap(), "callerid=5215550003");
    let faults = callerid(Some("5215550001")).unwrap_err();
    assert_eq!(told(faults.as_slice()), [("caller_id", &Rule::Listed)]);
}

#[test]
fn the_caller_ids_of_a_campaign_are_all_checked() {
    let digits = Rule::Digits { min: 7, max: 15 };
    one_fault(
        |s| s.campaigns[1].more_caller_ids = vec!["12a".into()],
        "campaigns.1.more_caller_ids.0",
        &digits,
    );
    one_fault(
        |s| s.campaigns[1].more_caller_ids = vec!["5215550002".into()],
        "campaigns.1.more_caller_ids.0",
        &Rule::Duplicate,
    );
}
