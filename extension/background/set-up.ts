/** The settings and the token: where they live, and what may be saved. */
import type { Fault, Settings } from "../generated/types";
import { api } from "../shared/browser";
import type { Readiness, SaveRequest, SetUp } from "../shared/messages";
import { database } from "./database";
import { callEngine } from "./engine";

/** What a fresh profile starts with; the defaults' own home is core. */
export async function readSettings(): Promise<Settings> {
  const [saved, engine] = [await (await database()).get("settings", "settings"), await callEngine()];
  return saved ? engine.settingsFromSaved(saved) : engine.defaultSettings();
}

/** The token: of this browser session, or kept because the agent stays signed in. */
export async function readToken(): Promise<string | undefined> {
  const { token } = await api.storage.session.get("token");
  if (typeof token === "string") return token;
  return (await database()).get("secrets", "token");
}

async function writeToken(token: string, staySignedIn: boolean): Promise<void> {
  const db = await database();
  await api.storage.session.set({ token });
  if (staySignedIn) await db.put("secrets", token, "token");
  else await db.delete("secrets", "token");
}

export async function wipeToken(): Promise<void> {
  await api.storage.session.remove("token");
  await (await database()).delete("secrets", "token");
}

export async function readSetUp(): Promise<SetUp> {
  const [settings, token, engine] = [await readSettings(), await readToken(), await callEngine()];
  const staySignedIn = (await (await database()).count("secrets")) > 0;
  return {
    settings,
    readiness: readiness(engine.settingsFaults(settings), token),
    hasToken: token !== undefined,
    staySignedIn,
    origin: engine.instanceOrigin(settings.instance) ?? null,
  };
}

function readiness(faults: Fault[], token: string | undefined): Readiness {
  if (faults.length > 0) return "not_set_up";
  return token === undefined ? "signed_out" : "ready";
}

/** Saves the whole set-up or, where there are faults, nothing. A token belongs to its instance: a new one needs its own. */
export async function saveSetUp(request: SaveRequest): Promise<Fault[]> {
  const { settings, staySignedIn } = request;
  const engine = await callEngine();
  const [from, to] = [(await readSettings()).instance, settings.instance].map((name) => engine.instanceOrigin(name));
  // A faulty name leads nowhere: it has a fault of its own.
  const moved = to !== undefined && to !== from;
  const token = request.token ?? (moved ? undefined : await readToken());
  const faults = engine.settingsFaults(settings, token ?? "");
  if (faults.length > 0) return faults;
  if (moved) await wipeToken();
  await (await database()).put("settings", settings, "settings");
  await writeToken(token!, staySignedIn);
  return [];
}
