/** The campaigns that calls go out for; the first is the one that a click on a page uses. */
import type { JSX } from "preact";
import type { Campaign, Fault } from "../generated/types";
import { text, type TextKey } from "../shared/i18n";
import { Faults, Field } from "../shared/ui";
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
  const add = (): void => change({ campaigns: [...campaigns, { name: "", caller_id: "" }] });

  return (
    <Section title="options_campaigns" about="campaigns_about">
      <Managed path="campaigns">
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
        <button type="button" id="add-campaign" aria-invalid={faultsOf("campaigns").length > 0} onClick={add}>
          {text("campaign_add")}
        </button>
      </Managed>
    </Section>
  );
}

interface CellProps {
  campaign: Campaign;
  field: keyof Campaign;
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
          value={campaign[field]}
          autocomplete="off"
          spellcheck={false}
          onInput={(event) => change(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
