/** The journal of attempts: written before anything is sent, so that nothing that was sent is ever forgotten. */
import type { Attempt, Entry, JoinAttempt } from "../shared/attempts";
import { withDatabase } from "../shared/database";
import { callEngine } from "./engine";
import { newest } from "../shared/recent-calls";

/** Entries kept of each kind; older ones are pruned. */
export const KEPT = 1000;

/** Writes an entry, over itself if it has a place already; answers with its place. */
export const record = (entry: Entry): Promise<number> => withDatabase((db) => db.put("journal", entry));

export async function find(id: string): Promise<Entry | undefined> {
  return withDatabase((db) => db.getFromIndex("journal", "id", id));
}

/** Calls and requests to join, the newest first. */
export async function recent(limit: number): Promise<Entry[]> {
  return withDatabase(async (db) => {
    const found: Entry[] = [];
    let at = await db.transaction("journal").store.openCursor(null, "prev");
    while (at && found.push(at.value) < limit) at = await at.continue();
    return found;
  });
}

export const recentJoins = (limit: number): Promise<JoinAttempt[]> =>
  newest("kind", "join", limit) as Promise<JoinAttempt[]>;

/** All that is kept of the requests to join, oldest first. */
export const joins = (): Promise<JoinAttempt[]> =>
  withDatabase((db) => db.getAllFromIndex("journal", "kind", "join")) as Promise<JoinAttempt[]>;

/** The last call to a number. */
export const lastCallTo = async (number: string): Promise<Attempt | undefined> =>
  ((await newest("number", number, 1)) as Attempt[])[0];

/** Whether a call to a number ever left. */
export const wasSent = (number: string): Promise<boolean> =>
  withDatabase(async (db) => {
    let at = await db.transaction("journal").store.index("number").openCursor(number);
    while (at && at.value.sentAt === null) at = await at.continue();
    return at !== null;
  });

/** The requests that belong together, oldest first. */
export const joinsOf = (batch: string): Promise<JoinAttempt[]> =>
  withDatabase((db) => db.getAllFromIndex("journal", "batch", batch)) as Promise<JoinAttempt[]>;

/** Ends what an earlier life of the background left open: what was `sending` may have arrived. */
export async function closeInterrupted(): Promise<void> {
  const states = ["waiting", "sending"];
  const open = await withDatabase((db) =>
    Promise.all(states.map((one) => db.getAllFromIndex("journal", "state", one))),
  );
  for (const entry of open.flat()) await record(await interrupted(entry));
}

async function interrupted(entry: Entry): Promise<Entry> {
  const { stepCall, stepJoin } = await callEngine();
  const step = (): object =>
    (entry.kind === "call" ? stepCall(entry, WOKE_UP, Date.now()) : stepJoin(entry, WOKE_UP, Date.now())).life;
  try {
    return { ...entry, ...step() };
  } catch {
    // No entry of ours, such as one of a later version: it may have arrived, and must not be looked at again at every start.
    const outcome = { state: "unknown", reason: { code: "interrupted" } } as const;
    return { ...entry, state: "ended", journaled: true, endedAt: Date.now(), outcome };
  }
}

const WOKE_UP = { event: "woke_up" } as const;

/** Removes the oldest entries of each kind above `kept`: many calls must not push out what is known of memberships. */
export async function prune(kept = KEPT): Promise<void> {
  await withDatabase(async (db) => {
    const { store, done } = db.transaction("journal", "readwrite");
    const index = store.index("kind");
    for (const kind of ["call", "join"]) {
      const excess = (await index.count(kind)) - kept;
      const oldest = excess > 0 ? await index.getAllKeys(kind, excess) : [];
      await Promise.all(oldest.map((seq) => store.delete(seq)));
    }
    await done;
  });
}

/** Whether the journal takes an entry right now. */
export async function isWritable(): Promise<boolean> {
  const probe = withDatabase(async (db) => {
    const { store, done } = db.transaction("journal", "readwrite");
    const seq = await store.put({ kind: "probe", id: crypto.randomUUID() } as unknown as Entry);
    await store.delete(seq);
    await done;
  });
  return probe.then(
    () => true,
    () => false,
  );
}
