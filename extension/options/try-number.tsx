/** A line to try the dial plan on, before it is saved: nothing is called. */
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { PlannedNumber, Settings } from "../generated/types";
import { countryName } from "../shared/country-name";
import { faultText } from "../shared/faults";
import { text } from "../shared/i18n";
import { nameOf } from "../shared/number";
import { ask } from "../shared/messages";
import { Field } from "../shared/ui";

export function TryNumber({ settings }: { settings: Settings }): JSX.Element {
  const [typed, setTyped] = useState("");
  const planned = usePlan(typed, settings);
  return (
    <div class="try">
      <Field label={text("try_label")} hint={text("try_hint")} faults={[]}>
        {(input) => (
          <input
            {...input}
            name="try"
            type="tel"
            autocomplete="off"
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        )}
      </Field>
      <div role="status">{typed.trim() !== "" && planned !== undefined && <Planned planned={planned} />}</div>
    </div>
  );
}

/** The plan's word on what is typed; undefined until it is there, or where no country is chosen to read it by. */
function usePlan(typed: string, settings: Settings): PlannedNumber | undefined {
  const [planned, setPlanned] = useState<PlannedNumber>();
  useEffect(() => {
    let latest = true;
    const show = (found?: PlannedNumber): void => void (latest && setPlanned(found));
    if (typed.trim() === "" || settings.default_region === "") show(undefined);
    else ask("number.plan", { text: typed, settings }).then(show, () => show(undefined));
    return () => void (latest = false);
  }, [typed, settings]);
  return planned;
}

function Planned({ planned: { number, country, destination, fault, asks, asks_again } }: Props): JSX.Element {
  const place = country ? ` · ${countryName(country)}` : "";
  return (
    <dl>
      {row("try_recognised", number ? `${nameOf(number)}${place}` : text("try_nothing"))}
      {destination !== null && row("try_dials", destination)}
      {fault ? row("try_not_called", faultText({ ...fault, got: null })) : row("try_allowed", text("value_yes"))}
      {!fault && row("try_asks", text(asks_again ? "value_yes" : asks ? "try_asks_first" : "value_no"))}
    </dl>
  );
}

interface Props {
  planned: PlannedNumber;
}

type RowName = "try_recognised" | "try_dials" | "try_allowed" | "try_not_called" | "try_asks";

const row = (name: RowName, value: string): JSX.Element => (
  <div class={name}>
    <dt>{text(name)}</dt>
    <dd>
      <bdi>{value}</bdi>
    </dd>
  </div>
);
