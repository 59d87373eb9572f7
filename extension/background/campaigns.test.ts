import { browser } from "../testing/chrome";
import { beforeEach, expect, test, vi } from "vitest";
import { freshBackground, makeReady, saveSettings, TOKEN } from "../testing/background";
import { addQueueMembers, callEngine } from "../testing/engine";
import type { QueueOutcome } from "../generated/types";

vi.mock("./engine", () => ({ callEngine }));

const ADDED: QueueOutcome = { state: "added" };
const member = (campaign: string) => ({ agent: "ana.perez", extension: "1001", campaign, penalty: 0, paused: false });

let join: typeof import("./campaigns").join;

beforeEach(async () => {
  freshBackground();
  ({ join } = await import("./campaigns"));
});

test("all campaigns are joined by one request", async () => {
  await makeReady();
  addQueueMembers.mockResolvedValue(ADDED);
  expect(await join(["Ventas->", "Sales->"])).toEqual(ADDED);
  expect(addQueueMembers.mock.calls).toEqual([["acme", TOKEN, [member("Ventas->"), member("Sales->")]]]);
});

test("joining while joining sends once and ends alike", async () => {
  await makeReady();
  addQueueMembers.mockResolvedValue({ state: "refused" });
  const outcomes = await Promise.all([join(["Ventas->"]), join(["Ventas->"])]);
  expect(outcomes).toEqual([{ state: "refused" }, { state: "refused" }]);
  expect(addQueueMembers).toHaveBeenCalledTimes(1);
});

test("joining after the end is a request of its own", async () => {
  await makeReady();
  addQueueMembers.mockRejectedValueOnce(new Error("closed")).mockResolvedValueOnce(ADDED);
  await join(["Ventas->"]);
  expect(await join(["Sales->"])).toEqual(ADDED);
  expect(addQueueMembers.mock.calls.map(([, , members]) => members)).toEqual([
    [member("Ventas->")],
    [member("Sales->")],
  ]);
});

test("a request that breaks off is never repeated, and its end is unknown", async () => {
  await makeReady();
  addQueueMembers.mockRejectedValue(new Error("closed"));
  expect(await join(["Ventas->"])).toEqual({ state: "unknown", reason: { code: "interrupted" } });
  expect(addQueueMembers).toHaveBeenCalledTimes(1);
});

const OBSTACLES: [string, () => unknown][] = [
  ["not_set_up", () => saveSettings({ extension: "12a" })],
  ["signed_out", () => (browser.session = {})],
  ["permission_missing", () => browser.permitted.clear()],
  ["offline", () => vi.stubGlobal("navigator", { onLine: false })],
];

test.each(OBSTACLES)("nothing is sent: %s", async (code, arrange) => {
  await makeReady();
  await arrange();
  expect(await join(["Ventas->"])).toMatchObject({ state: "not_sent", reason: { code } });
  expect(addQueueMembers).not.toHaveBeenCalled();
});
