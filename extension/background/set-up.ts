/** The settings: where they live, what of them and of the token may be saved, and what the pages are shown. */
import type { Fault, Settings } from "../generated/types";
import type { Readiness, SaveRequest, SetUp } from "../shared/messages";
import { withDatabase } from "./database";
import { callEngine } from "./engine";
import { keep, readKept, staysSignedIn, wipeToken } from "./token";

/** As they were read or saved last, for when the database is lost. */
let remembered: Settings | undefined;

/** What a fresh profile starts with; the defaults' own home is core. */
export async function readSettings(): Promise<Settings> {
  const [saved, engine] = [await withDatabase((db) => db.get("settings", "settings")), await callEngine()];
  if (!saved) return engine.defaultSettings();
  return (remembered = engine.settingsFromSaved(saved));
}

export async function writeSettings(settings: Settings): Promise<void> {
  await withDatabase((db) => db.put("settings", settings, "settings"));
  remembered = settings;
}

/** What can still be had of the settings, where the database can't be read any more. */
export const salvageSettings = (): Promise<Settings | undefined> =>
  withDatabase((db) => db.get("settings", "settings")).then(
    (saved) => saved ?? remembered,
    () => remembered,
  );

export async function readSetUp(): Promise<SetUp> {
  const [settings, kept, engine] = [await readSettings(), await readKept(), await callEngine()];
  return {
    settings,
    readiness: readiness(engine.settingsFaults(settings), kept !== undefined),
    hasToken: kept !== undefined,
    signedInAs: kept?.agent ?? null,
    staySignedIn: await staysSignedIn(),
    origin: engine.instanceOrigin(settings.instance) ?? null,
  };
}

function readiness(faults: Fault[], hasToken: boolean): Readiness {
  if (faults.length > 0) return "not_set_up";
  return hasToken ? "ready" : "signed_out";
}

/** Saves settings that were changed without the options page, if what is done to pages has no fault; the token stays. */
export async function changeSettings(settings: Settings): Promise<boolean> {
  const faults = (await callEngine()).settingsFaults(settings);
  if (faults.some(({ field }) => field.startsWith("pages."))) return false;
  await writeSettings(settings);
  return true;
}

/** Saves the whole set-up or, where there are faults, nothing. A token belongs to its instance: another one leaves it behind. */
export async function saveSetUp({ settings, token, staySignedIn }: SaveRequest): Promise<Fault[]> {
  const engine = await callEngine();
  const faults = engine.settingsFaults(settings, token);
  if (faults.length > 0) return faults;
  const [from, to] = [(await readSettings()).instance, settings.instance].map((name) => engine.instanceOrigin(name));
  const kept = token === undefined ? await readKept() : { token };
  if (to !== from) await wipeToken();
  await writeSettings(settings);
  if (kept && (token !== undefined || to === from)) await keep(kept, staySignedIn);
  return [];
}
