/** The sites where numbers are marked: which they are, and the content script on them. */
import { api } from "../shared/browser";
import { SITES_CHANGED } from "../shared/messages";
import { originOf, portless } from "../shared/sites";
import { readSettings } from "./set-up";

const SCRIPT = "content/main.js";
const STYLE = "content/marks.css";
const REGISTRATION = "numbers";

/** Whether the agent enabled the site of this origin, to the port. */
export async function isEnabled(origin: string): Promise<boolean> {
  const { sites } = await readSettings();
  return sites.some((site) => originOf(site) === origin);
}

let syncing: Promise<void> = Promise.resolve();

/** Brings the registered content script, and the tabs already open, in line with the settings. */
export function syncSites(): Promise<void> {
  // One after the other: two at once would trip over each other's registration, and the older settings could win.
  syncing = syncing.catch(() => undefined).then(sync);
  return syncing;
}

async function sync(): Promise<void> {
  const matches = await permittedPatterns();
  await register(matches);
  await tellTabs();
  if (matches.length > 0) await enterOpenTabs(matches);
}

/** Match patterns hold no port in Firefox, so a pattern covers every port; `isEnabled` tells them apart. */
async function permittedPatterns(): Promise<string[]> {
  const { sites } = await readSettings();
  const patterns = [...new Set(sites.map(portless))];
  const permitted = await Promise.all(patterns.map((pattern) => api.permissions.contains({ origins: [pattern] })));
  return patterns.filter((_, index) => permitted[index]);
}

async function register(matches: string[]): Promise<void> {
  const registered = await api.scripting.getRegisteredContentScripts({ ids: [REGISTRATION] });
  if (registered.length > 0) await api.scripting.unregisterContentScripts({ ids: [REGISTRATION] });
  if (matches.length === 0) return;
  await api.scripting.registerContentScripts([
    {
      id: REGISTRATION,
      matches,
      js: [SCRIPT],
      css: [STYLE],
      allFrames: true,
      matchOriginAsFallback: false,
      runAt: "document_start",
      persistAcrossSessions: true,
    },
  ]);
}

async function tellTabs(): Promise<void> {
  for (const { id } of await api.tabs.query({})) {
    // A tab without our content script has nobody who answers.
    if (id !== undefined) api.tabs.sendMessage(id, { type: SITES_CHANGED }).catch(() => undefined);
  }
}

async function enterOpenTabs(matches: string[]): Promise<void> {
  for (const { id } of await api.tabs.query({ url: matches })) {
    if (id === undefined) continue;
    const target = { tabId: id, allFrames: true };
    // A tab may be closed, discarded or an error page by now; it gets the script when it loads again.
    await api.scripting.insertCSS({ target, files: [STYLE] }).catch(() => undefined);
    await api.scripting.executeScript({ target, files: [SCRIPT] }).catch(() => undefined);
  }
}
