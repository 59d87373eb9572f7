/** Joining campaigns: those that are ticked, or a saved set with one click. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { CampaignSet, Settings } from "../generated/types";
import { text } from "../shared/i18n";
import { JoinResults } from "../shared/join-results";
import { useJoining } from "../shared/joining";
import { matrix, type Terms } from "../shared/members";
import { TermsFields } from "../shared/terms";
import { Choice } from "../shared/ui";

export function Memberships({ settings }: { settings: Settings }): JSX.Element {
  const names = settings.campaigns.map(({ name }) => name);
  const [picked, setPicked] = useState(names.slice(0, 1));
  const [terms, setTerms] = useState<Terms>({ penalty: 0, paused: false });
  const { joining, asking, join, joinEach } = useJoining();
  const joinWith = (campaigns: string[], on: Terms): void => join(matrix([settings], campaigns, on));

  return (
    <section class="card memberships">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (event.isTrusted && !asking) joinWith(picked, terms);
        }}
      >
        <fieldset>
          <legend>{text("join_title")}</legend>
          {names.map((name) => (
            <Choice
              key={name}
              value={name}
              checked={picked.includes(name)}
              onCheck={(on) => setPicked(names.filter((one) => (one === name ? on : picked.includes(one))))}
            >
              <bdi>{name}</bdi>
            </Choice>
          ))}
        </fieldset>
        <details>
          <summary>{text("join_terms")}</summary>
          <TermsFields terms={terms} onChange={setTerms} />
        </details>
        <button disabled={asking || picked.length === 0}>{text(asking ? "join_busy" : "join_button")}</button>
      </form>
      <Sets sets={settings.campaign_sets} busy={asking} onJoin={(set) => joinWith(set.campaigns, set)} />
      {joining && <JoinResults joining={joining} asking={asking} onEach={joinEach} />}
      <a href="../campaigns/campaigns.html" target="_blank">
        {text("join_colleagues")}
      </a>
    </section>
  );
}

interface SetsProps {
  sets: CampaignSet[];
  busy: boolean;
  onJoin: (set: CampaignSet) => void;
}

function Sets({ sets, busy, onJoin }: SetsProps): JSX.Element | null {
  if (sets.length === 0) return null;
  return (
    <ul class="sets" aria-label={text("sets_title")}>
      {sets.map((set) => (
        <li key={set.name}>
          <button
            type="button"
            disabled={busy}
            title={set.campaigns.join(", ")}
            onClick={(event) => event.isTrusted && onJoin(set)}
          >
            {text("join_set", set.name)}
          </button>
        </li>
      ))}
    </ul>
  );
}
