/** The newest entries of the journal. The popup reads them by itself too: in the extension's origin, the database is its own. */
import type { Attempt, Entry } from "./attempts";
import { withDatabase } from "./database";

/** How many calls the popup lists. */
const SHOWN = 20;

/** The newest first. */
export const recentCalls = (limit = SHOWN): Promise<Attempt[]> => newest("kind", "call", limit) as Promise<Attempt[]>;

export async function newest(index: "kind" | "number", value: string, limit: number): Promise<Entry[]> {
  return withDatabase(async (db) => {
    const found: Entry[] = [];
    let at = await db.transaction("journal").store.index(index).openCursor(value, "prev");
    while (at && found.push(at.value) < limit) at = await at.continue();
    return found;
  });
}
