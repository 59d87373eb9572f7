/** One site: how its numbers are shown, and what of it is left alone. */
import type { JSX } from "preact";
import type { Fault, SiteChoice } from "../generated/types";
import { ChoiceSelect } from "../shared/choice-select";
import { text } from "../shared/i18n";
import { SHOWN } from "../shared/site-choice";
import { Faults } from "../shared/ui";
import { Chips } from "./chips";
import { LinesField } from "./lines-field";

interface Props {
  origin: string;
  choice: SiteChoice;
  faults: Fault[];
  /** Of what is left alone. */
  excludeFaults: Fault[];
  /** Whether the organisation rules the choice. */
  locked: boolean;
  change: (changed: Partial<SiteChoice>) => void;
  /** Absent where the organisation rules the list. */
  remove: (() => void) | undefined;
}

export function SiteRow({ origin, choice, faults, excludeFaults, locked, change, remove }: Props): JSX.Element {
  return (
    <li>
      <bdi class="origin">{origin}</bdi>
      <ChoiceSelect
        name="show"
        aria-label={text("show_of", origin)}
        disabled={locked}
        of={SHOWN}
        value={choice.show}
        onChoose={(show) => change({ show })}
      />
      {remove && (
        <button type="button" class="quiet" aria-label={text("remove_named", origin)} onClick={remove}>
          {text("remove")}
        </button>
      )}
      <Faults faults={faults} />
      <LeftAlone choice={choice} faults={excludeFaults} locked={locked} change={change} />
    </li>
  );
}

type LeftAloneProps = Pick<Props, "choice" | "faults" | "locked" | "change">;

/** Open where there is something to mend in it. */
function LeftAlone({ choice: { exclude, not_numbers }, faults, locked, change }: LeftAloneProps): JSX.Element {
  const count = exclude.length + not_numbers.length;
  return (
    <details {...(faults.length > 0 && { open: true })}>
      <summary>{count === 0 ? text("left_alone") : text("left_alone_count", String(count))}</summary>
      <fieldset disabled={locked}>
        <LinesField
          name="exclude"
          label={text("exclude_label")}
          hint={text("exclude_hint")}
          faults={faults}
          lines={exclude}
          change={(lines) => change({ exclude: lines })}
        />
        <div class="field">
          <span class="label">{text("not_numbers_label")}</span>
          <Chips of={not_numbers} name={String} remove={(kept) => change({ not_numbers: kept })} />
          {not_numbers.length === 0 && <span class="hint">{text("not_numbers_hint")}</span>}
        </div>
      </fieldset>
    </details>
  );
}
