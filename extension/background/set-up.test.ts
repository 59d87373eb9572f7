import { browser } from "../testing/chrome";
import { beforeEach, expect, test, vi } from "vitest";
import { freshBackground, openDatabase, saveSettings, SETTINGS, TOKEN } from "../testing/background";
import { callEngine, defaultSettings } from "../testing/engine";
import type { Fault } from "../generated/types";

vi.mock("./engine", () => ({ callEngine }));

let setUp: typeof import("./set-up");
let token: typeof import("./token");

beforeEach(async () => {
  freshBackground();
  setUp = await import("./set-up");
  token = await import("./token");
});

const keptToken = async () => (await openDatabase()).get("secrets", "token");
const savedSettings = async () => (await openDatabase()).get("settings", "settings");
const fields = (faults: Fault[]): string[] => faults.map(({ field }) => field);
const saveSignedIn = (staySignedIn = false) => setUp.saveSetUp({ settings: SETTINGS, token: TOKEN, staySignedIn });

test("a fresh profile starts with core's defaults and isn't set up", async () => {
  expect(await setUp.readSettings()).toEqual(defaultSettings());
  expect(await setUp.readSetUp()).toMatchObject({ readiness: "not_set_up", hasToken: false, origin: null });
});

test("a set-up without faults is saved whole", async () => {
  expect(await saveSignedIn()).toEqual([]);
  expect(await setUp.readSetUp()).toEqual({
    settings: SETTINGS,
    readiness: "ready",
    hasToken: true,
    signedInAs: null,
    staySignedIn: false,
    origin: "https://acme.ucontactcloud.com",
    policy: { locked: [], faults: [] },
  });
});

test("what the pages are shown never holds the token", async () => {
  await saveSignedIn(true);
  expect(JSON.stringify(await setUp.readSetUp())).not.toContain(TOKEN);
});

test("the token stays in memory", async () => {
  await saveSignedIn();
  expect(browser.session).toEqual({ token: TOKEN });
  expect(await keptToken()).toBeUndefined();
});

test("an agent who stays signed in finds the token in the next session", async () => {
  await saveSignedIn(true);
  expect(await keptToken()).toBe(TOKEN);
  browser.session = {};
  expect((await token.readKept())?.token).toBe(TOKEN);
  expect(await setUp.readSetUp()).toMatchObject({ readiness: "ready", staySignedIn: true });
});

test("an agent who no longer stays signed in keeps the token for this session alone", async () => {
  await saveSignedIn(true);
  expect(await setUp.saveSetUp({ settings: SETTINGS, staySignedIn: false })).toEqual([]);
  expect(await keptToken()).toBeUndefined();
  expect(browser.session).toEqual({ token: TOKEN });
});

test("saving without a new token keeps the one there is", async () => {
  await saveSignedIn();
  expect(await setUp.saveSetUp({ settings: { ...SETTINGS, agent: "luis.gomez" }, staySignedIn: false })).toEqual([]);
  expect((await token.readKept())?.token).toBe(TOKEN);
});

test("another instance leaves the token behind", async () => {
  await saveSignedIn(true);
  expect(await setUp.saveSetUp({ settings: { ...SETTINGS, instance: "other" }, staySignedIn: true })).toEqual([]);
  expect(await setUp.readSetUp()).toMatchObject({ readiness: "signed_out", hasToken: false });
  expect(browser.session).toEqual({});
  expect(await keptToken()).toBeUndefined();
});

test("the same instance in other letters is the same", async () => {
  await saveSignedIn();
  expect(await setUp.saveSetUp({ settings: { ...SETTINGS, instance: "ACME" }, staySignedIn: false })).toEqual([]);
  expect((await token.readKept())?.token).toBe(TOKEN);
});

test("a set-up can be saved before anybody signs in", async () => {
  expect(await setUp.saveSetUp({ settings: SETTINGS, staySignedIn: true })).toEqual([]);
  expect(await setUp.readSetUp()).toMatchObject({ readiness: "signed_out", hasToken: false, staySignedIn: false });
});

test("who signed in is kept beside the token, and forgotten with it", async () => {
  await saveSettings();
  for (const staySignedIn of [false, true]) {
    await token.keep({ token: TOKEN, agent: "ana.perez" }, staySignedIn);
    expect(await setUp.readSetUp()).toMatchObject({ signedInAs: "ana.perez", staySignedIn });
  }
  browser.session = {};
  expect(await token.readKept()).toEqual({ token: TOKEN, agent: "ana.perez" });
  expect(await setUp.saveSetUp({ settings: SETTINGS, staySignedIn: false })).toEqual([]);
  expect(await token.readKept()).toEqual({ token: TOKEN, agent: "ana.perez" });
  expect(await setUp.saveSetUp({ settings: SETTINGS, token: "bmV3", staySignedIn: true })).toEqual([]);
  expect(await token.readKept()).toEqual({ token: "bmV3" });
  browser.session = {};
  expect(await token.readKept()).toEqual({ token: "bmV3" });
});

test("one place that can't be wiped keeps none of the others", async () => {
  await saveSignedIn(true);
  vi.spyOn(chrome.storage.session, "remove").mockRejectedValueOnce(new Error("gone"));
  await expect(token.wipeToken()).rejects.toThrow("gone");
  expect(await keptToken()).toBeUndefined();
});

