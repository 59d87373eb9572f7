import { browser } from "../testing/chrome";
import { beforeEach, expect, test, vi } from "vitest";
import { freshBackground, saveSettings } from "../testing/background";
import { callEngine } from "../testing/engine";

vi.mock("./engine", () => ({ callEngine }));

let sites: typeof import("./sites");
let readSettings: typeof import("./set-up").readSettings;

beforeEach(async () => {
  freshBackground();
  sites = await import("./sites");
  ({ readSettings } = await import("./set-up"));
});

const permit = (...patterns: string[]) => (browser.permitted = new Set(patterns));
const registered = () => browser.scripts.map(({ matches }) => matches);

test.each([
  ["https://crm.example.com", true],
  ["https://crm.example.com:8443", true],
  ["https://crm.example.com:9443", false],
  ["http://crm.example.com", false],
  ["https://example.com", false],
  ["https://crm.example.com.evil.test", false],
  ["null", false],
  ["", false],
])("%s is enabled: %s", async (origin, enabled) => {
  await saveSettings({ sites: ["https://crm.example.com", "https://crm.example.com:8443"] });
  expect(sites.isEnabled(await readSettings(), origin)).toBe(enabled);
});

test("no site is enabled on a first run", async () => {
  expect(sites.isEnabled(await readSettings(), "https://crm.example.com")).toBe(false);
});

test("the content script is registered once for all ports of a host", async () => {
  permit("https://crm.example.com/*", "http://intranet/*");
  await saveSettings({
    sites: ["https://crm.example.com/*", "https://crm.example.com:8443/*", "http://intranet:8080/*"],
  });
  await sites.syncSites();
  expect(registered()).toEqual([["https://crm.example.com/*", "http://intranet/*"]]);
  expect(browser.scripts[0]).toMatchObject({
    js: ["content/main.js"],
    css: ["content/marks.css"],
    allFrames: true,
    matchOriginAsFallback: true,
    runAt: "document_start",
    persistAcrossSessions: true,
  });
});

test("a host that the browser doesn't permit is left out", async () => {
  permit("https://crm.example.com/*");
  await saveSettings({ sites: ["https://crm.example.com/*", "https://other.example.com/*"] });
  await sites.syncSites();
  expect(registered()).toEqual([["https://crm.example.com/*"]]);
});

test("a changed list replaces the registration", async () => {
  permit("https://crm.example.com/*", "https://other.example.com/*");
  await saveSettings({ sites: ["https://crm.example.com/*"] });
  await sites.syncSites();
  await saveSettings({ sites: ["https://other.example.com/*"] });
  await sites.syncSites();
  expect(registered()).toEqual([["https://other.example.com/*"]]);
});

test("with the last site the registration goes", async () => {
  permit("https://crm.example.com/*");
  await saveSettings({ sites: ["https://crm.example.com/*"] });
  await sites.syncSites();
  await saveSettings({ sites: [] });
  await sites.syncSites();
  expect(registered()).toEqual([]);
});

test("a permission that is withdrawn ends the registration", async () => {
  permit("https://crm.example.com/*");
  await saveSettings({ sites: ["https://crm.example.com/*"] });
  await sites.syncSites();
  permit();
  await sites.syncSites();
  expect(registered()).toEqual([]);
});

test("open tabs of the sites are entered, and every tab is told", async () => {
  browser.tabs = [
    { id: 1, url: "https://crm.example.com/contacts" },
    { id: 2, url: "https://other.example.com/" },
    { id: 3, url: "https://crm.example.com:8443/" },
  ];
  permit("https://crm.example.com/*");
  await saveSettings({ sites: ["https://crm.example.com/*"] });
  await sites.syncSites();
  expect(browser.entered).toEqual([1, 3]);
  expect(browser.told).toEqual([1, 2, 3]);
});

test("without a site no tab is entered", async () => {
  browser.tabs = [{ id: 1, url: "https://crm.example.com/contacts" }];
  await saveSettings({ sites: [] });
  await sites.syncSites();
  expect(browser.entered).toEqual([]);
  expect(browser.told).toEqual([1]);
});

test("the content script is registered at every moment of a change, for pages that load meanwhile", async () => {
  permit("https://crm.example.com/*");
  await saveSettings({ sites: ["https://crm.example.com/*"] });
  await sites.syncSites();
  const gaps = vi.spyOn(chrome.scripting, "unregisterContentScripts");
  await sites.syncSites();
  expect(gaps).not.toHaveBeenCalled();
  expect(registered()).toEqual([["https://crm.example.com/*"]]);
});

test("two changes at once end in the later one", async () => {
  permit("https://crm.example.com/*", "https://other.example.com/*");
  await saveSettings({ sites: ["https://crm.example.com/*"] });
  await sites.syncSites();
  const first = sites.syncSites();
  await saveSettings({ sites: ["https://other.example.com/*"] });
  await Promise.all([first, sites.syncSites(), sites.syncSites()]);
  expect(registered()).toEqual([["https://other.example.com/*"]]);
});

test("a tab that is gone by now, and a change that failed, keep no later change from being made", async () => {
  browser.tabs = [{ id: 1, url: "https://crm.example.com/" }];
  permit("https://crm.example.com/*");
  await saveSettings({ sites: ["https://crm.example.com/*"] });
  vi.spyOn(chrome.tabs, "sendMessage").mockRejectedValueOnce(new Error("Could not establish connection"));
  vi.spyOn(chrome.scripting, "executeScript").mockRejectedValueOnce(new Error("No tab with id: 1"));
  await sites.syncSites();
  vi.spyOn(chrome.scripting, "updateContentScripts").mockRejectedValueOnce(new Error("not fully registered"));
  vi.spyOn(chrome.scripting, "registerContentScripts").mockRejectedValueOnce(new Error("shutting down"));
  await expect(sites.syncSites()).rejects.toThrow("shutting down");
  await sites.syncSites();
  expect(registered()).toEqual([["https://crm.example.com/*"]]);
});
