//! Settings that were changed in a form while others changed them too: a merge of three sides.

use serde_json::Value;

use crate::page_settings::SiteChoice;
use crate::settings::Settings;

impl Settings {
    /// These settings, but for what they have as in `base`, from which they were made: that is as in `current`.
    ///
    /// Lists count as one, except the choices for sites: those are merged one by one.
    pub fn rebased(&self, base: &Self, current: &Self) -> Self {
        let [ours, base_json, theirs] = [self, base, current].map(|settings| {
            // Names and texts alone: nothing in them can fail.
            serde_json::to_value(settings).unwrap_or_default()
        });
        let mut merged: Self = serde_json::from_value(merged(&ours, &base_json, &theirs))
            .unwrap_or_else(|_| self.clone());
        let [ours, base, theirs] = [self, base, current].map(|settings| &*settings.pages.sites);
        merged.pages.sites = choices(ours, base, theirs);
        merged
    }
}

fn merged(ours: &Value, base: &Value, theirs: &Value) -> Value {
    match (ours, theirs) {
        (Value::Object(fields), Value::Object(_)) => fields
            .iter()
            .map(|(name, value)| (name.clone(), merged(value, &base[name], &theirs[name])))
            .collect(),
        _ => pick(ours, base, theirs).clone(),
    }
}

fn pick<'a, T: PartialEq + ?Sized>(ours: &'a T, base: &T, theirs: &'a T) -> &'a T {
    if ours == base { theirs } else { ours }
}

/// Ours in our order, then those that are theirs alone.
fn choices(ours: &[SiteChoice], base: &[SiteChoice], theirs: &[SiteChoice]) -> Vec<SiteChoice> {
    let added = theirs
        .iter()
        .filter(|choice| at(ours, choice).is_none() && at(base, choice).is_none());
    let kept = ours
        .iter()
        .filter(|choice| at(theirs, choice).is_some() || at(base, choice) != Some(choice));
    let rebased = kept.map(|choice| {
        let fresh = SiteChoice::default();
        let before = at(base, choice).unwrap_or(&fresh);
        at(theirs, choice).map_or_else(|| choice.clone(), |now| both(choice, before, now))
    });
    rebased.chain(added.cloned()).collect()
}

fn at<'a>(choices: &'a [SiteChoice], wanted: &SiteChoice) -> Option<&'a SiteChoice> {
    choices.iter().find(|choice| choice.site == wanted.site)
}

fn both(ours: &SiteChoice, base: &SiteChoice, theirs: &SiteChoice) -> SiteChoice {
    SiteChoice {
        site: ours.site.clone(),
        show: *pick(&ours.show, &base.show, &theirs.show),
        exclude: pick(&ours.exclude, &base.exclude, &theirs.exclude).clone(),
        not_numbers: pick(&ours.not_numbers, &base.not_numbers, &theirs.not_numbers).clone(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn settings(part: Value) -> Settings {
        let overlay = Settings::default().under(&part);
        assert_eq!(
            (overlay.given.len(), overlay.unknown.len()),
            (part.as_object().unwrap().len(), 0)
        );
        overlay.settings
    }

    fn choice(site: &str, part: Value) -> Value {
        let mut choice = json!({ "site": site });
        choice
            .as_object_mut()
            .unwrap()
            .extend(part.as_object().unwrap().clone());
        choice
    }

    fn sites(choices: &[Value]) -> Settings {
        settings(json!({ "pages": { "sites": choices } }))
    }

    const CRM: &str = "https://crm.example.com";

    #[test]
    fn what_a_form_left_alone_stays_as_others_made_it() {
        let base = settings(json!({ "agent": "ana", "extension": "1001" }));
        let form = settings(json!({ "agent": "ana", "extension": "1002" }));
        let current = settings(json!({ "agent": "luis", "extension": "1009" }));
        let rebased = form.rebased(&base, &current);
        assert_eq!((&*rebased.agent, &*rebased.extension), ("luis", "1002"));
    }

    #[test]
    fn within_a_group_each_setting_is_its_own() {
        let base = settings(json!({ "dial_plan": { "prefix": "" } }));
        let form = settings(json!({ "dial_plan": { "prefix": "9" } }));
        let current = settings(json!({ "dial_plan": { "never": ["+1900*"] } }));
        let plan = form.rebased(&base, &current).dial_plan;
        assert_eq!((&*plan.prefix, plan.never.len()), ("9", 1));
    }

    #[test]
    fn a_number_that_was_dismissed_meanwhile_stays_dismissed() {
        let dismissed = json!({ "not_numbers": ["+525512345678"] });
        let by_button = choice(CRM, json!({ "show": "button" }));
        let both = choice(
            CRM,
            json!({ "show": "button", "not_numbers": ["+525512345678"] }),
        );
        for (base, form, current, expected) in [
            (
                vec![],
                vec![],
                vec![choice(CRM, dismissed.clone())],
                vec![choice(CRM, dismissed.clone())],
            ),
            (
                vec![],
                vec![by_button.clone()],
                vec![choice(CRM, dismissed.clone())],
                vec![both.clone()],
            ),
            (
                vec![choice(CRM, json!({}))],
                vec![by_button],
                vec![choice(CRM, dismissed)],
                vec![both],
            ),
        ] {
            assert_eq!(
                sites(&form).rebased(&sites(&base), &sites(&current)),
                sites(&expected)
            );
        }
    }

    #[test]
    fn a_choice_that_either_side_removed_is_gone_unless_the_form_changed_it() {
        let none: &[Value] = &[];
        let plain = &[choice(CRM, json!({}))];
        let changed = &[choice(CRM, json!({ "show": "off" }))];
        let count = |form: &[Value], current: &[Value]| {
            let rebased = sites(form).rebased(&sites(plain), &sites(current));
            rebased.pages.sites.len()
        };
        assert_eq!(count(none, plain), 0);
        assert_eq!(count(none, changed), 0);
        assert_eq!(count(plain, none), 0);
        assert_eq!(count(changed, none), 1);
    }
}
