/** How numbers are read and dialled. */
import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import type { DialFormat } from "../generated/types";
import { text, type TextKey } from "../shared/i18n";
import { Field } from "../shared/ui";
import type { SectionProps } from "./options";
import { REGIONS } from "./regions";
import { Section } from "./section";

const FORMATS: Record<DialFormat, TextKey> = { e164_digits: "dial_format_digits", e164_plus: "dial_format_plus" };
const SECONDS = [0, 1, 2, 3, 4, 5];

export function DiallingSection({ settings, faultsOf, change }: SectionProps): JSX.Element {
  const countries = useMemo(() => namedRegions(), []);
  return (
    <Section title="options_dialling">
      <div class="columns">
        <Field label={text("region_label")} hint={text("region_hint")} faults={faultsOf("default_region")}>
          {(input) => (
            <select
              {...input}
              name="default_region"
              value={settings.default_region}
              onChange={(event) => change({ default_region: event.currentTarget.value })}
            >
              <option value="">{text("region_choose")}</option>
              {countries.map(([code, name]) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
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
                  {SECOND.format(seconds)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={text("dial_format_label")} hint={text("dial_format_hint")} faults={faultsOf("dial_format")}>
          {(input) => (
            <select
              {...input}
              name="dial_format"
              value={settings.dial_format}
              onChange={(event) => change({ dial_format: event.currentTarget.value as DialFormat })}
            >
              {Object.entries(FORMATS).map(([format, label]) => (
                <option key={format} value={format}>
                  {text(label)}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
    </Section>
  );
}

const SECOND = new Intl.NumberFormat(text("language"), { style: "unit", unit: "second", unitDisplay: "long" });

/** Region codes with their names, in the agent's language and its alphabet. */
function namedRegions(): [string, string][] {
  const names = new Intl.DisplayNames(text("language"), { type: "region" });
  const named = REGIONS.map((code): [string, string] => [code, names.of(code) ?? code]);
  return named.sort(([, a], [, b]) => a.localeCompare(b, text("language")));
}
