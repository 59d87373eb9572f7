import { browser } from "../testing/chrome";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  anAttempt,
  attemptOf,
  freshBackground,
  journaled,
  makeReady,
  openDatabase,
  refuseEntries,
  SETTINGS,
  TOKEN,
} from "../testing/background";
import { callEngine, placeCall } from "../testing/engine";
import type { CallOutcome, Confirm } from "../generated/types";
import type { Attempt } from "../shared/attempts";
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
  return desk.outcome((await open(order)).id);
}

/** Opens an attempt, or joins one. */
const open = async (order: Order = ORDER): Promise<Attempt> => attemptOf(await desk.open(order));

/** Lets everything run that waits for no timer. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

test("a call is sent once, with the settings, the token, the campaign and the number", async () => {
  await makeReady();
  placeCall.mockResolvedValue(PLACED);
  expect(await callAndWait()).toEqual(PLACED);
  expect(placeCall.mock.calls).toEqual([[SETTINGS, TOKEN, "Ventas->", undefined, "+525512345678"]]);
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
  const [first, second] = await Promise.all([open(), open({ ...ORDER, number: "+525599999999" })]);
  expect(second.id).toBe(first.id);
  expect(second.number).toBe(ORDER.number);
  expect(await desk.outcome(first.id)).toEqual(PLACED);
  expect(placeCall).toHaveBeenCalledTimes(1);
});

test("an order while a call is being sent joins it", async () => {
  await makeReady();
  let reply = (_: CallOutcome): void => undefined;
  placeCall.mockReturnValue(new Promise((resolve) => (reply = resolve)));
  const first = await open(ORDER);
  await vi.waitFor(() => expect(placeCall).toHaveBeenCalled());
  const second = await open(ORDER);
  reply(PLACED);
  expect(second.id).toBe(first.id);
  expect(await desk.outcome(second.id)).toEqual(PLACED);
  expect(placeCall).toHaveBeenCalledTimes(1);
});

test("the desk is busy from the order to its end, and at no other time", async () => {
  await makeReady();
  expect(desk.isBusy()).toBe(false);
  placeCall.mockResolvedValue(PLACED);
  const opening = desk.open(ORDER);
  expect(desk.isBusy()).toBe(true);
  await desk.outcome(attemptOf(await opening).id);
  expect(desk.isBusy()).toBe(false);
});

test("an order after the end is a call of its own", async () => {
  await makeReady();
  placeCall.mockResolvedValue(PLACED);
  const first = await open(ORDER);
  await desk.outcome(first.id);
  const second = await open(ORDER);
  await desk.outcome(second.id);
  expect(second.id).not.toBe(first.id);
  expect(placeCall).toHaveBeenCalledTimes(2);
});

test("the journal says `sending` before anything is sent, and the outcome afterwards", async () => {
  await makeReady();
  const seen: unknown[] = [];
  placeCall.mockImplementation(async () => {
    seen.push(...(await (await openDatabase()).getAll("journal")));
    return PLACED;
  });
  const attempt = await open(ORDER);
  await desk.outcome(attempt.id);
  expect(seen).toMatchObject([{ id: attempt.id, ...ORDER, state: "sending", outcome: null }]);
  expect(await journaled(attempt.id)).toMatchObject({ state: "ended", outcome: PLACED });
});

test("the journal never holds the token", async () => {
  await makeReady();
  placeCall.mockResolvedValue(PLACED);
  await callAndWait();
  expect(JSON.stringify(await (await openDatabase()).getAll("journal"))).not.toContain(TOKEN);
});

test("a call that is cancelled while it waits is never sent", async () => {
  await makeReady({ cancel_seconds: 5 });
  const attempt = await open(ORDER);
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
  const attempt = await open(ORDER);
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
  const attempt = await open(ORDER);
  await vi.waitFor(() => expect(placeCall).toHaveBeenCalled());
  const cancelled = desk.cancel(attempt.id);
  reply(PLACED);
  expect(await cancelled).toEqual(PLACED);
  expect(await desk.cancel(attempt.id)).toEqual(PLACED);
});

test("cancelling another attempt leaves the one that waits alone", async () => {
  await makeReady();
  placeCall.mockResolvedValue(PLACED);
  const attempt = await open(ORDER);
  expect(await desk.cancel("no such attempt")).toEqual(INTERRUPTED);
  expect(await desk.outcome(attempt.id)).toEqual(PLACED);
});

test.each(["waiting", "sending"])("a call whose `%s` the journal doesn't take is never sent", async (state) => {
  await makeReady({ cancel_seconds: state === "waiting" ? 1 : 0 });
  refuseEntries(state);
  expect(await callAndWait()).toEqual(notSent("journal_failed"));
  expect(placeCall).not.toHaveBeenCalled();
});

test("an outcome stands even where the journal doesn't take it", async () => {
  await makeReady();
  refuseEntries("ended");
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
  const attempt = await open(ORDER);
  expect(await desk.outcome(attempt.id)).toEqual(INTERRUPTED);
  expect(await journaled(attempt.id)).toMatchObject({ state: "ended", outcome: INTERRUPTED });
});

test("an engine that never answers ends as unknown after 28 seconds", async () => {
  await makeReady();
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
  placeCall.mockReturnValue(new Promise(() => undefined));
  const attempt = await open(ORDER);
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

test("an agent who signs out while the call waits is not called for", async () => {
  await makeReady({ cancel_seconds: 1 });
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
  const attempt = await open(ORDER);
  await (await import("./token")).wipeToken();
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
  const first = await open(ORDER);
  await desk.outcome(first.id).catch(() => undefined);
  await makeReady();
  placeCall.mockResolvedValue(PLACED);
  const second = await open({ ...ORDER, again: first.id });
  expect(second.id).not.toBe(first.id);
  expect(await desk.outcome(second.id)).toEqual(PLACED);
});

test("an earlier life's attempt is told from the journal", async () => {
  await makeReady();
  placeCall.mockResolvedValue(PLACED);
  const attempt = await open(ORDER);
  await desk.outcome(attempt.id);
  vi.resetModules();
  const later = await import("./call-desk");
  expect(await later.outcome(attempt.id)).toEqual(PLACED);
});

test("an attempt that nobody knows may have rung the phone", async () => {
  expect(await desk.outcome("no such attempt")).toEqual(INTERRUPTED);
});

test("what stands in the call's way is told at once, not after the moment to cancel", async () => {
  await makeReady({ cancel_seconds: 5 });
  const attempt = await open({ ...ORDER, number: "55 1234" });
  const faults = [expect.objectContaining({ field: "destination" })];
  expect(attempt.outcome).toEqual({ state: "not_sent", reason: { code: "invalid", faults } });
  expect(placeCall).not.toHaveBeenCalled();
});

test("settings, policy and token are read once for a call that leaves at once", async () => {
  await makeReady();
  const reads = vi.spyOn(IDBObjectStore.prototype, "get");
  const [managed, session] = [vi.spyOn(chrome.storage.managed, "get"), vi.spyOn(chrome.storage.session, "get")];
  placeCall.mockResolvedValue(PLACED);
  await callAndWait();
  expect(reads.mock.calls.filter(([key]) => key === "settings")).toHaveLength(1);
  expect(managed).toHaveBeenCalledTimes(1);
  expect(session).toHaveBeenCalledTimes(1);
});

test("a call that waits leaves by the settings that were saved meanwhile", async () => {
  await makeReady({ cancel_seconds: 1 });
  placeCall.mockResolvedValue(PLACED);
  const attempt = await open();
  const { saveSetUp } = await import("./set-up");
  await saveSetUp({ settings: { ...SETTINGS, extension: "1002" }, staySignedIn: false });
  await desk.outcome(attempt.id);
  expect(placeCall.mock.calls[0]?.[0]).toMatchObject({ extension: "1002" });
});

test("a call that was cancelled while the journal was written is not sent", async () => {
  await makeReady();
  const put = IDBObjectStore.prototype.put;
  let cancelled: Promise<unknown> | undefined;
  vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (this: IDBObjectStore, ...given) {
    const { id, state } = given[0] as Attempt;
    if (state === "sending") cancelled = desk.cancel(id);
    return put.apply(this, given);
  });
  const attempt = await open();
  expect(await cancelled).toEqual(notSent("cancelled"));
  expect(placeCall).not.toHaveBeenCalled();
  expect((await (await openDatabase()).getAll("journal")).map(({ state }) => state)).toEqual(["ended"]);
  expect(await desk.outcome(attempt.id)).toEqual(notSent("cancelled"));
});

test("a computer that slept through the moment to cancel calls nobody", async () => {
  await makeReady({ cancel_seconds: 3 });
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
  const attempt = await open();
  vi.setSystemTime(Date.now() + 3_600_000);
  await settle();
  await vi.advanceTimersByTimeAsync(3000);
  expect(await desk.outcome(attempt.id)).toEqual(notSent("overslept"));
  expect(placeCall).not.toHaveBeenCalled();
});

test.each([-86_400_000, -3_600_000, 20_000])(
  "a clock set by %d ms while the call waits changes nothing",
  async (jump) => {
    await makeReady({ cancel_seconds: 3 });
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
    placeCall.mockResolvedValue(PLACED);
    const attempt = await open();
    vi.setSystemTime(Date.now() + jump);
    await settle();
    await vi.advanceTimersByTimeAsync(2999);
    await settle();
    expect(placeCall).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(await desk.outcome(attempt.id)).toEqual(PLACED);
    const entry = await journaled(attempt.id);
    expect(entry!.endedAt).toBeGreaterThanOrEqual(entry!.sentAt!);
  },
);

test("a database that is deleted while the call waits takes the set-up with it: nothing leaves", async () => {
  await makeReady({ cancel_seconds: 1 });
  const attempt = await open();
  await new Promise((resolve) => (indexedDB.deleteDatabase("click-to-call").onsuccess = resolve));
  expect(await desk.outcome(attempt.id)).toEqual(notSent("not_set_up"));
  expect(placeCall).not.toHaveBeenCalled();
  expect(await journaled(attempt.id)).toMatchObject({ state: "ended", outcome: notSent("not_set_up") });
});

test("a database that is deleted while the call is sent doesn't lose its outcome", async () => {
  await makeReady();
  placeCall.mockImplementation(async () => {
    await new Promise((resolve) => (indexedDB.deleteDatabase("click-to-call").onsuccess = resolve));
    return PLACED;
  });
  const attempt = await open();
  expect(await desk.outcome(attempt.id)).toEqual(PLACED);
  expect(await journaled(attempt.id)).toMatchObject({ state: "ended", outcome: PLACED });
});

const LOST: CallOutcome = { state: "unknown", reason: { code: "no_reply" } };

test("after an unknown end the same number asks, and another one doesn't", async () => {
  await makeReady();
  placeCall.mockResolvedValue(LOST);
  const lost = await open();
  await desk.outcome(lost.id);
  expect(await desk.open(ORDER)).toMatchObject({ how: "asks", question: { why: "doubt", earlier: { id: lost.id } } });
  expect(placeCall).toHaveBeenCalledTimes(1);

  placeCall.mockResolvedValue(PLACED);
  const other = await desk.open({ ...ORDER, number: "+528183582000" });
  expect(other.how).toBe("opened");
  await desk.outcome(attemptOf(other).id);
});

test("the second gesture calls; one that speaks of another attempt asks again", async () => {
  await makeReady();
  placeCall.mockResolvedValue(LOST);
  const first = await open();
  await desk.outcome(first.id);
  const second = await desk.open({ ...ORDER, again: first.id });
  expect(second.how).toBe("opened");
  await desk.outcome(attemptOf(second).id);
  expect(await desk.open({ ...ORDER, again: first.id })).toMatchObject({
    how: "asks",
    question: { earlier: { id: attemptOf(second).id } },
  });
  expect(placeCall).toHaveBeenCalledTimes(2);
});

test("two gestures that are both asked about call nobody", async () => {
  await makeReady();
  await (await openDatabase()).put("journal", anAttempt({ outcome: LOST, endedAt: Date.now() }));
  const opened = await Promise.all([desk.open(ORDER), desk.open(ORDER)]);
  expect(opened.map(({ how }) => how)).toEqual(["asks", "asks"]);
  expect(placeCall).not.toHaveBeenCalled();
});

describe("where the dial plan asks", () => {
  const asking = (confirm: Confirm) => makeReady({ dial_plan: { ...SETTINGS.dial_plan, confirm } });

  test("nothing leaves before the second gesture, which is not asked about again", async () => {
    await asking("always");
    placeCall.mockResolvedValue(PLACED);
    const { number, shown } = ORDER;
    const question = { why: "plan", earlier: null, number, shown, campaign: "Ventas->" };
    expect(await desk.open(ORDER)).toEqual({ how: "asks", question });
    expect(await (await openDatabase()).count("journal")).toBe(0);
    expect(await callAndWait({ ...ORDER, confirmed: true })).toEqual(PLACED);
    expect(await desk.open(ORDER)).toMatchObject({ how: "asks" });
    expect(placeCall).toHaveBeenCalledTimes(1);
  });

  test("the first time is over once a call left, not when one stayed here", async () => {
    await asking("first_time");
    const db = await openDatabase();
    await db.put("journal", anAttempt({ sentAt: null, outcome: { state: "not_sent", reason: { code: "offline" } } }));
    expect(await desk.open(ORDER)).toMatchObject({ how: "asks", question: { why: "plan" } });
    placeCall.mockResolvedValue(PLACED);
    await callAndWait({ ...ORDER, confirmed: true });
    await db.put("journal", anAttempt({ sentAt: null, outcome: { state: "not_sent", reason: { code: "cancelled" } } }));
    expect(await desk.open(ORDER)).toMatchObject({ how: "opened" });
  });

  test("a call abroad is asked about, one at home isn't", async () => {
    await asking("international");
    placeCall.mockResolvedValue(PLACED);
    expect(await desk.open({ ...ORDER, number: "+12125550123" })).toMatchObject({ how: "asks" });
    expect(await callAndWait()).toEqual(PLACED);
  });

  test("doubt goes first, and one yes answers both", async () => {
    await asking("always");
    const db = await openDatabase();
    await db.put("journal", anAttempt({ id: "lost", sentAt: 1, outcome: LOST, endedAt: Date.now() }));
    expect(await desk.open(ORDER)).toMatchObject({ how: "asks", question: { why: "doubt" } });
    placeCall.mockResolvedValue(PLACED);
    expect(await callAndWait({ ...ORDER, again: "lost", confirmed: true })).toEqual(PLACED);
  });

  test("a yes to the plan is none to the doubt", async () => {
    await asking("always");
    const db = await openDatabase();
    await db.put("journal", anAttempt({ id: "lost", sentAt: 1, outcome: LOST, endedAt: Date.now() }));
    expect(await desk.open({ ...ORDER, confirmed: true })).toMatchObject({ how: "asks", question: { why: "doubt" } });
  });
});

test("an entry that makes no sense asks, and is no dead end", async () => {
  await makeReady();
  await (await openDatabase()).put("journal", anAttempt({ id: "odd", outcome: null }));
  placeCall.mockResolvedValue(PLACED);
  expect(await desk.open(ORDER)).toMatchObject({ how: "asks", question: { earlier: { id: "odd" } } });
  expect(await desk.open({ ...ORDER, again: "odd" })).toMatchObject({ how: "opened" });
});

test("half an hour later nobody is asked any more", async () => {
  await makeReady();
  await (await openDatabase()).put("journal", anAttempt({ outcome: LOST, endedAt: Date.now() - 1_800_000 }));
  placeCall.mockResolvedValue(PLACED);
  expect(await desk.open(ORDER)).toMatchObject({ how: "opened" });
});

test("who joins learns which number is being called", async () => {
  await makeReady({ cancel_seconds: 1 });
  placeCall.mockResolvedValue(PLACED);
  await open();
  const joined = await desk.open({ ...ORDER, number: "+528183582000" });
  expect(joined).toMatchObject({ how: "joined", attempt: { number: ORDER.number, shown: ORDER.shown } });
});

test("a database that can't be read sends nothing and says why", async () => {
  await makeReady();
  vi.stubGlobal("indexedDB", {
    open: () => {
      throw new DOMException("gone", "UnknownError");
    },
  });
  vi.resetModules();
  desk = await import("./call-desk");
  expect((await open()).outcome).toEqual(notSent("journal_failed"));
  expect(placeCall).not.toHaveBeenCalled();
});

test("a desk whose attempt could not begin is free again", async () => {
  await makeReady();
  const engine = await callEngine();
  const trap = () => {
    throw new WebAssembly.RuntimeError("unreachable");
  };
  callEngine.mockResolvedValueOnce({ ...engine, callFaults: trap });
  await expect(desk.open(ORDER)).rejects.toThrow("unreachable");
  placeCall.mockResolvedValue(PLACED);
  expect(await callAndWait()).toEqual(PLACED);
});

test("an engine that doesn't start sends nothing and says so", async () => {
  await makeReady();
  callEngine.mockRejectedValue(new Error("no memory"));
  const attempt = await open();
  expect(attempt.outcome).toEqual(notSent("engine_failed"));
  expect(await journaled(attempt.id)).toMatchObject({ state: "ended", outcome: notSent("engine_failed") });
});
