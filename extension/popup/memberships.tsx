/** Joining campaigns: all by one request and, where that is refused, one by one. */
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Campaign } from "../generated/types";
import { text } from "../shared/i18n";
import { ask, type Joining, type Request } from "../shared/messages";
import { JoinResults } from "./join-results";

/** How often results are looked at while they come in. */
const LOOK_MS = 400;

export function Memberships({ campaigns }: { campaigns: Campaign[] }): JSX.Element {
  const names = campaigns.map(({ name }) => name);
  const [picked, setPicked] = useState(names.slice(0, 1));
  const [joining, setJoining] = useState<Joining | null>(null);
  const [asking, setAsking] = useState(false);
  const look = (): void => void ask("campaigns.last", {}).then(setJoining, () => undefined);

  useEffect(
    () =>
      void ask("campaigns.last", {}).then(
        (last) => setJoining(isOpen(last) ? last : null),
        () => undefined,
      ),
    [],
  );
  useEffect(() => {
    if (!asking && !joining?.running) return undefined;
    const timer = setInterval(look, LOOK_MS);
    return () => clearInterval(timer);
  }, [asking, joining?.running]);

  async function join(): Promise<void> {
    setJoining(null);
    await send(() => ask("campaigns.join", { campaigns: picked }), picked);
  }

  async function joinEach(request: Request<"campaigns.joinEach">): Promise<void> {
    await send(() => ask("campaigns.joinEach", request), request.campaigns);
  }

  async function send(request: () => Promise<Joining>, asked: string[]): Promise<void> {
    setAsking(true);
    const joined = await request().catch(() => interrupted(asked));
    setAsking(false);
    setJoining(joined);
  }

  return (
    <section class="card memberships">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (event.isTrusted && !asking) void join();
        }}
      >
        <fieldset>
          <legend>{text("join_title")}</legend>
          {names.map((name) => (
            <label class="choice" key={name}>
              <input
                type="checkbox"
                value={name}
                checked={picked.includes(name)}
                onChange={({ currentTarget }) =>
                  setPicked(names.filter((one) => (one === name ? currentTarget.checked : picked.includes(one))))
                }
              />
              <bdi>{name}</bdi>
            </label>
          ))}
        </fieldset>
        <button disabled={asking || picked.length === 0}>{text(asking ? "join_busy" : "join_button")}</button>
      </form>
      {joining && <JoinResults joining={joining} asking={asking} onEach={(request) => void joinEach(request)} />}
    </section>
  );
}

/** Whether a request leaves something to do or to see in a popup that opens. */
function isOpen(joining: Joining | null): boolean {
  if (!joining) return false;
  const { running, results } = joining;
  const split = results.length > 1 && results.some(({ outcome }) => outcome?.state === "refused");
  return running || split || results.some(({ alone, outcome }) => alone && outcome?.state !== "added");
}

/** The background died under the request: it may have left. */
const interrupted = (campaigns: string[]): Joining => ({
  batch: "",
  results: campaigns.map((campaign) => ({
    campaign,
    alone: false,
    outcome: { state: "unknown", reason: { code: "interrupted" } },
  })),
  running: false,
});
