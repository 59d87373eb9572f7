import { browser } from "../testing/chrome";
import { beforeEach, expect, test, vi } from "vitest";
import { freshBackground, openDatabase, saveSettings, SETTINGS, TOKEN } from "../testing/background";
import { callEngine, defaultSettings } from "../testing/engine";
import type { Fault } from "../generated/types";

vi.mock("./engine", () => ({ callEngine }));

let setUp: typeof import("./set-up");

beforeEach(async () => {
  freshBackground();
  setUp = await import("./set-up");
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
    staySignedIn: false,
    origin: "https://acme.ucontactcloud.com",
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
  expect(await setUp.readToken()).toBe(TOKEN);
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
  expect(await setUp.readToken()).toBe(TOKEN);
});

test("another instance needs its own token", async () => {
  await saveSignedIn(true);
  const faults = await setUp.saveSetUp({ settings: { ...SETTINGS, instance: "other" }, staySignedIn: true });
  expect(fields(faults)).toEqual(["token"]);
  expect((await savedSettings())?.instance).toBe("acme");
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
  expect(await setUp.readToken()).toBeUndefined();
});

test("a token is wiped wherever it was", async () => {
  await saveSignedIn(true);
  await setUp.wipeToken();
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

test("an empty or absent token saves nothing", async () => {
  expect(fields(await setUp.saveSetUp({ settings: SETTINGS, staySignedIn: true }))).toEqual(["token"]);
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
  await setUp.wipeToken();
  expect(browser.exposedStorage).toEqual([]);
});