test("another instance with its token leaves nothing of the old token", async () => {
  await saveSignedIn(true);
  const settings = { ...SETTINGS, instance: "other" };
  expect(await setUp.saveSetUp({ settings, token: "bmV3", staySignedIn: false })).toEqual([]);
  expect(browser.session).toEqual({ token: "bmV3" });
  expect(await keptToken()).toBeUndefined();
});

test("another instance never stands beside the old token, not even where the browser fails in between", async () => {
  await saveSignedIn(true);
  vi.spyOn(chrome.storage.session, "set").mockRejectedValueOnce(new Error("quota"));
  const settings = { ...SETTINGS, instance: "other" };
  await expect(setUp.saveSetUp({ settings, token: "bmV3", staySignedIn: true })).rejects.toThrow();
  expect((await setUp.readSettings()).instance).toBe("other");
  expect((await token.readKept())?.token).toBeUndefined();
});

test("a token is wiped wherever it was", async () => {
  await saveSignedIn(true);
  await token.wipeToken();
  expect(browser.session).toEqual({});
  expect(await keptToken()).toBeUndefined();
  expect(await setUp.readSetUp()).toMatchObject({ readiness: "signed_out", hasToken: false, staySignedIn: false });
});

test.each([
  ["instance", { instance: "acme/evil" }],
  ["extension", { extension: "12a" }],
  ["campaigns", { campaigns: [] }],
  ["sites.0", { sites: ["ftp://crm.example.com/*"] }],
])("a fault in %s saves nothing", async (field, changed) => {
  await saveSignedIn();
  const settings = { ...SETTINGS, ...changed, agent: "luis.gomez" };
  const faults = await setUp.saveSetUp({ settings, token: "bmV3", staySignedIn: true });
  expect(fields(faults)).toEqual([field]);
  expect(await savedSettings()).toEqual(SETTINGS);
  expect(browser.session).toEqual({ token: TOKEN });
  expect(await keptToken()).toBeUndefined();
});

test("a form that was open meanwhile takes nothing back that it did not change", async () => {
  await saveSignedIn();
  const base = await setUp.readSettings();
  const { dismiss } = await import("./not-numbers");
  expect(await dismiss("https://crm.example.com", "+525512345678")).toBe("kept");
  await setUp.changeSettings((now) => ({ ...now, extension: "1009" }));
  const settings = { ...base, agent: "luis.gomez" };
  expect(await setUp.saveSetUp({ settings, base, staySignedIn: false })).toEqual([]);
  const { agent, extension, pages } = await setUp.readSettings();
  expect([agent, extension, pages.sites[0]?.not_numbers]).toEqual(["luis.gomez", "1009", ["+525512345678"]]);
});

test("of changes in one moment none is lost", async () => {
  await saveSignedIn();
  const base = await setUp.readSettings();
  await Promise.all([
    setUp.changeSettings((now) => ({ ...now, extension: "1009" })),
    setUp.saveSetUp({ settings: { ...base, context: "agents" }, base, staySignedIn: false }),
    setUp.changeSettings((now) => ({ ...now, agent: "luis.gomez" })),
  ]);
  expect(await setUp.readSettings()).toMatchObject({ extension: "1009", context: "agents", agent: "luis.gomez" });
});

test("a change with a fault that stands in the way changes nothing", async () => {
  await saveSignedIn();
  const faults = await setUp.changeSettings((now) => ({ ...now, agent: "" }), "agent");
  expect(fields(faults)).toEqual(["agent"]);
  expect(await savedSettings()).toEqual(SETTINGS);
});

test("an empty token saves nothing", async () => {
  expect(fields(await setUp.saveSetUp({ settings: SETTINGS, token: "", staySignedIn: true }))).toEqual(["token"]);
  expect(await savedSettings()).toBeUndefined();
  expect(browser.session).toEqual({});
});

test("an engine that fails saves nothing", async () => {
  await saveSettings();
  callEngine.mockRejectedValue(new Error("no memory"));
  const settings = { ...SETTINGS, agent: "luis.gomez" };
  await expect(setUp.saveSetUp({ settings, token: TOKEN, staySignedIn: true })).rejects.toThrow();
  expect(await savedSettings()).toEqual(SETTINGS);
  expect(browser.session).toEqual({});
});

test("nothing goes into storage that content scripts can read", async () => {
  await saveSignedIn(true);
  await setUp.readSetUp();
  await setUp.saveSetUp({ settings: { ...SETTINGS, instance: "other" }, token: "bmV3", staySignedIn: false });
  await token.wipeToken();
  expect(browser.exposedStorage).toEqual([]);
});

test("sets of campaigns are saved beside the rest, whatever else is faulty, and not with a fault of their own", async () => {
  await saveSettings({ extension: "12a" });
  const set = { name: "Morning shift", campaigns: ["Inbound"], penalty: 1, paused: true };
  expect(await setUp.saveSets([set])).toEqual([]);
  expect(await savedSettings()).toEqual({ ...SETTINGS, extension: "12a", campaign_sets: [set] });
  expect(fields(await setUp.saveSets([set, set]))).toEqual(["campaign_sets.1.name"]);
  expect((await savedSettings())!.campaign_sets).toEqual([set]);
});
