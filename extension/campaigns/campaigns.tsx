/** Adding people to campaigns: who, which campaigns, what will be sent, what came of it, and what was added so far. */
import { render, type JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { CampaignSet } from "../generated/types";
import { text } from "../shared/i18n";
import { JoinResults } from "../shared/join-results";
import { useJoining } from "../shared/joining";
import { matrix, pairOf, type Terms } from "../shared/members";
import type { Membership } from "../shared/attempts";
import { ask } from "../shared/messages";
import type { SetUp } from "../shared/set-up";
import { whyNotSent } from "../shared/outcome";
import { speakBrowsersLanguage } from "../shared/page";
import { Heading, SetUpUnread } from "../shared/ui";
import { Card } from "./card";
import { People, useRoster } from "./people";
import { Preview } from "./preview";
import { Record } from "./record";
import { Sets } from "./sets";
import { Where } from "./where";

function Campaigns({ setUp, sets, reload }: { setUp: SetUp; sets: CampaignSet[]; reload: () => void }): JSX.Element {
  const known = setUp.settings.campaigns.map(({ name }) => name);
  const [written, setWritten] = useState("");
  const [others, setOthers] = useState<string[]>([]);
  const [ticked, setTicked] = useState<string[]>([]);
  const [terms, setTerms] = useState<Terms>({ penalty: 0, paused: false });
  const [unticked, setUnticked] = useState<ReadonlySet<string>>(new Set());
  const [added, setAdded] = useState<Membership[]>([]);
  const look = (): void => void ask("campaigns.added", {}).then(setAdded, () => undefined);
  const { joining, asking, join, joinEach } = useJoining(look);
  useEffect(look, []);

  const rows = useRoster(written);
  const campaigns = [...new Set([...known, ...others])].filter((name) => ticked.includes(name));
  const people = rows.filter(({ faults }) => faults.length === 0);
  const members = matrix(people, campaigns, terms).filter((member) => !unticked.has(pairOf(member)));

  const tick = (name: string, on: boolean): void =>
    setTicked((before) => (on ? [...before, name] : before.filter((other) => other !== name)));

  function take({ campaigns: names, penalty, paused }: CampaignSet): void {
    setOthers((before) => [...new Set([...before, ...names.filter((name) => !known.includes(name))])]);
    setTicked(names);
    setTerms({ penalty, paused });
  }

  return (
    <main>
      <Heading
        title={text("people_page")}
        about={setUp.origin ? text("people_page_about", setUp.origin) : text("people_page_about_unset")}
      />
      {setUp.readiness !== "ready" && <Obstacle readiness={setUp.readiness} />}
      <People written={written} onWrite={setWritten} />
      <Where
        names={[...new Set([...known, ...others])]}
        ticked={ticked}
        terms={terms}
        onTick={tick}
        onOther={(name) => {
          setOthers((before) => [...before, name]);
          tick(name, true);
        }}
        onTerms={setTerms}
      />
      <Sets
        sets={sets}
        locked={setUp.policy.locked.includes("campaign_sets")}
        choice={{ name: "", campaigns, ...terms }}
        onUse={take}
        onSaved={reload}
      />
      <Preview
        {...{ rows, campaigns, members, unticked, asking }}
        busy={asking || setUp.readiness !== "ready"}
        onTick={(pair, on) => setUnticked((before) => toggled(before, pair, !on))}
        onAdd={() => join(members)}
      />
      {joining && (
        <Card title="results_title">
          <JoinResults joining={joining} asking={asking} onEach={joinEach} />
        </Card>
      )}
      <Record added={added} origin={setUp.origin} />
    </main>
  );
}

function toggled(set: ReadonlySet<string>, item: string, inside: boolean): ReadonlySet<string> {
  const changed = new Set(set);
  if (inside) changed.add(item);
  else changed.delete(item);
  return changed;
}

function Obstacle({ readiness }: { readiness: "not_set_up" | "signed_out" }): JSX.Element {
  return (
    <div class="notice bad" role="alert">
      <span>{whyNotSent({ code: readiness })}</span>
      <a href="../options/options.html">{text("open_options")}</a>
    </div>
  );
}

function Loader(): JSX.Element {
  const [setUp, setSetUp] = useState<SetUp>();
  const [unread, setUnread] = useState(false);
  const load = (): void => void ask("setup.read", {}).then(setSetUp, () => setUnread(true));
  useEffect(() => {
    load();
    // Whoever signed in, or changed the settings, in another tab comes back to what holds now.
    addEventListener("focus", load);
  }, []);
  // A page that was read once stays, with what is written on it.
  if (!setUp) return unread ? <SetUpUnread /> : <main aria-busy="true" />;
  return <Campaigns setUp={setUp} sets={setUp.settings.campaign_sets} reload={load} />;
}

speakBrowsersLanguage("people_page");
render(<Loader />, document.body);
