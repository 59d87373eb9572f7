import { browser } from "../testing/chrome";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { freshBackground, saveSettings } from "../testing/background";
import { callEngine } from "../testing/engine";

vi.mock("./engine", () => ({ callEngine }));

const SITE = "https://crm.example.com";

let desk: typeof import("./site-in-front");
let setUp: typeof import("./set-up");

beforeEach(async () => {
  freshBackground();
  await saveSettings({ sites: [] });
  [desk, setUp] = [await import("./site-in-front"), await import("./set-up")];
});

const sites = async (): Promise<string[]> => (await setUp.readSettings()).sites;

describe("a site that the agent wants", () => {
  test("is enabled where the browser permits it already, once", async () => {
    browser.permitted.add(`${SITE}/*`);
    await desk.wantSite(SITE);
    await desk.wantSite(SITE);
    expect(await sites()).toEqual([SITE]);
  });

  test("is enabled when the browser permits it later, though nobody waits for that any more", async () => {
    await desk.wantSite(SITE);
    expect(await sites()).toEqual([]);
    browser.permitted.add(`${SITE}/*`);
    await desk.enableWanted();
    expect(await sites()).toEqual([SITE]);
    await saveSettings({ sites: [] });
    await desk.enableWanted();
    expect(await sites()).toEqual([]);
  });

  test("is not enabled by the permission for another", async () => {
    await desk.wantSite(SITE);
    browser.permitted.add("https://other.example.com/*");
    await desk.enableWanted();
    expect(await sites()).toEqual([]);
  });
});

test("a site's numbers are shown as the agent says, and the rest of its choice stays", async () => {
  const choice = { site: SITE, show: "underline" as const, exclude: [".log"], not_numbers: [] };
  await saveSettings({ sites: [SITE], pages: { links: "all", in_code: false, sites: [choice] } });
  await desk.showSite(SITE, "off");
  expect((await setUp.readSettings()).pages.sites).toEqual([{ ...choice, show: "off" }]);
});
