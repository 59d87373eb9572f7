import { browser, OWN_ID } from "../testing/chrome";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { attemptOf, freshBackground, journaled, makeReady, saveSettings } from "../testing/background";
import { callEngine, placeCall } from "../testing/engine";
import type { CallOutcome } from "../generated/types";

vi.mock("./engine", () => ({ callEngine }));

const ORDER = { number: "+525512345678", shown: "+52 55 1234 5678", source: "popup" };
const PLACED: CallOutcome = { state: "placed", call_id: "3f2504e0-4f89-11d3-9a0c-0305e82c3301" };

let desk: typeof import("./call-desk");

beforeEach(async () => {
  freshBackground();
  desk = await import("./call-desk");
});

afterEach(() => vi.restoreAllMocks());

const OBSTACLES: [string, () => Promise<unknown>][] = [
  ["not_set_up", async () => saveSettings({ campaigns: [] })],
  ["signed_out", async () => (browser.session = {})],
  ["permission_missing", async () => browser.permitted.clear()],
  ["offline", async () => vi.stubGlobal("navigator", { onLine: false })],
];

test.each(OBSTACLES)("nothing is sent: %s", async (code, arrange) => {
  await makeReady();
  await arrange();
  const attempt = attemptOf(await desk.open(ORDER));
  expect(attempt).toMatchObject({ state: "ended", outcome: { state: "not_sent", reason: { code } } });
  expect(placeCall).not.toHaveBeenCalled();
  expect(await journaled(attempt.id)).toMatchObject({ state: "ended", outcome: attempt.outcome });
});

test("a first run is not set up", async () => {
  const { outcome } = attemptOf(await desk.open(ORDER));
  expect(outcome).toEqual({ state: "not_sent", reason: { code: "not_set_up" } });
});

test("a missing permission names the origin", async () => {
  await makeReady();
  browser.permitted.clear();
  const reason = { code: "permission_missing", origin: "https://acme.ucontactcloud.com" };
  expect(attemptOf(await desk.open(ORDER)).outcome).toEqual({ state: "not_sent", reason });
});

test("what a page's call needs is read once, for the check of its sender as well", async () => {
  await makeReady();
  placeCall.mockResolvedValue(PLACED);
  const reads = [
    vi.spyOn(chrome.storage.managed, "get"),
    vi.spyOn(chrome.storage.session, "get"),
    vi.spyOn(chrome.permissions, "contains"),
  ];
  const { answer } = await import("./answer");
  const from = { id: OWN_ID, origin: "https://crm.example.com", tab: { id: 7 } as chrome.tabs.Tab };
  const { number, shown } = ORDER;
  expect(await answer({ type: "call.open", number, shown }, from)).toMatchObject({
    ok: true,
    reply: { how: "opened" },
  });
  expect(placeCall).toHaveBeenCalledTimes(1);
  for (const read of reads) expect(read).toHaveBeenCalledTimes(1);
});

test("a permission is asked for once, and anew after one was taken back", async () => {
  await makeReady();
  placeCall.mockResolvedValue(PLACED);
  const asked = vi.spyOn(chrome.permissions, "contains");
  for (const number of ["+525512345671", "+525512345672"])
    await desk.outcome(attemptOf(await desk.open({ ...ORDER, number })).id);
  expect(asked).toHaveBeenCalledTimes(1);
  await chrome.permissions.remove({ origins: ["https://acme.ucontactcloud.com/*"] });
  expect(attemptOf(await desk.open(ORDER)).outcome).toMatchObject({ reason: { code: "permission_missing" } });
});

test("a machine that is offline still reaches a sandbox of its own", async () => {
  await makeReady({ instance: "http://127.0.0.1:8787" });
  browser.permitted = new Set(["http://127.0.0.1/*"]);
  vi.stubGlobal("navigator", { onLine: false });
  placeCall.mockResolvedValue(PLACED);
  const { id } = attemptOf(await desk.open(ORDER));
  expect(await desk.outcome(id)).toEqual(PLACED);
});
