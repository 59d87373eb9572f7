/** Thousands of gestures from many tabs while the background is killed again and again: no call twice, none forgotten. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Page } from "puppeteer-core";
import type { Attempt } from "../../shared/attempts";
import { launch, type Session } from "../browsers";
import { inDatabase } from "../database";
import { endBackground, IDLE_MS } from "../end-background";
import { ask } from "../faults/agent";
import { numberAt, type Numbers, openNumbers, serveNumbers } from "../numbers";
import { type Sandbox, startSandbox } from "../sandbox";
import { BROWSERS, pause } from "../stage";

/** `./build.sh test --faults`; otherwise a short form. */
const ALL = process.env.FAULTS === "all";
const TABS = 8;
const [GESTURES, KILLS] = ALL ? [10_000, 500] : [64, 8];
/** Gestures in one tab before the next one comes to the front. */
const IN_A_ROW = ALL ? 25 : 4;
/** How long the server takes, so that many a kill finds a request under way. */
const DELAY_MS = 20;
/** Pauses between gestures and before kills: up to so long, so that they meet an attempt in every state. */
const [BETWEEN_MS, BEFORE_KILL_MS] = [30, 45];
const PATIENCE_MS = ALL ? 1_800_000 : 60_000;
/** Numbers of one tab are apart from those of all others. */
const APART = 100_000;

const CALLS = "/Integra/resources/Agents/AgentCall";

describe.each(BROWSERS)("a storm of gestures: %s", (name) => {
  let sandbox: Sandbox;
  let session: Session;
  let site: Awaited<ReturnType<typeof serveNumbers>>;
  let own: Page;
  let tabs: Numbers[] = [];
  const next = Array.from({ length: TABS }, (_, tab) => tab * APART);

  beforeAll(async () => {
    [sandbox, site] = await Promise.all([startSandbox(), serveNumbers()]);
    session = await launch(name, sandbox.settings({ sites: [`${site.site}/*`] }), { idleMs: IDLE_MS });
    own = await session.openOwn("popup/popup.html");
    for (const first of next) tabs.push(await openNumbers(session, site.site, first));
  });

  afterAll(async () => {
    await session?.close();
    site?.stop();
    sandbox?.stop();
  });

  async function gesture(tab: number): Promise<string> {
    const index = next[tab]!++;
    if (!tabs[tab]!.has(index)) tabs[tab] = await tabs[tab]!.turnTo(index);
    await tabs[tab]!.click(index);
    return numberAt(index);
  }

  it(
    `${GESTURES} from ${TABS} tabs, with ${KILLS} deaths of the background`,
    async () => {
      const began = Date.now();
      const clicked = new Set<string>();
      const journal = new Map<string, Attempt>();
      let kills = 0;
      for (let done = 0; done < GESTURES;) {
        const tab = (done / IN_A_ROW) % TABS;
        await tabs[tab]!.page.bringToFront();
        await sandbox.fault({ path: CALLS, delay_ms: DELAY_MS, times: IN_A_ROW * 2 });
        for (let turn = 0; turn < IN_A_ROW; turn += 1, done += 1) {
          clicked.add(await gesture(tab));
          const due = Math.floor(((done + 1) * KILLS) / GESTURES) > Math.floor((done * KILLS) / GESTURES);
          if (due) {
            await pause((kills * 7) % BEFORE_KILL_MS);
            if (await endBackground(session, own)) kills += 1;
          }
          await pause((done * 17) % BETWEEN_MS);
        }
        // The journal keeps a thousand: it is read before it forgets any.
        if (done % (IN_A_ROW * TABS) === 0) await collect(own, journal);
      }
      await ended(own);
      await collect(own, journal);
      const posts = (await sandbox.posts()).map(({ body, reply }) => ({
        number: `+${new URLSearchParams(body!).get("destination")}`,
        guid: reply?.body ?? null,
      }));
      const entries = [...journal.values()];
      const entryOf = new Map(entries.map((entry) => [entry.number, entry]));
      console.log(
        `${name}: ${clicked.size} gestures, ${kills} kills, ${entries.length} attempts, ${posts.length} POSTs in ${Math.round((Date.now() - began) / 1000)} s;`,
        tally(entries),
      );

      expect(clicked.size).toBe(GESTURES);
      expect(kills, "kills").toBeGreaterThanOrEqual(KILLS * 0.95);
      // Nothing twice.
      expect(posts.length).toBe(new Set(posts.map(({ number }) => number)).size);
      expect(entries.length).toBe(entryOf.size);
      // Nothing forgotten, and nothing but what was clicked.
      expect(posts.filter(({ number }) => !entryOf.has(number))).toEqual([]);
      expect(entries.filter(({ number }) => !clicked.has(number))).toEqual([]);
      // Every attempt has its end, and the end is the truth.
      expect(entries.filter(({ state, outcome }) => state !== "ended" || outcome === null)).toEqual([]);
      const guidOf = new Map(posts.map(({ number, guid }) => [number, guid]));
      expect(entries.filter((entry) => !isTrue(entry, guidOf))).toEqual([]);
      // A storm in which nobody is called proves nothing.
      expect(entries.filter(({ outcome }) => outcome?.state === "placed").length).toBeGreaterThan(GESTURES / 8);
    },
    PATIENCE_MS,
  );
});

/** Whether an outcome agrees with what the server knows. */
function isTrue({ number, outcome }: Attempt, guidOf: Map<string, string | null>): boolean {
  if (outcome?.state === "placed") return guidOf.get(number) === outcome.call_id;
  if (outcome?.state === "not_sent") return !guidOf.has(number);
  return outcome?.state === "unknown";
}

function tally(entries: Attempt[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { outcome } of entries) {
    const end =
      outcome === null ? "none" : "reason" in outcome ? `${outcome.state} ${outcome.reason.code}` : outcome.state;
    counts[end] = (counts[end] ?? 0) + 1;
  }
  return counts;
}

/** Waits until the newest attempt is over; the question wakes the background, which ends what it finds open. */
async function ended(own: Page): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const recent = await ask<Attempt[]>(own, { type: "calls.recent" }).catch(() => null);
    if (recent?.every(({ state }) => state === "ended")) return;
    await pause(50);
  }
  throw new Error("an attempt did not end");
}

/** Adds what the journal holds now. */
async function collect(own: Page, journal: Map<string, Attempt>): Promise<void> {
  const held = await inDatabase(own, (db, settled) =>
    settled(db.transaction("journal").objectStore("journal").getAll()),
  );
  for (const attempt of held as Attempt[]) journal.set(attempt.id, attempt);
}
