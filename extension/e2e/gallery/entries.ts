/** Entries of the journal as days of work leave them, to be put there before a view opens. */
import type { Page } from "puppeteer-core";
import type { CallOutcome } from "../../generated/types";
import type { Attempt, Entry, JoinAttempt } from "../../shared/attempts";
import { inDatabase } from "../database";
import { LONG_CAMPAIGNS } from "./worlds";

const MINUTE_MS = 60_000;
const PLACED: CallOutcome = { state: "placed", call_id: "3be4f749-6c0f-4f47-9f7a-52f1c1b7f5aa" };

/** One call of every end there is, the newest first. */
export const everyEnd = (): Attempt[] => [
  call(2, "+52 55 5658 1111", PLACED),
  call(14, "+52 81 8358 2000", { state: "refused" }),
  call(31, "+1 415-555-2671", { state: "unknown", reason: { code: "timed_out" } }),
  call(58, "+54 9 11 4321-5678", { state: "not_sent", reason: { code: "offline" } }),
  call(90, "+55 11 91234-5678", { state: "not_sent", reason: { code: "cancelled" } }),
  call(24 * 60, "+34 912 34 56 78", { state: "unknown", reason: { code: "busy", status: 503, wait_seconds: 60 } }),
];

/** A team that was added to campaigns, in one request. */
export const joined = (): JoinAttempt[] => [
  {
    kind: "join",
    id: crypto.randomUUID(),
    batch: crypto.randomUUID(),
    source: "popup",
    members: LONG_CAMPAIGNS.map(({ name }) => ({
      agent: "ana.perez",
      extension: "1001",
      campaign: name,
      penalty: 0,
      paused: false,
    })),
    state: "ended",
    journaled: true,
    openedAt: Date.now() - MINUTE_MS,
    leavesAt: Date.now() - MINUTE_MS,
    sentAt: Date.now() - MINUTE_MS + 21,
    endedAt: Date.now() - MINUTE_MS + 1_288,
    outcome: { state: "added" },
  },
];

export const manyCalls = (count: number): Attempt[] =>
  Array.from({ length: count }, (_, index) => call(index + 3, `+52 55 ${5000 + (index % 5000)} 1111`, PLACED));

function call(minutesAgo: number, shown: string, outcome: CallOutcome): Attempt {
  const openedAt = Date.now() - minutesAgo * MINUTE_MS;
  const sentAt = outcome.state === "not_sent" ? null : openedAt + 34;
  return {
    kind: "call",
    id: crypto.randomUUID(),
    source: "popup",
    number: shown.replace(/[^+\d]/g, ""),
    shown,
    campaign: "Ventas->",
    state: "ended",
    journaled: true,
    openedAt,
    leavesAt: openedAt,
    sentAt,
    endedAt: openedAt + 412,
    outcome,
  };
}

/** Makes these the whole journal; `page` is one of the extension's own. */
export async function putInJournal(page: Page, newestFirst: Entry[]): Promise<void> {
  await inDatabase(
    page,
    async (db, settled, entries) => {
      const journal = db.transaction("journal", "readwrite").objectStore("journal");
      await settled(journal.clear());
      await Promise.all(entries.map((entry) => settled(journal.add(entry))));
    },
    newestFirst.toReversed(),
  );
}
