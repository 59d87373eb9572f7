/** The campaigns that calls go out for; the first is the one that a click on a page uses. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Campaign, Fault } from "../generated/types";
import { text, type TextKey } from "../shared/i18n";
import { Faults, Field } from "../shared/ui";
import { CampaignTable } from "./campaign-table";
import { Managed } from "./managed";
import type { SectionProps } from "./options";
import { Section } from "./section";

export function CampaignsSection({ settings: { campaigns }, faultsOf, change }: SectionProps): JSX.Element {
  const replace = (index: number, changed: Partial<Campaign>): void =>
    change({ campaigns: campaigns.map((campaign, at) => (at === index ? { ...campaign, ...changed } : campaign)) });
  const remove = (index: number): void => change({ campaigns: campaigns.filter((_, at) => at !== index) });
  /** The default is the first: it goes to the top, and the rest keeps its order. */
  const makeDefault = (index: number): void =>
    change({ campaigns: [campaigns[index]!, ...campaigns.filter((_, at) => at !== index)] });
  const add = (): void => change({ campaigns: [...campaigns, { name: "", caller_id: "", more_caller_ids: [] }] });

  return (
    <Section title="options_campaigns" about="campaigns_about">
      <Managed path="campaigns">
        {campaigns.length === 0 && <p class="hint">{text("campaigns_none")}</p>}
        <Faults faults={faultsOf("campaigns")} />
        {campaigns.map((campaign, index) => (
          <div class="row campaign" key={index}>
            <Cell
              campaign={campaign}
              field="name"
              label="campaign_name"
              faults={faultsOf(`campaigns.${index}.name`)}
              change={(value) => replace(index, { name: value })}
            />
            <Cell
              campaign={campaign}
              field="caller_id"
              label="campaign_caller_id"
              faults={faultsOf(`campaigns.${index}.caller_id`)}
              change={(value) => replace(index, { caller_id: value })}
            />
            <MoreCallerIds
              ids={campaign.more_caller_ids}
              faults={campaign.more_caller_ids.flatMap((_, place) =>
                faultsOf(`campaigns.${index}.more_caller_ids.${place}`),
              )}
              change={(ids) => replace(index, { more_caller_ids: ids })}
            />
            <label class="default">
              <input
                type="radio"
                name="default_campaign"
                checked={index === 0}
                aria-label={text("campaign_default_of", campaign.name)}
                onChange={() => makeDefault(index)}
              />
              <span aria-hidden="true">{text("campaign_default")}</span>
            </label>
            <button
              type="button"
              class="quiet"
              onClick={() => remove(index)}
              aria-label={text("remove_named", campaign.name)}
            >
              {text("remove")}
            </button>
          </div>
        ))}
        <div class="beside">
          <button type="button" id="add-campaign" aria-invalid={faultsOf("campaigns").length > 0} onClick={add}>
            {text("campaign_add")}
          </button>
          <CampaignTable campaigns={campaigns} take={(taken) => change({ campaigns: taken })} />
        </div>
      </Managed>
    </Section>
  );
}

interface CellProps {
  campaign: Campaign;
  field: "name" | "caller_id";
  label: TextKey;
  faults: Fault[];
  change: (value: string) => void;
}

function Cell({ campaign, field, label, faults, change }: CellProps): JSX.Element {
  return (
    <Field label={text(label)} faults={faults}>
      {(input) => (
        <input
          {...input}
          name={field}
          required
          dir="auto"
          value={campaign[field]}
          autocomplete="off"
          spellcheck={false}
          onInput={(event) => change(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

interface MoreProps {
  ids: string[];
  faults: Fault[];
  change: (ids: string[]) => void;
}

/** In one line, between commas: few campaigns have any. */
function MoreCallerIds({ ids, faults, change }: MoreProps): JSX.Element {
  const [typed, setTyped] = useState("");
  const isTyped = idsOf(typed).join() === ids.join();
  return (
    <Field label={text("campaign_more_caller_ids")} faults={faults}>
      {(input) => (
        <input
          {...input}
          name="more_caller_ids"
          // What is being typed may end in a comma; what comes from elsewhere is shown as it is.
          value={isTyped ? typed : ids.join(", ")}
          autocomplete="off"
          spellcheck={false}
          onInput={({ currentTarget: { value } }) => {
            setTyped(value);
            change(idsOf(value));
          }}
        />
      )}
    </Field>
  );
}

const idsOf = (typed: string): string[] => typed.split(/[\s,;]+/).filter((id) => id !== "");
