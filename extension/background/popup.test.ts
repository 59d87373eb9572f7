import { browser } from "../testing/chrome";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { anAttempt, freshBackground, makeReady, openDatabase, SETTINGS } from "../testing/background";
import { callEngine } from "../testing/engine";

vi.mock("./engine", () => ({ callEngine }));

let popup: typeof import("./popup");
let readHeld: typeof import("./set-up").readHeld;

beforeEach(async () => {
  freshBackground();
  await makeReady();
  popup = await import("./popup");
  ({ readHeld } = await import("./set-up"));
});

afterEach(() => vi.restoreAllMocks());

test("the popup is given the set-up and the last calls together, and the calls count as seen", async () => {
  const call = anAttempt({ outcome: { state: "unknown", reason: { code: "no_reply" } } });
  await (await openDatabase()).put("journal", call);
  const { setUp, calls } = await popup.popupContents(readHeld);
  expect([setUp.readiness, setUp.settings, calls]).toEqual(["ready", SETTINGS, [expect.objectContaining(call)]]);
  await vi.waitFor(() => expect(browser.session["seenCall"]).toBe(call.id));
});

test("it is given the set-up where the calls can't be read", async () => {
  vi.spyOn(IDBIndex.prototype, "openCursor").mockImplementation(() => {
    throw new DOMException("broken", "UnknownError");
  });
  expect(await popup.popupContents(readHeld)).toMatchObject({ setUp: { readiness: "ready" }, calls: [] });
});

test("nobody waits until the calls are noted as seen", async () => {
  vi.spyOn(chrome.storage.session, "set").mockReturnValue(new Promise(() => undefined) as never);
  await (await openDatabase()).put("journal", anAttempt({ id: "a" }));
  expect(await popup.callsShown()).toMatchObject([{ id: "a" }]);
});
