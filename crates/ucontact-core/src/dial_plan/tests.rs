use super::*;

const MEXICO: &str = "+525512345678";
const ARGENTINA: &str = "+5491123456789";

fn destination(plan: &DialPlan, number: &str) -> Result<String, Rule> {
    plan.destination(number).map_err(|fault| {
        assert_eq!(fault.field, "destination");
        fault.rule
    })
}

fn plan(format: DialFormat, prefix: &str) -> DialPlan {
    DialPlan {
        format,
        prefix: prefix.to_owned(),
        ..DialPlan::default()
    }
}

#[test]
fn the_format_and_the_prefix_decide_what_is_dialled() {
    for (format, prefix, number, expected) in [
        (DialFormat::E164Digits, "", MEXICO, "525512345678"),
        (DialFormat::E164Plus, "", MEXICO, "+525512345678"),
        (DialFormat::E164Digits, "00", MEXICO, "00525512345678"),
        (DialFormat::National, "", MEXICO, "5512345678"),
        (DialFormat::National, "9", ARGENTINA, "90111523456789"),
    ] {
        let got = destination(&plan(format, prefix), number);
        assert_eq!(got.as_deref(), Ok(expected), "{format:?} {prefix}");
    }
}

#[test]
fn when_to_ask_is_the_plans_to_say() {
    for (confirm, asked) in [
        (Confirm::Never, [false, false, false]),
        (Confirm::FirstTime, [true, false, true]),
        (Confirm::International, [false, false, true]),
        (Confirm::Always, [true, true, true]),
    ] {
        let plan = DialPlan {
            confirm,
            ..DialPlan::default()
        };
        let asks = [(MEXICO, false), (MEXICO, true), (ARGENTINA, false)]
            .map(|(number, called)| plan.asks_before(number, "MX", called));
        assert_eq!(asks, asked, "{confirm:?}");
    }
    let abroad = DialPlan {
        confirm: Confirm::International,
        ..DialPlan::default()
    };
    // Of no country, and none at all.
    assert!(abroad.asks_before("+80012345678", "MX", true));
    assert!(abroad.asks_before("5512345678", "MX", true));
}

#[test]
fn a_country_may_have_a_rule_of_its_own() {
    let plan = DialPlan {
        exceptions: vec![CountryRule {
            country: "MX".into(),
            format: DialFormat::National,
            prefix: "9".into(),
        }],
        ..plan(DialFormat::E164Digits, "900")
    };
    assert_eq!(destination(&plan, MEXICO).as_deref(), Ok("95512345678"));
    assert_eq!(
        destination(&plan, ARGENTINA).as_deref(),
        Ok("9005491123456789")
    );
}

#[test]
fn only_the_listed_countries_are_called() {
    let plan = DialPlan {
        countries: vec!["MX".into(), "US".into()],
        ..DialPlan::default()
    };
    let not = |country: &str| {
        Err(Rule::CountryAllowed {
            country: country.into(),
        })
    };
    assert!(destination(&plan, MEXICO).is_ok());
    assert!(destination(&plan, "+12125550123").is_ok());
    // One country code, another country.
    assert_eq!(destination(&plan, "+16135550123"), not("CA"));
    assert_eq!(destination(&plan, ARGENTINA), not("AR"));
    // Satellite phones belong to no country.
    assert_eq!(destination(&plan, "+881612345678"), not(""));
    assert!(destination(&DialPlan::default(), "+881612345678").is_ok());
}

#[test]
fn premium_rate_numbers_take_a_decision() {
    let premium = "+19002345678";
    assert_eq!(
        destination(&DialPlan::default(), premium),
        Err(Rule::PremiumRate)
    );
    let plan = DialPlan {
        premium_rate: true,
        ..DialPlan::default()
    };
    assert_eq!(destination(&plan, premium).as_deref(), Ok("19002345678"));
}

