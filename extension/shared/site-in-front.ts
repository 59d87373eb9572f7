/** The site of the page that the agent looks at: whether its numbers are marked, and how. */
import type { Overlay, Settings } from "../generated/types";
import { api } from "./browser";
import type { SiteInFront } from "./messages";
import { choiceFor } from "./site-choice";
import { originOf } from "./sites";

type Tab = Parameters<Parameters<typeof api.tabs.onCreated.addListener>[0]>[0];

export const siteInFront = async ({ settings, given }: Overlay): Promise<SiteInFront | null> =>
  siteOf(await tabInFront(), settings, given);

/** Null where the browser doesn't tell: it names the pages of permitted sites only. `locked` are the paths that the policy gives. */
export function siteOf(tab: Tab | undefined, { sites, pages }: Settings, locked: string[]): SiteInFront | null {
  const origin = originOf(tab?.url ?? "");
  if (origin === null) return null;
  const enabled = sites.includes(origin);
  return { origin, enabled, show: choiceFor(pages.sites, origin).show, locked };
}

/** The tab that the agent looks at. Where one of our own pages is in front, it is the one that was before. */
export async function tabInFront(): Promise<Tab | undefined> {
  const own = api.runtime.getURL("");
  const tabs = await api.tabs.query({ lastFocusedWindow: true });
  const front = tabs.find(({ active }) => active);
  if (front && !front.url?.startsWith(own)) return front;
  const others = tabs.filter(({ url }) => !url?.startsWith(own));
  return others.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))[0];
}
