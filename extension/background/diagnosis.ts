/** What support asks for, gathered without anything that is secret. */
import { api } from "../shared/browser";
import type { Diagnosis, OwnPage } from "../shared/messages";
import { portless } from "../shared/sites";
import * as journal from "./journal";
import { readSetUp } from "./set-up";

const SHOWN = 50;

/** Gathers what can be read: what is broken is what is looked for. */
export async function diagnose(): Promise<Diagnosis> {
  const setUp = await readSetUp().catch(() => null);
  const origin = setUp?.origin ?? null;
  return {
    setUp: setUp && { readiness: setUp.readiness, origin, staySignedIn: setUp.staySignedIn },
    permitted: origin !== null && (await api.permissions.contains({ origins: [portless(origin)] })),
    journalWritable: await journal.isWritable(),
    entries: await journal.recent(SHOWN).catch(() => []),
  };
}

/** Opens a page of ours in a tab; the options as the browser does it, which finds the tab that shows them already. */
export async function openPage(page: OwnPage): Promise<void> {
  if (page === "options") await api.runtime.openOptionsPage();
  else await api.tabs.create({ url: api.runtime.getURL("options/diagnostics.html") });
}
