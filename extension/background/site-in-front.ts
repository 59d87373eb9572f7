/** What the popup changes of the site in front: whether its numbers are marked, and how. */
import type { Settings, Show } from "../generated/types";
import { api } from "../shared/browser";
import { withChoice } from "../shared/site-choice";
import { portless } from "../shared/sites";
import { changeSettings } from "./set-up";
import { syncSites, tellTabs } from "./sites";

export async function showSite(origin: string, show: Show): Promise<void> {
  const edit = (now: Settings): Settings => ({
    ...now,
    pages: { ...now.pages, sites: withChoice(now.pages.sites, origin, { show }) },
  });
  await changeSettings(edit, "pages.");
  await tellTabs();
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
  const add = (now: Settings): Settings =>
    now.sites.includes(origin) ? now : { ...now, sites: [...now.sites, origin] };
  await changeSettings(add, "sites.");
  await syncSites();
}
