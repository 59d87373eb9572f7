/** The campaign that calls go out for, and the number that they go out with. */
import type { JSX } from "preact";
import type { Campaign as CampaignSetting } from "../generated/types";
import { text } from "../shared/i18n";
import type { Attempt } from "../shared/attempts";
import { Field } from "../shared/ui";

/** What calls go out for and with; the campaign's default caller ID where none was chosen. */
export interface Choice {
  campaign: string;
  callerId?: string;
}

interface Props {
  campaigns: CampaignSetting[];
  chosen: Choice;
  onChoose: (chosen: Choice) => void;
}

export function Campaign({ campaigns, chosen, onChoose }: Props): JSX.Element {
  const campaign = campaigns.find(({ name }) => name === chosen.campaign);
  const callerIds = campaign ? [campaign.caller_id, ...campaign.more_caller_ids] : [];
  return (
    <>
      <Field
        label={text("campaign_label")}
        {...(callerIds.length === 1 && { hint: text("campaign_hint", callerIds[0]!) })}
        faults={[]}
      >
        {(input) => (
          <select
            {...input}
            name="campaign"
            value={chosen.campaign}
            onChange={(event) => onChoose({ campaign: event.currentTarget.value })}
          >
            {campaigns.map(({ name }) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        )}
      </Field>
      {callerIds.length > 1 && (
        <Field label={text("campaign_caller_id")} faults={[]}>
          {(input) => (
            <select
              {...input}
              name="caller_id"
              value={chosen.callerId ?? campaign!.caller_id}
              onChange={(event) => onChoose({ campaign: chosen.campaign, callerId: event.currentTarget.value })}
            >
              {callerIds.map((id) => (
                <option key={id}>{id}</option>
              ))}
            </select>
          )}
        </Field>
      )}
    </>
  );
}

/** The campaigns in the order of their last use; those that were not used of late keep theirs, behind. */
export function lastUsedFirst(campaigns: CampaignSetting[], newestFirst: Attempt[]): CampaignSetting[] {
  const used = newestFirst.map(({ campaign }) => campaign);
  const rank = ({ name }: CampaignSetting): number => (used.includes(name) ? used.indexOf(name) : used.length);
  return campaigns.toSorted((one, other) => rank(one) - rank(other));
}
