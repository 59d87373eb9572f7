/** Who sent a message: known by what the browser says, never by what the message says. */
import { api, ownOrigin } from "../shared/browser";
import { originOf } from "../shared/sites";
import type { Held } from "./set-up";
import { isEnabled } from "./sites";

/** A page of this extension, a content script of ours on an enabled site, or nobody we serve. */
export type Sender =
  | { kind: "page" }
  | { kind: "site"; origin: string; tabId: number | undefined; frameId: number }
  | { kind: "stranger" };

const STRANGER: Sender = { kind: "stranger" };

/** `held` gives the set-up; it is asked for where a page sends. */
export async function identify(sender: chrome.runtime.MessageSender, held: () => Promise<Held>): Promise<Sender> {
  const { id, origin, tab, frameId } = sender;
  if (id !== api.runtime.id || !origin || origin === "null") return STRANGER;
  if (origin === ownOrigin()) return { kind: "page" };
  if (!tab) return STRANGER;
  const { settings } = (await held()).overlay;
  if (!isEnabled(settings, origin)) return STRANGER;
  // In a frame, the page around it could lead the agent's hand. The browser tells its address only where we may be.
  const around = frameId ? originOf(tab.url ?? "") : origin;
  return around !== null && isEnabled(settings, around)
    ? { kind: "site", origin, tabId: tab.id, frameId: frameId ?? 0 }
    : STRANGER;
}
