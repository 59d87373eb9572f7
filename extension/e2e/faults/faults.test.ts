/** Every fault × both browsers × fresh and reused connections: one click each, counted at the server. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Sandbox, startSandbox } from "../sandbox";
import type { BrowserName } from "../browsers";
import { BROWSERS } from "../stage";
import { type Agent, hire } from "./agent";
import { certificateOf, type Fault, faultsOf } from "./doors";
import { isAsKnown, repeatsOf } from "./known";
import { imposeOnFirefox } from "../policy/policies";
import { type Case, codeOf, DNS, placeOf, play, type Row } from "./rows";
import { report, type Run } from "./report";

/** `./build.sh test --faults`; otherwise the rows that tell most. */
const ALL = process.env.FAULTS === "all";

const TELLING = [
  "refused",
  "whole-close",
  "whole-reset",
  "rst-internal-error",
  "rst-refused-stream",
  "goaway-no-error",
  "408",
  "307-same-origin",
  "zero",
  "guid-and-newline",
  "two-guids",
  "html-with-guid",
  "body-close-after-guid",
  "gzip-bomb",
];
/** Where it matters whether the connection was used before; elsewhere the short form looks at fresh ones. */
const TELLING_WHEN_REUSED = [
  "whole-close",
  "whole-reset",
  "rst-internal-error",
  "rst-refused-stream",
  "408",
  "refused",
];
/** What makes Chromium repeat an unstreamed body over HTTP/2; the short form looks at the first. */
const REPEATED = ["rst-refused-stream", "head-rst-refused-stream", "421", "whole-close", "whole-reset"];
/** They end with the deadline: first in the queue, so that all agents are busy to the end. */
const SLOW = /silence|slow|drops/;
/** Agents that work side by side, each in a browser of its own. */
const AGENTS = ALL ? 3 : 1;
const PATIENCE_MS = ALL ? 1_500_000 : 120_000;

/** The engine's deadline, and what a machine that is busy may add to it. */
const DEADLINE_MS = [25_000, 29_000] as const;
/** Replies that are cut at a few KiB: neither time nor memory goes into the rest. */
const HUGE = /^(endless|guid-then-endless|ten-megabytes|gzip-bomb|zeros-beyond-the-cap)$/;
const [HUGE_MS, HUGE_BYTES] = [4_000, 96 << 20];

const runs: Run[] = [];

/** Both browsers at once in the long form, which mostly waits. */
const inTurn = ALL ? describe.concurrent : describe;

inTurn.each(BROWSERS)("one gesture is one POST, and the truth is told, whatever goes wrong: %s", (name) => {
  let sandbox: Sandbox;
  let agents: Agent[] = [];
  let faults: Fault[] = [];

  beforeAll(async () => {
    sandbox = await startSandbox();
    const certificate = await certificateOf(sandbox);
    agents = await Promise.all(Array.from({ length: AGENTS }, () => hire(name, sandbox, certificate)));
    faults = await faultsOf(sandbox);
  });

  afterAll(async () => {
    await Promise.all(agents.map((agent) => agent.leave()));
    sandbox?.stop();
  });

  it(
    "in every row",
    async () => {
      const queue = [...casesOf(faults), { fault: DNS, protocol: "h2" as const, warm: false, keeps: false }];
      const rows: Row[] = [];
      const broken: string[] = [];
      const work = async (agent: Agent): Promise<void> => {
        for (let next = queue.shift(); next; next = queue.shift())
          await play(sandbox, agent, next).then(
            (row) => rows.push(row),
            (error: unknown) => broken.push(`${next!.fault.name}, ${placeOf(next!)}: ${String(error)}`),
          );
      };
      const began = Date.now();
      await Promise.all(agents.map(work));
      runs.push({ browser: name, version: await agents[0]!.session.browser.version(), rows, ms: Date.now() - began });
      expect(broken).toEqual([]);
      expect(rows.length).toBeGreaterThan(ALL ? 400 : 30);
      expect(rows.flatMap((row) => wrongs(name, row))).toEqual([]);
    },
    PATIENCE_MS,
  );
});

