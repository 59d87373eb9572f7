/** A background in its first moment: an empty database, a fresh browser, modules that remember nothing. */
import { browser, resetBrowser } from "./chrome";
import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { vi } from "vitest";
import type { Settings } from "../generated/types";
import type { Attempt } from "../shared/messages";
import { defaultSettings, resetEngine } from "./engine";

export const TOKEN = "dG9rZW4=";

/** Settings without a fault. */
export const SETTINGS: Settings = {
  ...defaultSettings(),
  instance: "acme",
  agent: "ana.perez",
  extension: "1001",
  campaigns: [
    { name: "Ventas->", caller_id: "525550001000" },
    { name: "Sales->", caller_id: "525550002000" },
  ],
  default_region: "MX",
  sites: ["https://crm.example.com/*", "https://crm.example.com:8443/*"],
  cancel_seconds: 0,
};

export function freshBackground(): void {
  vi.resetModules();
  vi.stubGlobal("indexedDB", new IDBFactory());
  vi.stubGlobal("navigator", { onLine: true });
  resetBrowser();
  resetEngine();
}

export const openDatabase = async () => (await import("../background/database")).database();

export async function saveSettings(changed: Partial<Settings> = {}): Promise<void> {
  await (await openDatabase()).put("settings", { ...SETTINGS, ...changed }, "settings");
}

/** Set up, signed in and permitted: the next call would leave. */
export async function makeReady(changed: Partial<Settings> = {}): Promise<void> {
  await saveSettings(changed);
  browser.session = { token: TOKEN };
  browser.permitted = new Set(["https://acme.ucontactcloud.com/*"]);
}

export const journaled = async (id: string): Promise<Attempt | undefined> => (await openDatabase()).get("attempts", id);

export function anAttempt(changed: Partial<Attempt>): Attempt {
  return {
    id: crypto.randomUUID(),
    number: "+525512345678",
    shown: "+52 55 1234 5678",
    campaign: "Ventas->",
    source: "https://crm.example.com",
    openedAt: 0,
    leavesAt: 0,
    state: "ended",
    outcome: { state: "refused" },
    ...changed,
  };
}
