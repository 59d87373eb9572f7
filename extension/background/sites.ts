/** The sites where numbers are marked: which they are, and the content script on them. */
import { api } from "../shared/browser";
import type { Settings } from "../generated/types";
import type { PageReading } from "../shared/messages";
import { portless } from "../shared/sites";
import { readSettings } from "./set-up";
import { tellTab } from "./tabs";

const SCRIPT = "content/main.js";
/** What the agent sees and presses, in a frame that they are in. */
const LAYER = "content/layer.js";
const STYLE = "content/marks.css";
const REGISTRATION = "numbers";

/** Whether the agent enabled the site of this origin, to the port. */
export const isEnabled = (settings: Settings, origin: string): boolean => readingOf(settings, origin) !== null;

/** How the pages of an origin are treated; null for one that is not enabled, or left alone. */
export function readingOf({ sites, pages }: Settings, origin: string): PageReading | null {
  const choice = pages.sites.find(({ site }) => site === origin);
  const { show = "underline", exclude = [], not_numbers: notNumbers = [] } = choice ?? {};
  if (show === "off" || !sites.includes(origin)) return null;
  return { show, exclude, notNumbers, links: pages.links, inCode: pages.in_code };
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
  const { scripting } = api;
  const registered = (await scripting.getRegisteredContentScripts({ ids: [REGISTRATION] })).length > 0;
  if (registered && matches.length > 0) {
    // In one step: a page that loads while none is registered would stay without numbers.
    const updated = scripting.updateContentScripts([scriptOn(matches)]).then(() => true);
    // One of an earlier version may be on its way out.
    if (await updated.catch(() => false)) return;
  }
  if (registered) await scripting.unregisterContentScripts({ ids: [REGISTRATION] }).catch(() => undefined);
  if (matches.length > 0) await scripting.registerContentScripts([scriptOn(matches)]);
}

const scriptOn = (matches: string[]): chrome.scripting.RegisteredContentScript => ({
  id: REGISTRATION,
  matches,
  js: [SCRIPT],
  css: [STYLE],
  allFrames: true,
  // Frames of about:blank and srcdoc belong to the page that made them.
  matchOriginAsFallback: true,
  runAt: "document_start",
  persistAcrossSessions: true,
});

/** Tells every content script of ours to ask anew how its page is treated. */
export async function tellTabs(): Promise<void> {
  for (const { id } of await api.tabs.query({})) {
    // A tab without our content script has nobody who answers.
    if (id !== undefined) tellTab(id, "sites.changed", {}).catch(() => undefined);
  }
}

/** Brings the layer into a frame where our content script is; otherwise it would wait until the page has loaded all it shows. */
export async function bringLayer(tabId: number, frameId: number): Promise<void> {
  const target = { tabId, frameIds: [frameId] };
  await api.scripting.executeScript({ target, files: [LAYER], injectImmediately: true });
}

async function enterOpenTabs(matches: string[]): Promise<void> {
  for (const { id } of await api.tabs.query({ url: matches })) {
    if (id === undefined) continue;
    const target = { tabId: id, allFrames: true };
    // A tab may be closed, discarded or an error page by now; it gets the script when it loads again.
    await api.scripting.insertCSS({ target, files: [STYLE] }).catch(() => undefined);
    // At once: a page that arrives slowly would keep the tabs behind it waiting.
    await api.scripting.executeScript({ target, files: [SCRIPT], injectImmediately: true }).catch(() => undefined);
  }
}