describe("an instance that was called before an update, or before the browser's start", () => {
  it(
    "is known to speak HTTP/2: one gesture is one POST from the first on",
    async () => {
      const [sandbox, profile] = [
        await startSandbox(),
        await mkdtemp(path.join(os.tmpdir(), "click-to-call-profile-")),
      ];
      const agent = await hire("chromium", sandbox, await certificateOf(sandbox), { profile });
      const rows: Row[] = [];
      try {
        for (const row of firstCalls(await faultsOf(sandbox))) rows.push(await play(sandbox, agent, row));
      } finally {
        await agent.leave();
        await rm(profile, { recursive: true, force: true });
        sandbox.stop();
      }
      expect(rows.length).toBe(ALL ? 2 * REPEATED.length : 2);
      expect(rows.flatMap((row) => wrongs("chromium", row))).toEqual([]);
      runs.find(({ browser }) => browser === "chromium")?.rows.push(...rows);
    },
    PATIENCE_MS,
  );
});

function firstCalls(faults: Fault[]): Case[] {
  const repeated = faults.filter(({ name }) => (ALL ? REPEATED : REPEATED.slice(0, 1)).includes(name));
  return repeated.flatMap((fault) =>
    (["an update", "a start"] as const).map((after) => ({
      fault,
      protocol: "h2" as const,
      warm: true,
      keeps: false,
      after,
    })),
  );
}

/** The one means there is, and none of ours: README tells administrators of it. */
const TRY_ONCE = { Preferences: { "network.http.request.max-attempts": { Value: 1, Status: "locked" } } };

describe("where the administrator lets Firefox try once", () => {
  it(
    "one gesture is one POST in every row",
    async () => {
      const [sandbox, imposed] = [await startSandbox(), await imposeOnFirefox({}, TRY_ONCE)];
      const agent = await hire("firefox", sandbox, await certificateOf(sandbox), imposed.on);
      const rows: Row[] = [];
      try {
        const repeated = casesOf(await faultsOf(sandbox)).filter((row) => repeatsOf("firefox", row) !== undefined);
        for (const row of repeated) rows.push(await play(sandbox, agent, row));
      } finally {
        await agent.leave();
        await imposed.lift();
        sandbox.stop();
      }
      const told = rows.map((row) => `${row.fault.name}, ${placeOf(row)}: ${row.posts} POSTs, ${codeOf(row)}`);
      expect(rows.length).toBeGreaterThan(ALL ? 30 : 6);
      expect(told.filter((_, index) => rows[index]!.posts !== 1)).toEqual([]);
    },
    PATIENCE_MS,
  );
});

afterAll(async () => {
  if (!ALL || runs.length < BROWSERS.length) return;
  await writeFile(new URL("RESULTS.md", import.meta.url), report(runs));
});

function casesOf(faults: Fault[]): Case[] {
  const wanted = ALL ? faults : faults.filter(({ name }) => TELLING.includes(name));
  const cases = wanted.flatMap((fault) =>
    fault.protocols.flatMap((protocol) =>
      [false, true]
        .filter((warm) => !warm || ALL || TELLING_WHEN_REUSED.includes(fault.name))
        .map((warm) => ({ fault, protocol, warm, keeps: false })),
    ),
  );
  // A server that does not heed `connection: close` leaves a connection to repeat on.
  const kept = faults.filter(({ name }) => ["whole-close", "whole-reset", "408"].includes(name));
  cases.push(...kept.map((fault) => ({ fault, protocol: "http/1.1" as const, warm: true, keeps: true })));
  return cases.sort((one, other) => Number(SLOW.test(other.fault.name)) - Number(SLOW.test(one.fault.name)));
}

/** What must not be: a call too many, an untruth, a wait too long, a reply that costs memory. */
function wrongs(browser: BrowserName, row: Row): string[] {
  const { outcome, fault, posts, whole, ms, grown } = row;
  const code = codeOf(row);
  // A kept connection is past its handshake: a fault there does not strike, and the call is answered as it should be.
  const passed = ["accepted", "secured"].includes(fault.when) && whole > 0;
  const truth = passed ? "placed" : fault.truth;
  const wrong: Record<string, boolean> = {
    "other than known": !isAsKnown(browser, row),
    "falsely placed": outcome.state === "placed" && truth !== "placed",
    "falsely refused": outcome.state === "refused" && truth !== "refused",
    "falsely not sent": outcome.state === "not_sent" && whole > 0,
    "after the deadline": ms > DEADLINE_MS[1],
    "before the deadline": code === "timed_out" && ms < DEADLINE_MS[0],
    costly: HUGE.test(fault.name) && (ms > HUGE_MS || grown > HUGE_BYTES),
  };
  const told = `${fault.name}, ${placeOf(row)}: ${posts} POSTs, ${code}, ${ms} ms, ${Math.round(grown / (1 << 20))} MiB`;
  return Object.keys(wrong)
    .filter((name) => wrong[name])
    .map((name) => `${told}: ${name}`);
}
