/** The way out of a journal that takes no entry: without it nothing can be sent. */
import { destroy } from "../shared/database";
import * as journal from "./journal";
import { salvageSettings, writeOwn } from "./set-up";
import { keepOnDisk, onDisk } from "./token";

/** Entries that stay where room is short. */
const KEPT_IN_NEED = 100;

/** Makes room first; where that doesn't help, the database is made anew with what can be saved of the set-up. */
export async function repair(): Promise<boolean> {
  await journal.prune(KEPT_IN_NEED).catch(() => undefined);
  if (await journal.isWritable()) return true;
  const [settings, kept] = [await salvageSettings(), await onDisk().catch(() => undefined)];
  await destroy().catch(() => undefined);
  if (settings) await writeOwn(settings).catch(() => undefined);
  // The token of this browser session was never in there.
  if (kept) await keepOnDisk(kept).catch(() => undefined);
  return journal.isWritable();
}
