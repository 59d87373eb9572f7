/** A country of the list of all. */
import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { text, type TextKey } from "../shared/i18n";
import type { Tied } from "../shared/ui";
import { namedCountries } from "./regions";

interface Props extends Tied {
  name?: string;
  value: string;
  onChoose: (code: string) => void;
  /** What stands where no country is chosen. */
  nothing?: TextKey;
  /** Countries that are not offered: they are chosen already. */
  without?: string[];
}

export function CountrySelect({
  value,
  onChoose,
  nothing = "region_choose",
  without = [],
  ...select
}: Props): JSX.Element {
  const countries = useMemo(namedCountries, []);
  return (
    <select {...select} value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
      <option value="">{text(nothing)}</option>
      {countries
        .filter(([code]) => code === value || !without.includes(code))
        .map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
    </select>
  );
}
