use serde_json::json;

use super::*;
use crate::campaign::Campaign;

fn own() -> Settings {
    Settings {
        instance: "acme".into(),
        agent: "ana.perez".into(),
        extension: "1001".into(),
        campaigns: vec![campaign("Mine->")],
        default_region: "MX".into(),
        sites: vec!["https://crm.example.com/*".into()],
        ..Settings::default()
    }
}

fn campaign(name: &str) -> Campaign {
    Campaign {
        name: name.into(),
        caller_id: "525550001000".into(),
        ..Campaign::default()
    }
}

fn told(faults: &[Fault]) -> Vec<(&str, &Rule)> {
    faults
        .iter()
        .map(|fault| (fault.field.as_str(), &fault.rule))
        .collect()
}

#[test]
fn without_a_policy_everything_is_the_agents_own() {
    for policy in [json!({}), json!(null), json!([1]), json!("instance")] {
        let overlay = own().under(&policy);
        assert_eq!(overlay.settings, own(), "{policy}");
        assert!(
            overlay.given.is_empty()
                && overlay.faults.is_empty()
                && overlay.other_faults.is_empty()
        );
    }
}

#[test]
fn what_a_policy_gives_rules_and_the_rest_stays() {
    let policy = json!({
        "instance": "corp",
        "campaigns": [{"name": "Theirs->", "caller_id": "525550002000"}],
        "dial_plan": {"premium_rate": false, "prefix": "9"},
    });
    let mut own = own();
    own.dial_plan.never = vec!["+1900*".into()];
    let overlay = own.under(&policy);
    assert_eq!(
        overlay.given,
        [
            "campaigns",
            "dial_plan.prefix",
            "dial_plan.premium_rate",
            "instance"
        ]
    );
    assert_eq!(overlay.faults, []);
    let Settings {
        instance,
        agent,
        campaigns,
        dial_plan,
        ..
    } = overlay.settings;
    assert_eq!((instance.as_str(), agent.as_str()), ("corp", "ana.perez"));
    assert_eq!(
        (campaigns.len(), campaigns[0].name.as_str()),
        (1, "Theirs->")
    );
    assert_eq!((dial_plan.prefix.as_str(), dial_plan.never.len()), ("9", 1));
}

#[test]
fn every_setting_may_be_given() {
    let all = as_json(&own());
    let overlay = Settings::default().under(&all);
    assert_eq!(overlay.settings, own());
    assert_eq!((overlay.faults, overlay.unknown), (vec![], vec![]));
}

#[test]
fn a_value_of_another_type_is_a_fault_at_its_path_and_changes_nothing() {
    let policy = json!({
        "agent": 7,
        "cancel_seconds": "3",
        "campaigns": [{"name": "Theirs->", "caller_id": 525_550_002_000_i64}],
        "dial_plan": {"countries": "MX", "format": "e165"},
        "sites": {"0": "https://crm.example.com"},
    });
    let overlay = own().under(&policy);
    assert_eq!(overlay.settings, own());
    let fields: Vec<&str> = overlay
        .faults
        .iter()
        .map(|fault| fault.field.as_str())
        .collect();
    assert_eq!(
        fields,
        [
            "agent",
            "campaigns.0.caller_id",
            "cancel_seconds",
            "dial_plan.countries",
            "dial_plan.format",
            "sites"
        ]
    );
    assert!(
        overlay
            .faults
            .iter()
            .all(|fault| fault.rule == Rule::SettingType)
    );
    assert_eq!(overlay.faults[1].got.as_deref(), Some("525550002000"));
    assert_eq!(overlay.given.len(), 6);
}

#[test]
fn a_group_of_another_type_rules_the_group() {
    let overlay = own().under(&json!({"dial_plan": true}));
    assert_eq!(overlay.given, ["dial_plan"]);
    assert_eq!(told(&overlay.faults), [("dial_plan", &Rule::SettingType)]);
}

