import { browser } from "../testing/chrome";
import { beforeEach, expect, test, vi } from "vitest";
import { freshBackground, makeReady, saveSettings, TOKEN } from "../testing/background";
import { callEngine } from "../testing/engine";

vi.mock("../background/engine", () => ({ callEngine }));

let left: typeof import("./left-set-up");
let badge: typeof import("../background/badge");

beforeEach(async () => {
  freshBackground();
  await makeReady();
  [left, badge] = [await import("./left-set-up"), await import("../background/badge")];
});

test("the set-up is left as it is by whatever draws the button, without the token", async () => {
  await badge.refreshBadge();
  expect(await left.leftSetUp()).toMatchObject({ readiness: "ready", hasToken: true });
  expect(JSON.stringify(await left.leftSetUp())).not.toContain(TOKEN);
  await chrome.storage.session.remove("token");
  await badge.refreshBadge();
  expect(await left.leftSetUp()).toMatchObject({ readiness: "signed_out" });
});

test("nothing is left where nothing is set up any more", async () => {
  await badge.refreshBadge();
  await saveSettings({ agent: "" });
  await badge.refreshBadge();
  expect(browser.session).not.toHaveProperty("setUp");
});

test("what is left already is not written again while calls go on", async () => {
  await badge.refreshBadge();
  const set = vi.spyOn(chrome.storage.session, "set");
  await badge.refreshBadge();
  expect(set).not.toHaveBeenCalled();
});
