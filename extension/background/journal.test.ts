import "../testing/chrome";
import { beforeEach, expect, test, vi } from "vitest";
import { anAttempt, freshBackground, journaled, openDatabase } from "../testing/background";
import { callEngine } from "../testing/engine";

vi.mock("./engine", () => ({ callEngine }));

let journal: typeof import("./journal");

beforeEach(async () => {
  freshBackground();
  journal = await import("./journal");
});

/** Fills the journal with attempts opened in this order of times. */
async function fill(times: number[]): Promise<void> {
  const transaction = (await openDatabase()).transaction("attempts", "readwrite");
  for (const openedAt of times) void transaction.store.put(anAttempt({ id: `at ${openedAt}`, openedAt }));
  await transaction.done;
}

test("an attempt is found as it was recorded last", async () => {
  const attempt = anAttempt({ state: "waiting", outcome: null });
  await journal.record(attempt);
  await journal.record({ ...attempt, state: "sending" });
  expect(await journal.find(attempt.id)).toEqual({ ...attempt, state: "sending" });
  expect(await journal.find("another")).toBeUndefined();
});

test("what was being sent may have rung the phone", async () => {
  const attempt = anAttempt({ state: "sending", outcome: null });
  await journal.record(attempt);
  await journal.closeInterrupted();
  const outcome = { state: "unknown", reason: { code: "interrupted" } };
  expect(await journaled(attempt.id)).toEqual({ ...attempt, state: "ended", outcome });
});

test("what was waiting has not been sent", async () => {
  const attempt = anAttempt({ state: "waiting", outcome: null });
  await journal.record(attempt);
  await journal.closeInterrupted();
  const outcome = { state: "not_sent", reason: { code: "cancelled" } };
  expect(await journaled(attempt.id)).toEqual({ ...attempt, state: "ended", outcome });
});

test("what had ended keeps its outcome", async () => {
  const attempt = anAttempt({ state: "ended", outcome: { state: "placed", call_id: "a GUID" } });
  await journal.record(attempt);
  await journal.closeInterrupted();
  expect(await journaled(attempt.id)).toEqual(attempt);
});

test("the recent attempts are the newest, the newest first", async () => {
  await fill([20, 50, 10, 40, 30]);
  expect((await journal.recent(3)).map(({ openedAt }) => openedAt)).toEqual([50, 40, 30]);
  expect(await journal.recent(9)).toHaveLength(5);
});

test("pruning keeps the newest thousand", async () => {
  const times = Array.from({ length: 1003 }, (_, index) => (index * 7) % 1003);
  await fill(times);
  await journal.prune();
  const left = (await (await openDatabase()).getAll("attempts")).map(({ openedAt }) => openedAt);
  expect(left.sort((a, b) => a - b)).toEqual(Array.from({ length: 1000 }, (_, index) => index + 3));
});

test("pruning takes nothing from a thousand", async () => {
  await fill(Array.from({ length: 1000 }, (_, index) => index));
  await journal.prune();
  expect(await (await openDatabase()).count("attempts")).toBe(1000);
});