#[test]
fn a_short_number_is_never_called() {
    for (code, number, expected) in [
        ("MX", "911", Some(Rule::Emergency)),
        ("BR", "190", Some(Rule::Emergency)),
        ("BR", " 1-9-2 ", Some(Rule::Emergency)),
        ("ES", "112", Some(Rule::Emergency)),
        ("GB", "999", Some(Rule::Emergency)),
        ("AR", "911", Some(Rule::Emergency)),
        ("UY", "911", Some(Rule::Emergency)),
        ("CO", "123", Some(Rule::Emergency)),
        ("CL", "133", Some(Rule::Emergency)),
        ("PE", "105", Some(Rule::Emergency)),
        ("US", "611", Some(Rule::ShortNumber)),
        ("MX", "999", None),
        ("MX", "call 911", None),
        ("MX", "55 1234 5678", None),
    ] {
        let fault = short_number(number, code.parse().unwrap());
        assert_eq!(
            fault.map(|fault| fault.rule),
            expected,
            "{number} in {code}"
        );
    }
}

#[test]
fn what_is_never_called_is_never_called() {
    let plan = DialPlan {
        never: vec!["+52551234567?".into(), "+54*".into()],
        ..DialPlan::default()
    };
    let never = |pattern: &str| {
        Err(Rule::NeverCalled {
            pattern: pattern.into(),
        })
    };
    assert_eq!(destination(&plan, MEXICO), never("+52551234567?"));
    assert_eq!(destination(&plan, ARGENTINA), never("+54*"));
    assert!(destination(&plan, "+525587654321").is_ok());
    // A list that can't be read stops everything rather than nothing.
    let broken = DialPlan {
        never: vec!["54*".into()],
        ..DialPlan::default()
    };
    assert_eq!(destination(&broken, MEXICO), never("54*"));
}

#[test]
fn nothing_but_a_real_international_number_is_dialled() {
    let short_or_long = ["+123456", "+1234567890123456", "+"];
    let odd = [
        "525512345678",
        "++525512345678",
        "+52 5512345678",
        "+52a5512345",
        "+0525512345678",
        "+525512345678\n",
        "+٥٢٥٥١٢٣٤",
        "911",
    ];
    for number in short_or_long.iter().chain(&odd) {
        let rule = Rule::International { min: 7, max: 15 };
        assert_eq!(
            destination(&DialPlan::default(), number),
            Err(rule),
            "{number}"
        );
    }
    assert_eq!(destination(&DialPlan::default(), ""), Err(Rule::Required));
    assert_eq!(
        destination(&DialPlan::default(), "+525512345"),
        Err(Rule::PhoneNumber)
    );
    // 20 digits are the most that fit behind a prefix.
    let long = plan(DialFormat::E164Digits, "12345678");
    assert!(destination(&long, MEXICO).is_ok());
    assert_eq!(
        destination(&long, "+5491123456789"),
        Err(Rule::DialString { min: 3, max: 20 })
    );
}

#[test]
fn a_plan_has_its_faults_below_its_path() {
    let plan = DialPlan {
        prefix: "9a".into(),
        exceptions: vec![
            CountryRule {
                country: "MX".into(),
                format: DialFormat::National,
                prefix: "+".into(),
            },
            CountryRule {
                country: "MX".into(),
                format: DialFormat::National,
                prefix: String::new(),
            },
        ],
        countries: vec!["MX".into(), "XX".into()],
        never: vec!["+1900*".into(), "1900".into()],
        ..DialPlan::default()
    };
    let mut inspection = Inspection::default();
    plan.inspect("dial_plan", &mut inspection);
    let faults = inspection.finish().unwrap_err();
    let told: Vec<(&str, &Rule)> = faults
        .as_slice()
        .iter()
        .map(|f| (f.field.as_str(), &f.rule))
        .collect();
    let prefix = Rule::DialPrefix { max: 8 };
    assert_eq!(
        told,
        [
            ("dial_plan.prefix", &prefix),
            ("dial_plan.exceptions.0.prefix", &prefix),
            ("dial_plan.exceptions.1.country", &Rule::Duplicate),
            ("dial_plan.countries.1", &Rule::Region),
            ("dial_plan.never.1", &Rule::NumberPattern),
        ]
    );
}

#[test]
fn formats_cross_as_words() {
    let all = [
        DialFormat::E164Digits,
        DialFormat::E164Plus,
        DialFormat::National,
    ];
    let words = serde_json::to_string(&all).unwrap();
    assert_eq!(words, r#"["e164_digits","e164_plus","national"]"#);
}
