/** The settings: where they live, what of them and of the token may be saved, and what the pages are shown. */
import type { CampaignSet, Fault, Overlay, Settings } from "../generated/types";
import type { Readiness, SaveRequest, SetUp } from "../shared/set-up";
import { withDatabase } from "../shared/database";
import { callEngine } from "./engine";
import { readPolicy } from "./policy";
import { keep, type Kept, readKeptFor, staysSignedIn, wipeToken } from "./token";

/** What holds: the agent's own settings under the administrator's policy. */
export async function readSettings(): Promise<Settings> {
  return (await underPolicy({})).settings;
}

/** All that is set up, read once for one use. */
export interface Held {
  overlay: Overlay;
  /** Where the instance's name leads; absent for a faulty one. */
  origin: string | undefined;
  /** The token, where there is one for this origin. */
  kept: Kept | undefined;
}

export async function readHeld(): Promise<Held> {
  const reading = underPolicy({});
  const leadsTo = Promise.all([callEngine(), reading]).then(([engine, { settings }]) =>
    engine.instanceOrigin(settings.instance),
  );
  const [overlay, origin, kept] = await Promise.all([reading, leadsTo, readKeptFor(leadsTo)]);
  return { overlay, origin, kept };
}

/** What would hold if the agent's own settings were changed so. */
export async function underPolicy(changed: Partial<Settings>): Promise<Overlay> {
  const [own, policy, engine] = await Promise.all([readOwn(), readPolicy(), callEngine()]);
  return engine.settingsUnder({ ...own, ...changed }, policy);
}

/** All that is wrong with settings under a policy, whoever has to mend it. */
export const faultsIn = ({ faults, other_faults }: Overlay): Fault[] => [...faults, ...other_faults];

/** Where an instance's name would lead, if it were saved; null for a faulty one. */
export async function originOf(instance: string): Promise<string | null> {
  const overlay = await underPolicy({ instance });
  if (faultsIn(overlay).some(({ field }) => field === "instance")) return null;
  return (await callEngine()).instanceOrigin(overlay.settings.instance) ?? null;
}

/** The faults of settings that are to be saved, and of the token where one is given. */
export async function faultsOf(settings: Settings, token?: string): Promise<Fault[]> {
  const [engine, policy] = await Promise.all([callEngine(), readPolicy()]);
  return engine.settingsFaults(settings, policy, token);
}

/** As they were read or saved last, for when the database is lost. */
let remembered: Settings | undefined;

/** What a fresh profile starts with; the defaults' own home is core. */
async function readOwn(): Promise<Settings> {
  const [saved, engine] = await Promise.all([withDatabase((db) => db.get("settings", "settings")), callEngine()]);
  if (!saved) return engine.defaultSettings();
  return (remembered = engine.settingsFromSaved(saved));
}

/** Writes the agent's own settings, as no policy changed them. */
export async function writeOwn(own: Settings): Promise<void> {
  await withDatabase((db) => db.put("settings", own, "settings"));
  remembered = own;
}

/** Saves settings as they are to hold; what the policy rules never becomes the agent's own. */
async function writeSettings(settings: Settings): Promise<void> {
  const [own, policy, engine] = await Promise.all([readOwn(), readPolicy(), callEngine()]);
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

export const readSetUp = (): Promise<SetUp> => readHeld().then(setUpOf);

/** What the pages are shown of it. */
export async function setUpOf({ overlay, kept, origin }: Held): Promise<SetUp> {
  const { settings, faults, unknown, given } = overlay;
  return {
    settings,
    readiness: readiness(faultsIn(overlay), kept !== undefined),
    hasToken: kept !== undefined,
    signedInAs: kept?.agent ?? null,
    staySignedIn: await staysSignedIn(),
    origin: origin ?? null,
    policy: { locked: given, faults: [...faults, ...unknown] },
  };
}

function readiness(faults: Fault[], hasToken: boolean): Readiness {
  if (faults.length > 0) return "not_set_up";
  return hasToken ? "ready" : "signed_out";
}

let changing: Promise<unknown> = Promise.resolve();

/** One change after the other: of two at once, one would be lost. */
function inTurn<T>(change: () => Promise<T>): Promise<T> {
  const turn = changing.then(change);
  changing = turn.catch(() => undefined);
  return turn;
}

/** Changes the settings as they hold now or, where there are faults below `path`, nothing; the token stays. */
export function changeSettings(edit: (now: Settings) => Settings, path?: string): Promise<Fault[]> {
  return inTurn(async () => {
    const changed = edit(await readSettings());
    const faults = (await faultsOf(changed)).filter(({ field }) => path !== undefined && field.startsWith(path));
    if (faults.length === 0) await writeSettings(changed);
    return faults;
  });
}

/** Saves the sets of campaigns; the rest of the settings stays. */
export const saveSets = (campaign_sets: CampaignSet[]): Promise<Fault[]> =>
  changeSettings((now) => ({ ...now, campaign_sets }), "campaign_sets.");

/** Saves the whole set-up or, where there are faults, nothing. A token belongs to its instance: another one leaves it behind. */
export function saveSetUp({ settings: wanted, base, token, staySignedIn }: SaveRequest): Promise<Fault[]> {
  return inTurn(async () => {
    const [engine, before] = await Promise.all([callEngine(), readHeld()]);
    // Others may have changed what this form was not meant to change.
    const settings = base ? engine.settingsRebased(wanted, base, before.overlay.settings) : wanted;
    const faults = await faultsOf(settings, token);
    if (faults.length > 0) return faults;
    const after = engine.settingsUnder(settings, await readPolicy()).settings;
    const isSame = engine.instanceOrigin(after.instance) === before.origin;
    const kept = token === undefined ? before.kept : { token };
    if (!isSame) await wipeToken();
    await writeSettings(settings);
    if (kept && (token !== undefined || isSame)) await keep(kept, staySignedIn);
    return [];
  });
}
