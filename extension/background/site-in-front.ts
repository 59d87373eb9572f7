/** The site of the page that the agent looks at: whether its numbers are marked, and how, for the popup to change. */
import type { Settings, Show } from "../generated/types";
import { api } from "../shared/browser";
import type { SiteInFront } from "../shared/messages";
import { choiceFor, withChoice } from "../shared/site-choice";
import { originOf, portless } from "../shared/sites";
import { changeSettings, type Held } from "./set-up";
import { syncSites } from "./sites";
import { tabInFront } from "./tabs";

/** Null where the browser doesn't tell: it names the pages of permitted sites only. */
export async function siteInFront(held: () => Promise<Held>): Promise<SiteInFront | null> {
  const origin = originOf((await tabInFront())?.url ?? "");
  if (origin === null) return null;
  const { settings, given } = (await held()).overlay;
  const enabled = settings.sites.some((site) => originOf(site) === origin);
  return { origin, enabled, show: choiceFor(settings.pages.sites, origin).show, locked: given };
}

export async function showSite(origin: string, show: Show): Promise<void> {
  const edit = (now: Settings): Settings => ({
    ...now,
    pages: { ...now.pages, sites: withChoice(now.pages.sites, origin, { show }) },
  });
  await changeSettings(edit, "pages.");
  await syncSites();
}

const WANTED = "wantedSite";

/** Enables a site as soon as the browser permits it, which may be after the popup that asked is gone. */
export async function wantSite(origin: string): Promise<void> {
  await api.storage.session.set({ [WANTED]: origin });
  await enableWanted();
}

/** Adds the site that the agent wanted, where it is permitted by now. */
export async function enableWanted(): Promise<void> {
  const { [WANTED]: origin } = (await api.storage.session.get(WANTED)) as { [WANTED]?: string };
  if (!origin || !(await api.permissions.contains({ origins: [portless(origin)] }))) return;
  await api.storage.session.remove(WANTED);
  const isThere = ({ sites }: Settings): boolean => sites.some((site) => originOf(site) === origin);
  await changeSettings((now) => (isThere(now) ? now : { ...now, sites: [...now.sites, `${origin}/*`] }), "sites.");
  await syncSites();
}
