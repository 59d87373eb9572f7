/** The dev build alone: starts with the settings of a file beside the manifest, so that a fresh profile is ready at once. */
import { api } from "../shared/browser";
import type { Campaign, CampaignSet, DialPlan, PageSettings, Settings } from "../generated/types";
import { readSettings, saveSetUp } from "./set-up";

interface DevSettings {
  instance_url: string;
  /** Empty: nobody is signed in. */
  token: string;
  agent: string;
  extension: string;
  context: string;
  campaigns: Campaign[];
  campaign_sets?: CampaignSet[];
  default_region: string;
  sites: string[];
  cancel_seconds: number;
  /** What is missing in it has its default. */
  dial_plan?: DialPlan;
  pages?: PageSettings;
}

const LOADED = "devSettingsLoaded";

/** Loads the file once a browser session, so that what is changed by hand stays; true when it was loaded now. */
export async function loadDevSettings(): Promise<boolean> {
  if ((await api.storage.session.get(LOADED))[LOADED]) return false;
  const file = await fetch(api.runtime.getURL("dev-settings.json")).catch(() => undefined);
  if (!file?.ok) return false;
  const { instance_url, token, ...rest } = (await file.json()) as DevSettings;
  const settings: Settings = { ...(await readSettings()), ...rest, instance: instance_url };
  const faults = await saveSetUp({ settings, ...(token && { token }), staySignedIn: false });
  if (faults.length > 0) console.error("dev-settings.json", faults);
  await api.storage.session.set({ [LOADED]: true });
  return faults.length === 0;
}
