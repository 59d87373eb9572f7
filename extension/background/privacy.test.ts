import { browser } from "../testing/chrome";
import { beforeEach, expect, test, vi } from "vitest";
import { anAttempt, freshBackground, openDatabase, SETTINGS, TOKEN } from "../testing/background";
import { callEngine } from "../testing/engine";

const forbidRepeats = vi.hoisted(() => vi.fn());
vi.mock("./engine", () => ({ callEngine }));
vi.mock("./single-post", () => ({ forbidRepeats }));

let privacy: typeof import("./privacy");

beforeEach(async () => {
  freshBackground();
  privacy = await import("./privacy");
  const setUp = await import("./set-up");
  browser.permitted = new Set(["https://crm.example.com/*", "https://other.example.com/*"]);
  await setUp.saveSetUp({ settings: SETTINGS, token: TOKEN, staySignedIn: true });
  await (await openDatabase()).put("journal", anAttempt({}));
});

test("what is kept is counted", async () => {
  expect(await privacy.stored()).toEqual({ calls: 1, sites: 2, token: "computer" });
});

test("of everything nothing stays: settings, token, journal, permissions, content scripts", async () => {
  const sites = await import("./sites");
  await sites.syncSites();
  expect(browser.scripts).toHaveLength(1);
  await privacy.deleteAll();
  const db = await openDatabase();
  for (const store of db.objectStoreNames) expect(await db.count(store), store).toBe(0);
  expect([browser.session, [...browser.permitted], browser.scripts]).toEqual([{}, [], []]);
  expect(await privacy.stored()).toEqual({ calls: 0, sites: 0, token: "none" });
  expect(forbidRepeats).toHaveBeenCalled();
});

test("the token is gone even where the rest can't be deleted", async () => {
  vi.spyOn(chrome.permissions, "remove").mockRejectedValueOnce(new Error("no"));
  await expect(privacy.deleteAll()).rejects.toThrow();
  expect(await privacy.stored()).toMatchObject({ token: "none" });
});
