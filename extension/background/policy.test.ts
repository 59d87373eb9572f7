import { browser } from "../testing/chrome";
import { beforeEach, expect, test, vi } from "vitest";
import { freshBackground, openDatabase, saveSettings, SETTINGS, TOKEN } from "../testing/background";
import { callEngine } from "../testing/engine";

vi.mock("./engine", () => ({ callEngine }));

let setUp: typeof import("./set-up");

beforeEach(async () => {
  freshBackground();
  setUp = await import("./set-up");
});

const savedSettings = async () => (await openDatabase()).get("settings", "settings");

test("a policy rules over the agent's own settings, and is read anew for every use", async () => {
  await saveSettings();
  expect((await setUp.readSettings()).agent).toBe("ana.perez");
  browser.managed = { agent: "luis.gomez", dial_plan: { prefix: "9" } };
  const { agent, dial_plan } = await setUp.readSettings();
  expect([agent, dial_plan.prefix]).toEqual(["luis.gomez", "9"]);
  browser.managed = null;
  expect(await setUp.readSettings()).toEqual(SETTINGS);
});

test("a policy alone makes a browser ready but for the token", async () => {
  browser.managed = { ...SETTINGS };
  expect(await setUp.readSetUp()).toMatchObject({ settings: SETTINGS, readiness: "signed_out" });
  expect((await setUp.readSetUp()).policy.locked).toEqual(
    expect.arrayContaining(["agent", "campaigns", "dial_plan.never", "sites"]),
  );
});

test("a policy may name a host for the instance; an agent may not", async () => {
  await saveSettings();
  browser.managed = { instance: "ucontact.example.com" };
  expect(await setUp.readSetUp()).toMatchObject({ readiness: "signed_out", origin: "https://ucontact.example.com" });
  const settings = { ...SETTINGS, instance: "ucontact.example.com" };
  browser.managed = null;
  const faults = await setUp.saveSetUp({ settings, token: TOKEN, staySignedIn: false });
  expect(faults.map(({ field }) => field)).toEqual(["instance"]);
});

test("what is saved under a policy is the agent's own, whatever the form held", async () => {
  await saveSettings();
  browser.managed = { agent: "luis.gomez", sites: [] };
  const form = { ...(await setUp.readSettings()), extension: "1002", agent: "mallory" };
  expect(await setUp.saveSetUp({ settings: form, token: TOKEN, staySignedIn: false })).toEqual([]);
  expect(await savedSettings()).toEqual({ ...SETTINGS, extension: "1002" });
  expect((await setUp.readSettings()).agent).toBe("luis.gomez");
});

test("a policy that can't be read keeps calls from being placed, and says why", async () => {
  await saveSettings();
  browser.session = { token: TOKEN };
  browser.managed = { dial_plan: { countries: "MX" }, cancel_seconds: 99 };
  const { readiness, policy } = await setUp.readSetUp();
  expect(readiness).toBe("not_set_up");
  expect(policy.faults.map(({ field, rule }) => [field, rule.code])).toEqual([
    ["dial_plan.countries", "setting_type"],
    ["cancel_seconds", "range"],
  ]);
});

test("a name that this version doesn't know is told and stops nothing; a token in a policy is no token", async () => {
  await saveSettings();
  browser.managed = { token: TOKEN, of_tomorrow: true };
  const read = await setUp.readSetUp();
  expect(read).toMatchObject({ readiness: "signed_out", hasToken: false, policy: { locked: [] } });
  expect(read.policy.faults.map(({ field, got }) => [field, got])).toEqual([
    ["of_tomorrow", null],
    ["token", null],
  ]);
  expect(JSON.stringify(read)).not.toContain(TOKEN);
});

test("what is no number on a site is the organisation's to say where it rules the sites", async () => {
  const site = { site: "https://crm.example.com", show: "button", exclude: [], not_numbers: [] };
  await saveSettings();
  const { dismiss } = await import("./not-numbers");
  browser.managed = { pages: { sites: [site] } };
  expect(await dismiss("https://crm.example.com", "+525512345678")).toBe("locked");
  expect(await dismiss("https://other.example.com", "+525512345678")).toBe("locked");
  browser.managed = { pages: { in_code: true } };
  expect(await dismiss("https://crm.example.com", "+525512345678")).toBe("kept");
});

test("a token belongs to the instance it was given for: a policy that leads elsewhere, or no longer does, wipes it", async () => {
  const token = await import("./token");
  await setUp.saveSetUp({ settings: SETTINGS, token: TOKEN, staySignedIn: true });
  expect(await setUp.readSetUp()).toMatchObject({ hasToken: true });
  browser.managed = { instance: "corp" };
  expect(await setUp.readSetUp()).toMatchObject({ hasToken: false });
  expect(await token.readKept()).toBeUndefined();

  await setUp.saveSetUp({ settings: await setUp.readSettings(), token: TOKEN, staySignedIn: true });
  expect(await setUp.readSetUp()).toMatchObject({ hasToken: true, origin: "https://corp.ucontactcloud.com" });
  browser.managed = null;
  expect(await setUp.readSetUp()).toMatchObject({ hasToken: false, origin: "https://acme.ucontactcloud.com" });
});
