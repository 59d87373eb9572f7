/** How numbers are read, which may be called, and how they are written for uContact. */
import type { JSX } from "preact";
import type { Confirm, DialFormat, DialPlan } from "../generated/types";
import { ChoiceSelect } from "../shared/choice-select";
import { text, type TextKey } from "../shared/i18n";
import { Field } from "../shared/ui";
import { CountrySelect } from "./country-select";
import { Exceptions } from "./exceptions";
import { Limits } from "./limits";
import { Managed } from "./managed";
import type { SectionProps } from "./options";
import { Section } from "./section";
import { TryNumber } from "./try-number";

export const FORMATS: Record<DialFormat, TextKey> = {
  e164_digits: "dial_format_digits",
  e164_plus: "dial_format_plus",
  national: "dial_format_national",
};
const CONFIRM: Record<Confirm, TextKey> = {
  never: "confirm_never",
  first_time: "confirm_first_time",
  international: "confirm_international",
  always: "confirm_always",
};
const SECONDS = [0, 1, 2, 3, 4, 5];

/** What the parts of the section get: the plan, its faults by their paths within it, and how to change it. */
export interface DialPlanProps {
  plan: DialPlan;
  faultsOf: SectionProps["faultsOf"];
  change: (changed: Partial<DialPlan>) => void;
}

export function DiallingSection({ settings, faultsOf, change }: SectionProps): JSX.Element {
  const plan: DialPlanProps = {
    plan: settings.dial_plan,
    faultsOf: (field) => faultsOf(`dial_plan.${field}`),
    change: (changed) => change({ dial_plan: { ...settings.dial_plan, ...changed } }),
  };
  return (
    <Section title="options_dialling">
      <div class="columns pairs">
        <Managed path="default_region">
          <Field label={text("region_label")} hint={text("region_hint")} faults={faultsOf("default_region")}>
            {(input) => (
              <CountrySelect
                {...input}
                name="default_region"
                value={settings.default_region}
                onChoose={(default_region) => change({ default_region })}
              />
            )}
          </Field>
        </Managed>
        <Managed path="cancel_seconds">
          <Field label={text("cancel_label")} hint={text("cancel_hint")} faults={faultsOf("cancel_seconds")}>
            {(input) => (
              <select
                {...input}
                name="cancel_seconds"
                value={settings.cancel_seconds}
                onChange={(event) => change({ cancel_seconds: Number(event.currentTarget.value) })}
              >
                {SECONDS.map((seconds) => (
                  <option key={seconds} value={seconds}>
                    {seconds === 0 ? text("cancel_none") : SECOND.format(seconds)}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </Managed>
        <Written {...plan} />
      </div>
      <Managed path="dial_plan.exceptions">
        <Exceptions {...plan} />
      </Managed>
      <Limits {...plan} />
      <Managed path="dial_plan.confirm">
        <Asks {...plan} />
      </Managed>
      <TryNumber settings={settings} />
    </Section>
  );
}

function Written({ plan, faultsOf, change }: DialPlanProps): JSX.Element {
  return (
    <>
      <Managed path="dial_plan.format">
        <Field label={text("dial_format_label")} hint={text("dial_format_hint")} faults={faultsOf("format")}>
          {(input) => (
            <ChoiceSelect
              {...input}
              name="format"
              of={FORMATS}
              value={plan.format}
              onChoose={(format) => change({ format })}
            />
          )}
        </Field>
      </Managed>
      <Managed path="dial_plan.prefix">
        <Field label={text("dial_prefix_label")} hint={text("dial_prefix_hint")} faults={faultsOf("prefix")}>
          {(input) => (
            <input
              {...input}
              name="prefix"
              value={plan.prefix}
              autocomplete="off"
              inputMode="tel"
              onInput={(event) => change({ prefix: event.currentTarget.value })}
            />
          )}
        </Field>
      </Managed>
    </>
  );
}

function Asks({ plan, change }: DialPlanProps): JSX.Element {
  return (
    <Field label={text("confirm_label")} hint={text("confirm_hint")} faults={[]}>
      {(input) => (
        <ChoiceSelect
          {...input}
          name="confirm"
          of={CONFIRM}
          value={plan.confirm}
          onChoose={(confirm) => change({ confirm })}
        />
      )}
    </Field>
  );
}

const SECOND = new Intl.NumberFormat(text("language"), { style: "unit", unit: "second", unitDisplay: "long" });
