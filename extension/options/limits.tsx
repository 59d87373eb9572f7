/** Which numbers may be called: the guard against calls that cost a fortune. */
import type { JSX } from "preact";
import { countryName } from "../shared/country-name";
import { text } from "../shared/i18n";
import { Choice, Field } from "../shared/ui";
import { Chips } from "./chips";
import { CountrySelect } from "./country-select";
import type { DialPlanProps } from "./dialling";
import { LinesField } from "./lines-field";
import { Managed } from "./managed";

export function Limits(props: DialPlanProps): JSX.Element {
  const { plan, change } = props;
  return (
    <>
      <Managed path="dial_plan.countries">
        <Countries {...props} />
      </Managed>
      <Managed path="dial_plan.never">
        <Never {...props} />
      </Managed>
      <Managed path="dial_plan.premium_rate">
        <Choice
          name="premium_rate"
          checked={plan.premium_rate}
          hint={text("premium_rate_hint")}
          onCheck={(premium_rate) => change({ premium_rate })}
        >
          {text("premium_rate_label")}
        </Choice>
      </Managed>
    </>
  );
}

function Countries({ plan: { countries }, change }: DialPlanProps): JSX.Element {
  const hint = text(countries.length === 0 ? "countries_all" : "countries_only");
  return (
    <Field label={text("countries_label")} hint={hint} faults={[]}>
      {(input) => (
        <>
          <Chips of={countries} name={countryName} remove={(kept) => change({ countries: kept })} />
          <CountrySelect
            {...input}
            name="countries"
            value=""
            nothing="countries_add"
            without={countries}
            onChoose={(code) => code && change({ countries: [...countries, code] })}
          />
        </>
      )}
    </Field>
  );
}

function Never({ plan: { never }, faultsOf, change }: DialPlanProps): JSX.Element {
  return (
    <LinesField
      name="never"
      label={text("never_label")}
      hint={text("never_hint")}
      faults={never.flatMap((_, index) => faultsOf(`never.${index}`))}
      lines={never}
      change={(lines) => change({ never: lines })}
    />
  );
}
