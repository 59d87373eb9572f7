/** A background in its first moment: an empty database, a fresh browser, modules that remember nothing. */
import { browser, resetBrowser } from "./chrome";
import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { vi } from "vitest";
import type { QueueMember, Settings } from "../generated/types";
import type { Attempt, Entry, JoinAttempt, Opened } from "../shared/attempts";
import { defaultSettings, resetEngine } from "./engine";

export const TOKEN = "dG9rZW4=";

/** Settings without a fault. */
export const SETTINGS: Settings = {
  ...defaultSettings(),
  instance: "acme",
  agent: "ana.perez",
  extension: "1001",
  campaigns: [
    { name: "Ventas->", caller_id: "525550001000", more_caller_ids: [] },
    { name: "Sales->", caller_id: "525550002000", more_caller_ids: [] },
  ],
  default_region: "MX",
  sites: ["https://crm.example.com", "https://crm.example.com:8443"],
  cancel_seconds: 0,
};

export function freshBackground(): void {
  vi.resetModules();
  vi.stubGlobal("indexedDB", new IDBFactory());
  vi.stubGlobal("navigator", { onLine: true });
  resetBrowser();
  resetEngine();
}

export const openDatabase = async () => (await import("../shared/database")).withDatabase(async (db) => db);

export async function saveSettings(changed: Partial<Settings> = {}): Promise<void> {
  await (await openDatabase()).put("settings", { ...SETTINGS, ...changed }, "settings");
}

/** Set up, signed in and permitted: the next call would leave. */
export async function makeReady(changed: Partial<Settings> = {}): Promise<void> {
  await saveSettings(changed);
  browser.session = { token: TOKEN };
  browser.permitted = new Set(["https://acme.ucontactcloud.com/*"]);
}

export const journaled = async (id: string): Promise<Entry | undefined> =>
  (await openDatabase()).getFromIndex("journal", "id", id);

/** Makes the journal refuse entries in a state, as a full disk does. */
export function refuseEntries(...states: string[]): void {
  const put = IDBObjectStore.prototype.put;
  vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (this: IDBObjectStore, ...given) {
    const { state } = given[0] as { state?: string };
    if (state && states.includes(state)) throw new DOMException("full", "QuotaExceededError");
    return put.apply(this, given);
  });
}

const ENDED = {
  source: "popup",
  state: "ended",
  journaled: true,
  openedAt: 0,
  leavesAt: 0,
  sentAt: 0,
  endedAt: 0,
} as const;

export function anAttempt(changed: Partial<Attempt>): Attempt {
  const facts = { kind: "call", number: "+525512345678", shown: "+52 55 1234 5678", campaign: "Ventas->" } as const;
  return { id: crypto.randomUUID(), ...ENDED, ...facts, outcome: { state: "refused" }, ...changed } as Attempt;
}

export const aMember = (campaign: string, agent = "ana.perez"): QueueMember => ({
  agent,
  extension: "1001",
  campaign,
  penalty: 0,
  paused: false,
});

/** The attempt that was opened or joined, where nothing was asked. */
export function attemptOf(opened: Opened): Attempt {
  if (opened.how === "asks") throw new Error("asked");
  return opened.attempt;
}

export function aJoin(changed: Partial<JoinAttempt>): JoinAttempt {
  const facts = { kind: "join" as const, batch: "a batch", members: [aMember("Ventas->")] };
  return { id: crypto.randomUUID(), ...ENDED, ...facts, outcome: { state: "refused" }, ...changed } as JoinAttempt;
}
