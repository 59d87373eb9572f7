/** The saved sets: used here, joined with one click in the popup. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { CampaignSet, Fault } from "../generated/types";
import { text } from "../shared/i18n";
import { ask } from "../shared/messages";
import { Faults, Field, Lock } from "../shared/ui";
import { Card } from "./card";

interface Props {
  sets: CampaignSet[];
  /** Whether the administrator's policy gives them. */
  locked: boolean;
  /** What is ticked now, for a new set. */
  choice: CampaignSet;
  onUse: (set: CampaignSet) => void;
  onSaved: () => void;
}

export function Sets({ sets, locked, choice, onUse, onSaved }: Props): JSX.Element {
  const [faults, setFaults] = useState<Fault[]>([]);
  const [failed, setFailed] = useState(false);

  async function save(changed: CampaignSet[]): Promise<boolean> {
    const found = await ask("sets.save", { sets: changed }).catch(() => null);
    setFailed(found === null);
    setFaults(found ?? []);
    const saved = found?.length === 0;
    if (saved) onSaved();
    return saved;
  }

  return (
    <Card title="sets_title">
      {locked ? <Lock /> : <p class="hint">{text("sets_about")}</p>}
      {sets.length > 0 && (
        <ul class="sets">
          {sets.map((set) => (
            <li key={set.name}>
              <span class="set">
                <span class="name">
                  <bdi>{set.name}</bdi>
                </span>
                <span class="hint">{described(set)}</span>
              </span>
              <button type="button" aria-label={text("set_use_named", set.name)} onClick={() => onUse(set)}>
                {text("set_use")}
              </button>
              {!locked && (
                <button
                  type="button"
                  class="quiet"
                  aria-label={text("remove_named", set.name)}
                  onClick={() => void save(sets.filter((other) => other !== set))}
                >
                  {text("remove")}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {failed && (
        <div class="fault" role="alert">
          {text("options_failed")}
        </div>
      )}
      {!locked && (
        <NewSet
          disabled={choice.campaigns.length === 0}
          faults={faults}
          onSave={(name) => save([...sets.filter((set) => set.name !== name), { ...choice, name }])}
        />
      )}
    </Card>
  );
}

interface NewSetProps {
  disabled: boolean;
  faults: Fault[];
  onSave: (name: string) => Promise<boolean>;
}

function NewSet({ disabled, faults, onSave }: NewSetProps): JSX.Element {
  const [name, setName] = useState("");
  const named = faults.filter(({ field }) => field.endsWith(".name"));
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void onSave(name.trim()).then((saved) => saved && setName(""));
      }}
    >
      <Field label={text("set_name")} faults={named}>
        {(input) => (
          <div class="beside">
            <input
              {...input}
              name="set"
              autocomplete="off"
              placeholder={text("set_example")}
              value={name}
              onInput={(event) => setName(event.currentTarget.value)}
            />
            <button disabled={disabled || name.trim() === ""}>{text("set_save")}</button>
          </div>
        )}
      </Field>
      <Faults faults={faults.filter((fault) => !named.includes(fault))} />
    </form>
  );
}

function described({ campaigns, penalty, paused }: CampaignSet): string {
  const terms = [
    ...(penalty > 0 ? [`${text("penalty_label")}: ${penalty}`] : []),
    ...(paused ? [text("paused_label")] : []),
  ];
  return [campaigns.join(", "), ...terms].join(" · ");
}
