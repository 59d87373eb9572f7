import "../testing/chrome";
import { deleteDB, openDB } from "idb";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { freshBackground } from "../testing/background";

let database: typeof import("./database");
let letGo: () => void;

/** Behind a deletion that somebody holds up, no database opens. */
beforeEach(async () => {
  freshBackground();
  database = await import("./database");
  const held = await openDB("click-to-call");
  void deleteDB("click-to-call");
  letGo = () => held.close();
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  letGo();
});

const places = (): Promise<number> => database.withDatabase((db) => db.count("journal"));

const passTime = async (): Promise<unknown> => vi.advanceTimersByTimeAsync(database.OPENS_WITHIN_MS);

test("a database that doesn't open in time is opened anew", async () => {
  const open = vi.spyOn(indexedDB, "open");
  const counting = places();
  await passTime();
  letGo();
  expect(await counting).toBe(0);
  expect(open).toHaveBeenCalledTimes(2);
});

test("one that never opens fails what waits for it, and no more than that", async () => {
  const counting = expect(places()).rejects.toThrow(database.DatabaseError);
  await passTime();
  await passTime();
  await counting;
  letGo();
  expect(await places()).toBe(0);
});

test("one that opens too late is closed: it keeps nobody from deleting it", async () => {
  const counting = expect(places()).rejects.toThrow(database.DatabaseError);
  await passTime();
  await passTime();
  await counting;
  letGo();
  const blocked = vi.fn();
  await deleteDB("click-to-call", { blocked });
  expect(blocked).not.toHaveBeenCalled();
});
