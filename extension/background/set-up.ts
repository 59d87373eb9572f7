/** The settings: where they live, what of them and of the token may be saved, and what the pages are shown. */
import type { CampaignSet, Fault, Overlay, Settings } from "../generated/types";
import type { Readiness, SaveRequest, SetUp } from "../shared/messages";
import { withDatabase } from "./database";
import { callEngine } from "./engine";
import { readPolicy } from "./policy";
import { keep, readKept, staysSignedIn, tieToken, wipeToken } from "./token";

/** What holds: the agent's own settings under the administrator's policy. */
export async function readSettings(): Promise<Settings> {
  return (await readOverlay()).settings;
}

async function readOverlay(): Promise<Overlay> {
  const overlay = await underPolicy({});
  const origin = (await callEngine()).instanceOrigin(overlay.settings.instance);
  if (origin !== undefined) await tieToken(origin);
  return overlay;
}

/** What would hold if the agent's own settings were changed so. */
export async function underPolicy(changed: Partial<Settings>): Promise<Overlay> {
  const [own, policy, engine] = [await readOwn(), await readPolicy(), await callEngine()];
  return engine.settingsUnder({ ...own, ...changed }, policy);
}

/** Where an instance's name would lead, if it were saved; null for a faulty one. */
export async function originOf(instance: string): Promise<string | null> {
  const { settings, faults, other_faults } = await underPolicy({ instance });
  const faulty = [...faults, ...other_faults].some(({ field }) => field === "instance");
  return faulty ? null : ((await callEngine()).instanceOrigin(settings.instance) ?? null);
}

/** The faults of settings that are to be saved, the token aside. */
export async function faultsOf(settings: Settings): Promise<Fault[]> {
  return (await callEngine()).settingsFaults(settings, await readPolicy());
}

/** As they were read or saved last, for when the database is lost. */
let remembered: Settings | undefined;

/** What a fresh profile starts with; the defaults' own home is core. */
async function readOwn(): Promise<Settings> {
  const [saved, engine] = [await withDatabase((db) => db.get("settings", "settings")), await callEngine()];
  if (!saved) return engine.defaultSettings();
  return (remembered = engine.settingsFromSaved(saved));
}

/** Writes the agent's own settings, as no policy changed them. */
export async function writeOwn(own: Settings): Promise<void> {
  await withDatabase((db) => db.put("settings", own, "settings"));
  remembered = own;
}

/** Saves settings as they are to hold; what the policy rules never becomes the agent's own. */
export async function writeSettings(settings: Settings): Promise<void> {
  const [own, policy, engine] = [await readOwn(), await readPolicy(), await callEngine()];
  await writeOwn(engine.settingsKeptUnder(settings, policy, own));
}

/** What can still be had of the agent's own settings, where the database can't be read any more. */
export const salvageSettings = (): Promise<Settings | undefined> =>
  withDatabase((db) => db.get("settings", "settings")).then(
    (saved) => saved ?? remembered,
    () => remembered,
  );

/** After this, nothing is left to salvage. */
export const forgetSettings = (): void => void (remembered = undefined);

export async function readSetUp(): Promise<SetUp> {
  const [overlay, kept, engine] = [await readOverlay(), await readKept(), await callEngine()];
  const { settings, faults, other_faults, unknown, given } = overlay;
  return {
    settings,
    readiness: readiness([...faults, ...other_faults], kept !== undefined),
    hasToken: kept !== undefined,
    signedInAs: kept?.agent ?? null,
    staySignedIn: await staysSignedIn(),
    origin: engine.instanceOrigin(settings.instance) ?? null,
    policy: { locked: given, faults: [...faults, ...unknown] },
  };
}

function readiness(faults: Fault[], hasToken: boolean): Readiness {
  if (faults.length > 0) return "not_set_up";
  return hasToken ? "ready" : "signed_out";
}

/** Saves settings that were changed without the options page, if what is done to pages has no fault; the token stays. */
export async function changeSettings(settings: Settings): Promise<boolean> {
  return (await change(settings, "pages.")).length === 0;
}

/** Saves the sets of campaigns; the rest of the settings stays. */
export const saveSets = async (campaign_sets: CampaignSet[]): Promise<Fault[]> =>
  change({ ...(await readSettings()), campaign_sets }, "campaign_sets.");

/** Saves settings of which only what lies below `path` was changed, or tells what is wrong there. */
async function change(settings: Settings, path: string): Promise<Fault[]> {
  const faults = (await faultsOf(settings)).filter(({ field }) => field.startsWith(path));
  if (faults.length === 0) await writeSettings(settings);
  return faults;
}

/** Saves the whole set-up or, where there are faults, nothing. A token belongs to its instance: another one leaves it behind. */
export async function saveSetUp({ settings, token, staySignedIn }: SaveRequest): Promise<Fault[]> {
  const [before, engine, policy] = [await readSettings(), await callEngine(), await readPolicy()];
  const faults = engine.settingsFaults(settings, policy, token);
  if (faults.length > 0) return faults;
  const after = engine.settingsUnder(settings, policy).settings;
  const [from, to] = [before, after].map(({ instance }) => engine.instanceOrigin(instance));
  const kept = token === undefined ? await readKept() : { token };
  if (to !== from) await wipeToken();
  await writeSettings(settings);
  if (kept && (token !== undefined || to === from)) await keep(kept, staySignedIn);
  return [];
}
