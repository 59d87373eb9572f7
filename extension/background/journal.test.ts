import "../testing/chrome";
import { openDB } from "idb";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  aJoin,
  aMember,
  anAttempt,
  freshBackground,
  journaled,
  openDatabase,
  refuseEntries,
} from "../testing/background";
import { callEngine } from "../testing/engine";
import type { Attempt, Entry } from "../shared/attempts";

vi.mock("./engine", () => ({ callEngine }));

let journal: typeof import("./journal");
let recentCalls: typeof import("../shared/recent-calls").recentCalls;

beforeEach(async () => {
  freshBackground();
  journal = await import("./journal");
  ({ recentCalls } = await import("../shared/recent-calls"));
});

afterEach(() => vi.restoreAllMocks());

/** Fills the journal with attempts opened in this order of times. */
async function fill(times: number[]): Promise<void> {
  const transaction = (await openDatabase()).transaction("journal", "readwrite");
  for (const openedAt of times) void transaction.store.put(anAttempt({ id: `at ${openedAt}`, openedAt }));
  await transaction.done;
}

const openedAt = (entries: Entry[]): number[] => entries.map((entry) => entry.openedAt);
const everything = async (): Promise<Entry[]> => (await openDatabase()).getAll("journal");

test("an attempt is found as it was recorded last", async () => {
  const attempt = anAttempt({ state: "waiting", outcome: null, endedAt: null });
  const seq = await journal.record(attempt);
  expect(await journal.record({ ...attempt, seq, state: "sending" })).toBe(seq);
  expect(await journal.find(attempt.id)).toEqual({ ...attempt, seq, state: "sending" });
  expect(await journal.find("another")).toBeUndefined();
});

describe("a background that wakes", () => {
  const open = { outcome: null, endedAt: null, sentAt: null } as const;

  test.each([
    ["waiting", { state: "not_sent", reason: { code: "interrupted" } }],
    ["sending", { state: "unknown", reason: { code: "interrupted" } }],
  ] as const)("ends what was %s by what may have left", async (state, outcome) => {
    const [call, join] = [anAttempt({ ...open, state }), aJoin({ ...open, state })];
    await journal.record(call);
    await journal.record(join);
    await journal.closeInterrupted();
    expect(await journaled(call.id)).toMatchObject({ state: "ended", outcome, endedAt: expect.any(Number) });
    expect(await journaled(join.id)).toMatchObject({ state: "ended", outcome, endedAt: expect.any(Number) });
  });

  test("ends what it can't make sense of as unknown, and goes on with the rest", async () => {
    const [odd, call] = [
      anAttempt({ state: "waiting", outcome: null, endedAt: 5 }),
      anAttempt({ ...open, state: "waiting" }),
    ];
    await journal.record(odd);
    await journal.record(call);
    await journal.closeInterrupted();
    expect((await journaled(odd.id))?.outcome).toEqual({ state: "unknown", reason: { code: "interrupted" } });
    expect((await journaled(call.id))?.outcome?.state).toBe("not_sent");
  });

  test("leaves alone what had ended, and asks for no engine then", async () => {
    const attempt = anAttempt({ outcome: { state: "placed", call_id: "a GUID" } });
    const seq = await journal.record(attempt);
    await journal.closeInterrupted();
    expect(await journaled(attempt.id)).toEqual({ ...attempt, seq });
    expect(callEngine).not.toHaveBeenCalled();
  });
});

test("the newest are those written last, wherever the clock stood", async () => {
  await fill([20, 50, 10, 40, 30]);
  await journal.record(aJoin({ openedAt: 5 }));
  expect(openedAt(await recentCalls(3))).toEqual([30, 40, 10]);
  expect(openedAt(await journal.recentJoins(3))).toEqual([5]);
  expect(openedAt(await journal.recent(2))).toEqual([5, 30]);
  expect(await journal.recent(9)).toHaveLength(6);
});

test("the last call to a number is the one written last, wherever the clock stood", async () => {
  for (const [id, time] of [
    ["first", 900],
    ["second", 100],
  ] as const)
    await journal.record(anAttempt({ id, number: "+525511111111", openedAt: time }));
  await journal.record(anAttempt({ id: "other" }));
  expect(await journal.lastCallTo("+525511111111")).toMatchObject({ id: "second" });
  expect(await journal.lastCallTo("+525500000000")).toBeUndefined();
});

