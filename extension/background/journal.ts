/** The journal of attempts: written before anything is sent, so that no call is ever forgotten. */
import type { Attempt } from "../shared/messages";
import { database } from "./database";

/** Attempts kept; older ones are pruned. */
const KEPT = 1000;

export async function record(attempt: Attempt): Promise<void> {
  const db = await database();
  await db.put("attempts", attempt, undefined);
}

export async function find(id: string): Promise<Attempt | undefined> {
  return (await database()).get("attempts", id);
}

/** The newest first. */
export async function recent(limit: number): Promise<Attempt[]> {
  const index = (await database()).transaction("attempts").store.index("openedAt");
  const found: Attempt[] = [];
  for (let at = await index.openCursor(null, "prev"); at && found.length < limit; at = await at.continue()) {
    found.push(at.value);
  }
  return found;
}

/** Ends what an earlier life of the background left open: a `sending` attempt may have rung the phone. */
export async function closeInterrupted(): Promise<void> {
  const db = await database();
  for (const attempt of await db.getAllFromIndex("attempts", "state", "sending")) {
    await record({ ...attempt, state: "ended", outcome: { state: "unknown", reason: { code: "interrupted" } } });
  }
  for (const attempt of await db.getAllFromIndex("attempts", "state", "waiting")) {
    await record({ ...attempt, state: "ended", outcome: { state: "not_sent", reason: { code: "cancelled" } } });
  }
}

export async function prune(): Promise<void> {
  const store = (await database()).transaction("attempts", "readwrite").store;
  const excess = (await store.count()) - KEPT;
  let at = excess > 0 ? await store.index("openedAt").openCursor() : null;
  for (let left = excess; at && left > 0; left -= 1) {
    await at.delete();
    at = await at.continue();
  }
}