#[test]
fn a_value_that_breaks_a_rule_rules_all_the_same() {
    let policy = json!({"extension": "12a", "dial_plan": {"never": ["1900*"]}});
    let overlay = own().under(&policy);
    assert_eq!(overlay.settings.extension, "12a");
    let fields = told(&overlay.faults);
    assert_eq!(fields[0], ("extension", &Rule::Digits { min: 1, max: 15 }));
    assert_eq!(fields[1], ("dial_plan.never.0", &Rule::NumberPattern));
}

#[test]
fn what_is_missing_in_a_list_is_a_fault_of_its_own() {
    let overlay = own().under(&json!({"campaigns": [{"name": "Theirs->"}]}));
    assert_eq!(
        told(&overlay.faults),
        [("campaigns.0.caller_id", &Rule::Required)]
    );
}

#[test]
fn faults_of_a_policy_and_of_the_agents_own_stand_apart() {
    let overlay = Settings::default().under(&json!({"extension": "12a"}));
    assert_eq!(told(&overlay.faults).len(), 1);
    let fields: Vec<&str> = overlay
        .other_faults
        .iter()
        .map(|fault| fault.field.as_str())
        .collect();
    assert_eq!(fields, ["instance", "agent", "campaigns", "default_region"]);
    let all = Settings::default().faults_under(&json!({"extension": "12a"}), Some(""));
    assert_eq!((all.len(), all[5].field.as_str()), (6, "token"));
}

#[test]
fn a_name_that_is_no_setting_is_told_and_what_it_holds_is_not() {
    let policy = json!({
        "token": "c2VjcmV0",
        "dial_plan": {"password": "c2VjcmV0", "prefix": "9"},
        "campaigns": [{"name": "Theirs->", "caller_id": "525550002000", "token": "c2VjcmV0"}],
        "managed": {"token": "c2VjcmV0"},
    });
    let overlay = own().under(&policy);
    assert_eq!(
        told(&overlay.unknown),
        [
            ("dial_plan.password", &Rule::KnownSetting),
            ("managed", &Rule::KnownSetting),
            ("token", &Rule::KnownSetting)
        ]
    );
    assert_eq!(
        told(&overlay.faults),
        [("campaigns.0.token", &Rule::KnownSetting)]
    );
    assert_eq!(overlay.given, ["campaigns", "dial_plan.prefix"]);
    assert!(
        !serde_json::to_string(&overlay)
            .unwrap()
            .contains("c2VjcmV0")
    );
}

#[test]
fn a_policy_alone_names_a_host_for_the_instance() {
    let host = "https://ucontact.example.com";
    let overlay = own().under(&json!({"instance": host}));
    assert_eq!(
        (overlay.faults, overlay.settings.instance.as_str()),
        (vec![], host)
    );
    let request = overlay
        .settings
        .call_request("dG9rZW4=", "Mine->", None, "+525512345678");
    assert!(
        request
            .unwrap()
            .url()
            .starts_with("https://ucontact.example.com/")
    );

    let typed = Settings {
        instance: host.into(),
        ..own()
    };
    for policy in [json!({}), json!({"agent": "ana"})] {
        assert_eq!(
            told(&typed.under(&policy).other_faults),
            [("instance", &Rule::InstanceLabel)]
        );
    }
    assert_eq!(
        told(&typed.validate().unwrap_err().into_vec()),
        [("instance", &Rule::InstanceLabel)]
    );
    let imported = own().with_part(&json!({"instance": host}));
    assert_eq!(told(&imported.faults), [("instance", &Rule::InstanceLabel)]);
}

#[test]
fn what_is_saved_under_a_policy_is_the_agents_own() {
    let policy = json!({"instance": "corp", "dial_plan": {"prefix": "9"}, "token": "x"});
    let mut form = own().under(&policy).settings;
    form.agent = "luis".into();
    form.dial_plan.premium_rate = true;
    form.dial_plan.prefix = "typed all the same".into();
    let kept = form.kept_under(&policy, &own());
    let mut expected = own();
    expected.agent = "luis".into();
    expected.dial_plan.premium_rate = true;
    assert_eq!(kept, expected);
}
