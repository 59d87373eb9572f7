/** The campaign that calls go out for, and joining it. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Campaign as CampaignSetting } from "../generated/types";
import { text } from "../shared/i18n";
import { ask } from "../shared/messages";
import { ofQueue, type Saying } from "../shared/outcome";
import { Field, Notice } from "../shared/ui";

interface Props {
  campaigns: CampaignSetting[];
  chosen: string;
  onChoose: (campaign: string) => void;
}

export function Campaign({ campaigns, chosen, onChoose }: Props): JSX.Element {
  const [joining, setJoining] = useState(false);
  const [saying, setSaying] = useState<Saying>();
  const callerId = campaigns.find(({ name }) => name === chosen)?.caller_id ?? "";

  async function join(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (!event.isTrusted || joining) return;
    setJoining(true);
    setSaying(undefined);
    const outcome = await ask("campaigns.join", { campaigns: [chosen] }).catch(() => INTERRUPTED);
    setSaying(ofQueue(outcome));
    setJoining(false);
  }

  return (
    <section class="card">
      <form onSubmit={(event) => void join(event)}>
        <Field label={text("campaign_label")} hint={text("campaign_hint", callerId)} faults={[]}>
          {(input) => (
            <select
              {...input}
              value={chosen}
              onChange={(event) => {
                onChoose(event.currentTarget.value);
                setSaying(undefined);
              }}
            >
              {campaigns.map(({ name }) => (
                <option key={name}>{name}</option>
              ))}
            </select>
          )}
        </Field>
        <button disabled={joining}>{joining ? text("join_busy") : text("join_button")}</button>
      </form>
      {saying && <Notice saying={saying} />}
    </section>
  );
}

const INTERRUPTED = { state: "unknown", reason: { code: "interrupted" } } as const;
