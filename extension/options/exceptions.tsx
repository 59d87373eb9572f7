/** The countries whose numbers are written for uContact in another way than the rest. */
import type { JSX } from "preact";
import type { CountryRule } from "../generated/types";
import { ChoiceSelect } from "../shared/choice-select";
import { countryName } from "../shared/country-name";
import { text } from "../shared/i18n";
import { Field } from "../shared/ui";
import { CountrySelect } from "./country-select";
import { type DialPlanProps, FORMATS } from "./dialling";

export function Exceptions({ plan, faultsOf, change }: DialPlanProps): JSX.Element {
  const rules = plan.exceptions;
  const replace = (index: number, changed: Partial<CountryRule>): void =>
    change({ exceptions: rules.map((rule, at) => (at === index ? { ...rule, ...changed } : rule)) });
  const remove = (index: number): void => change({ exceptions: rules.filter((_, at) => at !== index) });
  const add = (): void => change({ exceptions: [...rules, { country: "", format: "national", prefix: "" }] });

  return (
    <>
      {rules.map((rule, index) => (
        <div class="row thirds" key={index}>
          <Field label={text("exception_country")} faults={faultsOf(`exceptions.${index}.country`)}>
            {(input) => (
              <CountrySelect
                {...input}
                value={rule.country}
                onChoose={(country) => replace(index, { country })}
                without={rules.map(({ country }) => country)}
              />
            )}
          </Field>
          <Field label={text("dial_format_label")} faults={[]}>
            {(input) => (
              <ChoiceSelect
                {...input}
                of={FORMATS}
                value={rule.format}
                onChoose={(format) => replace(index, { format })}
              />
            )}
          </Field>
          <Field label={text("dial_prefix_label")} faults={faultsOf(`exceptions.${index}.prefix`)}>
            {(input) => (
              <input
                {...input}
                value={rule.prefix}
                autocomplete="off"
                inputMode="tel"
                onInput={(event) => replace(index, { prefix: event.currentTarget.value })}
              />
            )}
          </Field>
          <button
            type="button"
            class="quiet"
            onClick={() => remove(index)}
            aria-label={text("remove_named", rule.country && countryName(rule.country))}
          >
            {text("remove")}
          </button>
        </div>
      ))}
      <button type="button" onClick={add}>
        {text("exception_add")}
      </button>
    </>
  );
}
