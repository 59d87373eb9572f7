/** Who sent a message: known by what the browser says, never by what the message says. */
import { api, ownOrigin } from "../shared/browser";
import { isEnabled } from "./sites";

/** A page of this extension, a content script of ours on an enabled site, or nobody we serve. */
export type Sender = { kind: "page" } | { kind: "site"; origin: string } | { kind: "stranger" };

const STRANGER: Sender = { kind: "stranger" };

export async function identify(sender: chrome.runtime.MessageSender): Promise<Sender> {
  const { id, origin, tab } = sender;
  if (id !== api.runtime.id || !origin || origin === "null") return STRANGER;
  if (origin === ownOrigin()) return { kind: "page" };
  if (tab && (await isEnabled(origin))) return { kind: "site", origin };
  return STRANGER;
}
