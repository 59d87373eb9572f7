/** The extension's database as its own pages reach it, for what no page shows: what is kept, and what days of work leave. */
import type { Page } from "puppeteer-core";

type Work<T, Given> = (db: IDBDatabase, settled: Settled, given: Given) => Promise<T>;
type Settled = <T>(request: IDBRequest<T>) => Promise<T>;

/** Opens the database in one of the extension's own pages, works on it there and closes it; `work` knows what it is given and nothing else. */
export function inDatabase<T, Given = undefined>(own: Page, work: Work<T, Given>, given?: Given): Promise<T> {
  // Functions don't cross as arguments do.
  return own.evaluate(`(${String(open)})(${String(work)}, ${String(settled)}, ${JSON.stringify(given)})`) as Promise<T>;
}

async function open<T, Given>(work: Work<T, Given>, settled: Settled, given: Given): Promise<T> {
  const db = await settled(indexedDB.open("click-to-call"));
  return work(db, settled, given).finally(() => db.close());
}

/** A request's result. */
function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error!);
  });
}
