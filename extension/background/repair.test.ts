import "../testing/chrome";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { anAttempt, freshBackground, openDatabase, saveSettings, SETTINGS, TOKEN } from "../testing/background";
import { callEngine } from "../testing/engine";

vi.mock("./engine", () => ({ callEngine }));

let journal: typeof import("./journal");
let setUp: typeof import("./set-up");
let repair: typeof import("./repair").repair;

beforeEach(async () => {
  freshBackground();
  [journal, setUp, { repair }] = await Promise.all([import("./journal"), import("./set-up"), import("./repair")]);
});

afterEach(() => vi.restoreAllMocks());

const count = async (): Promise<number> => (await openDatabase()).count("journal");

test("where room is short, old entries go and the set-up stays", async () => {
  await saveSettings();
  for (let index = 0; index < 150; index += 1) await journal.record(anAttempt({}));
  expect(await repair()).toBe(true);
  expect(await count()).toBe(100);
  expect(await setUp.readSettings()).toEqual(SETTINGS);
});

test("where that doesn't help, the database is made anew with the set-up and the kept token", async () => {
  await saveSettings();
  await (await openDatabase()).put("secrets", TOKEN, "token");
  await journal.record(anAttempt({}));
  const put = IDBObjectStore.prototype.put;
  let broken = true;
  vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (this: IDBObjectStore, ...given) {
    if (broken) throw new DOMException("broken", "UnknownError");
    return put.apply(this, given);
  });
  const destroy = IDBFactory.prototype.deleteDatabase;
  vi.spyOn(indexedDB, "deleteDatabase").mockImplementation((name) => {
    broken = false;
    return destroy.call(indexedDB, name);
  });
  expect(await repair()).toBe(true);
  expect(await count()).toBe(0);
  expect(await setUp.readSettings()).toEqual(SETTINGS);
  expect((await (await import("./token")).readKept())?.token).toBe(TOKEN);
});

test("what can't be mended is said to be broken", async () => {
  await saveSettings();
  vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
    throw new DOMException("broken", "UnknownError");
  });
  expect(await repair()).toBe(false);
});

test("settings that can't be read any more are those read last", async () => {
  await saveSettings();
  await setUp.readSettings();
  vi.spyOn(IDBObjectStore.prototype, "get").mockImplementation(() => {
    throw new DOMException("broken", "UnknownError");
  });
  expect(await setUp.salvageSettings()).toEqual(SETTINGS);
});