test("pruning keeps the thousand written last", async () => {
  const times = Array.from({ length: 1003 }, (_, index) => (index * 7) % 1003);
  await fill(times);
  await journal.prune();
  expect(openedAt(await everything())).toEqual(times.slice(3));
});

test("pruning takes nothing from a thousand", async () => {
  await fill(Array.from({ length: 1000 }, (_, index) => index));
  await journal.prune();
  expect(await everything()).toHaveLength(1000);
});

test("pruning calls takes nothing from what is known of memberships", async () => {
  await journal.record(aJoin({ id: "a join" }));
  await fill([1, 2, 3]);
  await journal.prune(2);
  expect((await everything()).map(({ id }) => id)).toEqual(["a join", "at 2", "at 3"]);
});

test("a place is never given twice, not even after pruning", async () => {
  const places = [await journal.record(anAttempt({})), await journal.record(anAttempt({}))];
  await journal.prune(0);
  places.push(await journal.record(anAttempt({})));
  expect(places).toEqual([1, 2, 3]);
});

describe("the database", () => {
  test("is made anew where it was deleted under our feet", async () => {
    await journal.record(anAttempt({ id: "lost" }));
    await new Promise<void>((resolve, reject) => {
      const deletion = indexedDB.deleteDatabase("click-to-call");
      deletion.onsuccess = () => resolve();
      deletion.onerror = () => reject(deletion.error!);
    });
    await journal.record(anAttempt({ id: "kept" }));
    expect((await everything()).map(({ id }) => id)).toEqual(["kept"]);
  });

  test("is opened anew where the browser closed it", async () => {
    await journal.record(anAttempt({ id: "first" }));
    (await openDatabase()).close();
    await journal.record(anAttempt({ id: "second" }));
    expect((await everything()).map(({ id }) => id)).toEqual(["first", "second"]);
  });

  test("that is full says so, and takes entries again when it isn't", async () => {
    refuseEntries("ended");
    await expect(journal.record(anAttempt({}))).rejects.toMatchObject({ name: "DatabaseError" });
    vi.restoreAllMocks();
    expect(await journal.record(anAttempt({}))).toBeGreaterThan(0);
  });

  test("of version 1 is taken over, in the order of its times", async () => {
    const old = await openDB("click-to-call", 1, {
      upgrade(db) {
        db.createObjectStore("settings");
        db.createObjectStore("secrets");
        const attempts = db.createObjectStore("attempts", { keyPath: "id" });
        attempts.createIndex("openedAt", "openedAt");
        attempts.createIndex("state", "state");
      },
    });
    const { id: _, kind: __, journaled: ___, sentAt: ____, endedAt: _____, ...call } = anAttempt({});
    await old.put("settings", { instance: "acme" }, "settings");
    await old.put("attempts", { ...call, id: "second", openedAt: 2 });
    await old.put("attempts", { ...call, id: "first", openedAt: 1, state: "sending", outcome: null });
    old.close();
    await journal.closeInterrupted();
    const calls = (await recentCalls(9)) as Attempt[];
    expect(calls.map(({ id }) => id)).toEqual(["second", "first"]);
    expect(calls[1]!.outcome).toEqual({ state: "unknown", reason: { code: "interrupted" } });
    expect(await (await openDatabase()).get("settings", "settings")).toEqual({ instance: "acme" });
  });
});

test("version 2 knew the agent's own memberships by their campaigns: they become members", async () => {
  const old = await openDB("click-to-call", 2, {
    upgrade(db) {
      db.createObjectStore("settings");
      db.createObjectStore("secrets");
      const store = db.createObjectStore("journal", { keyPath: "seq", autoIncrement: true });
      for (const index of ["id", "kind", "state", "number", "batch"]) store.createIndex(index, index);
    },
  });
  const { members: _, ...join } = aJoin({});
  await old.put("settings", { agent: "ana.perez", extension: "1001" }, "settings");
  await old.put("journal", { ...join, campaigns: ["Ventas->", "Sales->"] });
  old.close();
  const [found] = await journal.joins();
  expect(found!.members).toEqual([aMember("Ventas->"), aMember("Sales->")]);
  expect(found).not.toHaveProperty("campaigns");
});

test("whether the journal is writable is tried, and leaves nothing behind", async () => {
  expect(await journal.isWritable()).toBe(true);
  expect(await everything()).toEqual([]);
  vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
    throw new DOMException("full", "QuotaExceededError");
  });
  expect(await journal.isWritable()).toBe(false);
});
