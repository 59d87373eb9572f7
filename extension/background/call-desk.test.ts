import { browser } from "../testing/chrome";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { freshBackground, journaled, makeReady, openDatabase, SETTINGS, TOKEN } from "../testing/background";
import { callEngine, placeCall } from "../testing/engine";
import type { CallOutcome } from "../generated/types";
import type { Order } from "./call-desk";

vi.mock("./engine", () => ({ callEngine }));

const ORDER: Order = { number: "+525512345678", shown: "+52 55 1234 5678", source: "https://crm.example.com" };
const PLACED: CallOutcome = { state: "placed", call_id: "3f2504e0-4f89-11d3-9a0c-0305e82c3301" };
const INTERRUPTED: CallOutcome = { state: "unknown", reason: { code: "interrupted" } };
const notSent = (code: string) => ({ state: "not_sent", reason: { code } });

let desk: typeof import("./call-desk");

beforeEach(async () => {
  freshBackground();
  desk = await import("./call-desk");
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Opens an attempt and waits for its end. */
async function callAndWait(order: Order = ORDER): Promise<CallOutcome> {
  return desk.outcome((await desk.open(order)).id);
}

/** Makes the journal refuse entries in a state. */
async function refuseEntries(state: string): Promise<void> {
  vi.spyOn(await openDatabase(), "put").mockImplementation(async (...[, value]: unknown[]) => {
    if ((value as { state: string }).state === state) throw new DOMException("full", "QuotaExceededError");
    return "";
  });
}

/** Lets everything run that waits for no timer. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

test("a call is sent once, with the settings, the token, the campaign and the number", async () => {
  await makeReady();
  placeCall.mockResolvedValue(PLACED);
  expect(await callAndWait()).toEqual(PLACED);
  expect(placeCall.mock.calls).toEqual([[SETTINGS, TOKEN, "Ventas->", "+525512345678"]]);
});

test("the campaign chosen in the popup goes before the first one", async () => {
  await makeReady();
  placeCall.mockResolvedValue(PLACED);
  await callAndWait({ ...ORDER, campaign: "Sales->" });
  expect(placeCall.mock.calls[0]?.[2]).toBe("Sales->");
});

test("two orders in one moment are one call", async () => {
  await makeReady();
  placeCall.mockResolvedValue(PLACED);
  const [first, second] = await Promise.all([desk.open(ORDER), desk.open({ ...ORDER, number: "+525599999999" })]);
  expect(second.id).toBe(first.id);
  expect(second.number).toBe(ORDER.number);
  expect(await desk.outcome(first.id)).toEqual(PLACED);
  expect(placeCall).toHaveBeenCalledTimes(1);
});

test("an order while a call is being sent joins it", async () => {
  await makeReady();
  let reply = (_: CallOutcome): void => undefined;
  placeCall.mockReturnValue(new Promise((resolve) => (reply = resolve)));
  const first = await desk.open(ORDER);
  await vi.waitFor(() => expect(placeCall).toHaveBeenCalled());
  const second = await desk.open(ORDER);
  reply(PLACED);
  expect(second.id).toBe(first.id);
  expect(await desk.outcome(second.id)).toEqual(PLACED);
  expect(placeCall).toHaveBeenCalledTimes(1);
});

test("an order after the end is a call of its own", async () => {
  await makeReady();
  placeCall.mockResolvedValue(PLACED);
  const first = await desk.open(ORDER);
  await desk.outcome(first.id);
  const second = await desk.open(ORDER);
  await desk.outcome(second.id);
  expect(second.id).not.toBe(first.id);
  expect(placeCall).toHaveBeenCalledTimes(2);
});

test("the journal says `sending` before anything is sent, and the outcome afterwards", async () => {
  await makeReady();
  const seen: unknown[] = [];
  placeCall.mockImplementation(async () => {
    seen.push(...(await (await openDatabase()).getAll("attempts")));
    return PLACED;
  });
  const attempt = await desk.open(ORDER);
  await desk.outcome(attempt.id);
  expect(seen).toMatchObject([{ id: attempt.id, ...ORDER, state: "sending", outcome: null }]);
  expect(await journaled(attempt.id)).toMatchObject({ state: "ended", outcome: PLACED });
});

test("the journal never holds the token", async () => {
  await makeReady();
  placeCall.mockResolvedValue(PLACED);
  await callAndWait();
  expect(JSON.stringify(await (await openDatabase()).getAll("attempts"))).not.toContain(TOKEN);
});

test("a call that is cancelled while it waits is never sent", async () => {
  await makeReady({ cancel_seconds: 5 });
  const attempt = await desk.open(ORDER);
  expect(attempt.state).toBe("waiting");
  expect(await desk.cancel(attempt.id)).toEqual(notSent("cancelled"));
  await settle();
  expect(placeCall).not.toHaveBeenCalled();
  expect(await journaled(attempt.id)).toMatchObject({ state: "ended", outcome: notSent("cancelled") });
});

test("a call waits for as long as it may be cancelled, then leaves", async () => {
  await makeReady({ cancel_seconds: 3 });
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
  placeCall.mockResolvedValue(PLACED);
  const attempt = await desk.open(ORDER);
  expect(attempt.leavesAt - attempt.openedAt).toBe(3000);
  await settle();
  await vi.advanceTimersByTimeAsync(2999);
  await settle();
  expect(placeCall).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  await settle();
  expect(placeCall).toHaveBeenCalledTimes(1);
});

test("cancelling a call that has left changes nothing", async () => {
  await makeReady();
  let reply = (_: CallOutcome): void => undefined;
  placeCall.mockReturnValue(new Promise((resolve) => (reply = resolve)));
  const attempt = await desk.open(ORDER);
  await vi.waitFor(() => expect(placeCall).toHaveBeenCalled());
  const cancelled = desk.cancel(attempt.id);
  reply(PLACED);
  expect(await cancelled).toEqual(PLACED);
  expect(await desk.cancel(attempt.id)).toEqual(PLACED);
});

test("cancelling another attempt leaves the one that waits alone", async () => {
  await makeReady();
  placeCall.mockResolvedValue(PLACED);
  const attempt = await desk.open(ORDER);
  expect(await desk.cancel("no such attempt")).toEqual(INTERRUPTED);
  expect(await desk.outcome(attempt.id)).toEqual(PLACED);
});

test.each(["waiting", "sending"])("a call whose `%s` the journal doesn't take is never sent", async (state) => {
  await makeReady();
  await refuseEntries(state);
  expect(await callAndWait()).toEqual(notSent("journal_failed"));
  expect(placeCall).not.toHaveBeenCalled();
});

test("an outcome stands even where the journal doesn't take it", async () => {
  await makeReady();
  await refuseEntries("ended");
  placeCall.mockResolvedValue(PLACED);
  expect(await callAndWait()).toEqual(PLACED);
});

test.each([
  ["rejects", () => Promise.reject(new Error("closed"))],
  [
    "throws",
    () => {
      throw new WebAssembly.RuntimeError("unreachable");
    },
  ],
])("an engine that %s may have sent the call", async (_, fail) => {
  await makeReady();
  placeCall.mockImplementation(fail);
  const attempt = await desk.open(ORDER);
  expect(await desk.outcome(attempt.id)).toEqual(INTERRUPTED);
  expect(await journaled(attempt.id)).toMatchObject({ state: "ended", outcome: INTERRUPTED });
});

test("an engine that never answers ends as unknown after 28 seconds", async () => {
  await makeReady();
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
  placeCall.mockReturnValue(new Promise(() => undefined));
  const attempt = await desk.open(ORDER);
  const ended = vi.fn();
  void desk.outcome(attempt.id).then(ended);
  await settle();
  await vi.advanceTimersByTimeAsync(0);
  await settle();
  expect(placeCall).toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(27_999);
  await settle();
  expect(ended).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  await settle();
  expect(ended).toHaveBeenCalledWith({ state: "unknown", reason: { code: "timed_out" } });
});

test("an engine that fails while the call waits has sent nothing", async () => {
  await makeReady({ cancel_seconds: 1 });
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
  const attempt = await desk.open(ORDER);
  callEngine.mockRejectedValue(new Error("no memory"));
  await settle();
  await vi.advanceTimersByTimeAsync(1000);
  expect(await desk.outcome(attempt.id)).toEqual(notSent("engine_failed"));
  expect(placeCall).not.toHaveBeenCalled();
});

test("an agent who signs out while the call waits is not called for", async () => {
  await makeReady({ cancel_seconds: 1 });
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
  const attempt = await desk.open(ORDER);
  browser.session = {};
  await settle();
  await vi.advanceTimersByTimeAsync(1000);
  expect(await desk.outcome(attempt.id)).toEqual(notSent("signed_out"));
  expect(placeCall).not.toHaveBeenCalled();
});

const ENDINGS: [string, () => unknown][] = [
  ["placed", () => placeCall.mockResolvedValueOnce(PLACED)],
  ["refused", () => placeCall.mockResolvedValueOnce({ state: "refused" })],
  ["unknown", () => placeCall.mockResolvedValueOnce({ state: "unknown", reason: { code: "no_reply" } })],
  ["a rejection", () => placeCall.mockRejectedValueOnce(new Error("closed"))],
  [
    "an exception",
    () =>
      placeCall.mockImplementationOnce(() => {
        throw new Error("trap");
      }),
  ],
  ["an engine that doesn't load", () => callEngine.mockRejectedValueOnce(new Error("no memory"))],
  ["a missing permission", () => browser.permitted.clear()],
];

test.each(ENDINGS)("after %s the desk is free for the next call", async (_, arrange) => {
  await makeReady();
  arrange();
  const first = await desk.open(ORDER);
  await desk.outcome(first.id).catch(() => undefined);
  await makeReady();
  placeCall.mockResolvedValue(PLACED);
  const second = await desk.open(ORDER);
  expect(second.id).not.toBe(first.id);
  expect(await desk.outcome(second.id)).toEqual(PLACED);
});

test("an earlier life's attempt is told from the journal", async () => {
  await makeReady();
  placeCall.mockResolvedValue(PLACED);
  const attempt = await desk.open(ORDER);
  await desk.outcome(attempt.id);
  vi.resetModules();
  const later = await import("./call-desk");
  expect(await later.outcome(attempt.id)).toEqual(PLACED);
});

test("an attempt that nobody knows may have rung the phone", async () => {
  expect(await desk.outcome("no such attempt")).toEqual(INTERRUPTED);
});
