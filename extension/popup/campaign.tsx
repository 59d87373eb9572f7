/** The campaign that calls go out for. */
import type { JSX } from "preact";
import type { Campaign as CampaignSetting } from "../generated/types";
import { text } from "../shared/i18n";
import { Field } from "../shared/ui";

interface Props {
  campaigns: CampaignSetting[];
  chosen: string;
  onChoose: (campaign: string) => void;
}

export function Campaign({ campaigns, chosen, onChoose }: Props): JSX.Element {
  const callerId = campaigns.find(({ name }) => name === chosen)?.caller_id ?? "";
  return (
    <section class="card">
      <Field label={text("campaign_label")} hint={text("campaign_hint", callerId)} faults={[]}>
        {(input) => (
          <select {...input} value={chosen} onChange={(event) => onChoose(event.currentTarget.value)}>
            {campaigns.map(({ name }) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        )}
      </Field>
    </section>
  );
}
