/** A line to try the dial plan on, before it is saved: nothing is called. */
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { PlannedNumber, Settings } from "../generated/types";
import { countryName } from "../shared/country-name";
import { faultText } from "../shared/faults";
import { text } from "../shared/i18n";
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
function usePlan(typed: string, settings: Settings): PlannedNumber | null | undefined {
  const [planned, setPlanned] = useState<PlannedNumber | null>();
  useEffect(() => {
    let latest = true;
    const show = (found?: PlannedNumber | null): void => void (latest && setPlanned(found));
    if (typed.trim() === "" || settings.default_region === "") show(undefined);
    else ask("number.plan", { text: typed, settings }).then(show, () => show(undefined));
    return () => void (latest = false);
  }, [typed, settings]);
  return planned;
}

function Planned({ planned }: { planned: PlannedNumber | null }): JSX.Element {
  if (!planned) return <dl>{row("try_recognised", text("try_nothing"))}</dl>;
  const { number, country, destination, fault } = planned;
  const place = country ? ` · ${countryName(country)}` : "";
  const ext = number.ext === null ? "" : ` ${text("extension_short", number.ext)}`;
  return (
    <dl>
      {row("try_recognised", `${number.international}${ext}${place}`)}
      {destination !== null && row("try_dials", destination)}
      {fault && row("try_not_called", faultText({ ...fault, got: null }))}
    </dl>
  );
}

type RowName = "try_recognised" | "try_dials" | "try_not_called";

const row = (name: RowName, value: string): JSX.Element => (
  <div class={name}>
    <dt>{text(name)}</dt>
    <dd>
      <bdi>{value}</bdi>
    </dd>
  </div>
);
