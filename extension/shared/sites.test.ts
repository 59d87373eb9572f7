import "../testing/chrome";
import { describe, expect, test } from "vitest";
import { SETTINGS } from "../testing/background";
import { settingsFaults } from "../testing/engine";
import { originOf, portless } from "./sites";

describe("the origin of a site", () => {
  test.each([
    ["https://crm.example.com/*", "https://crm.example.com"],
    ["https://crm.example.com", "https://crm.example.com"],
    ["https://crm.example.com/", "https://crm.example.com"],
    ["https://CRM.Example.com/*", "https://crm.example.com"],
    ["https://crm.example.com:443/*", "https://crm.example.com"],
    ["https://crm.example.com:8443/*", "https://crm.example.com:8443"],
    ["http://127.0.0.1:8080/*", "http://127.0.0.1:8080"],
    ["http://[::1]:8080/*", "http://[::1]:8080"],
  ])("%s → %s", (site, origin) => expect(originOf(site)).toBe(origin));

  test.each([
    "",
    "crm.example.com",
    "https://",
    "ftp://crm.example.com/*",
    "javascript:alert(1)",
    "data:text/html,x",
    "file:///etc/passwd",
    "<all_urls>",
    "*://*/*",
    "https://*/*",
    "https://*.example.com/*",
    "https://*",
    "https://crm*/*",
  ])("%s has none", (site) => expect(originOf(site)).toBeNull());
});

test.each(["https://*/*", "https://*.example.com/*", "*://*/*", "ftp://crm.example.com/*", ""])(
  "core faults %s too",
  (site) => expect(settingsFaults({ ...SETTINGS, sites: [site] }, null).map(({ field }) => field)).toEqual(["sites.0"]),
);

describe("the match pattern of a site covers every port and nothing else", () => {
  test.each([
    ["https://crm.example.com/*", "https://crm.example.com/*"],
    ["https://crm.example.com:8443/*", "https://crm.example.com/*"],
    ["http://127.0.0.1:8080/*", "http://127.0.0.1/*"],
    ["https://acme.ucontactcloud.com", "https://acme.ucontactcloud.com/*"],
  ])("%s → %s", (site, pattern) => expect(portless(site)).toBe(pattern));

  test.each(["nonsense", "https://*/*", "<all_urls>"])("%s → a host that can't be", (site) =>
    expect(portless(site)).toBe("http://invalid./*"),
  );
});
