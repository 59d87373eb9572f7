/** The settings: where they live, what of them and of the token may be saved, and what the pages are shown. */
import type { Fault, Settings } from "../generated/types";
import type { Readiness, SaveRequest, SetUp } from "../shared/messages";
import { database } from "./database";
import { callEngine } from "./engine";
import { keep, readKept, staysSignedIn, wipeToken } from "./token";

/** What a fresh profile starts with; the defaults' own home is core. */
export async function readSettings(): Promise<Settings> {
  const [saved, engine] = [await (await database()).get("settings", "settings"), await callEngine()];
  return saved ? engine.settingsFromSaved(saved) : engine.defaultSettings();
}

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

/** Saves the whole set-up or, where there are faults, nothing. A token belongs to its instance: another one leaves it behind. */
export async function saveSetUp({ settings, token, staySignedIn }: SaveRequest): Promise<Fault[]> {
  const engine = await callEngine();
  const faults = engine.settingsFaults(settings, token);
  if (faults.length > 0) return faults;
  const [from, to] = [(await readSettings()).instance, settings.instance].map((name) => engine.instanceOrigin(name));
  const kept = token === undefined ? await readKept() : { token };
  if (to !== from) await wipeToken();
  await (await database()).put("settings", settings, "settings");
  if (kept && (token !== undefined || to === from)) await keep(kept, staySignedIn);
  return [];
}
