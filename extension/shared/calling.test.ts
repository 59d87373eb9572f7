import { browser, resetBrowser } from "../testing/chrome";
import { anAttempt } from "../testing/background";
import { beforeEach, expect, test, vi } from "vitest";
import { keptHere, place } from "./calling";
import type { Answer } from "./messages";

const ORDER = { number: "+525512345678", shown: "+52 55 1234 5678" };
const INTERRUPTED = { state: "unknown", reason: { code: "interrupted" } };
const notSent = (code: string) => ({ state: "not_sent", reason: { code } });
const refusal = (error: string): Answer => ({ ok: false, error });

beforeEach(resetBrowser);

test.each([
  ["a database that is broken", refusal("DatabaseError"), notSent("journal_failed")],
  ["a sender that isn't served", refusal("not from here"), notSent("engine_failed")],
  ["a background that is gone", undefined, INTERRUPTED],
])("an attempt that is not opened because of %s", async (_, answer, outcome) => {
  browser.sendMessage.mockResolvedValueOnce(answer);
  const underway = vi.fn();
  expect(await place(ORDER, underway)).toEqual({ outcome });
  expect(underway).not.toHaveBeenCalled();
});

test("an attempt that was opened may have left, whatever keeps its end from being told", async () => {
  const attempt = anAttempt({ state: "sending", outcome: null });
  for (const failure of [refusal("DatabaseError"), undefined]) {
    const reply = { how: "opened", attempt };
    browser.sendMessage.mockResolvedValueOnce({ ok: true, reply }).mockResolvedValueOnce(failure);
    browser.sendMessage.mockResolvedValueOnce(failure);
    expect(await place(ORDER, () => undefined)).toEqual({ outcome: INTERRUPTED, attempt });
  }
});

test("the end of a call is asked for once more where the page was left meanwhile; the call itself is not", async () => {
  const attempt = anAttempt({ state: "sending", outcome: null });
  const outcome = { state: "refused" };
  const never = new Promise<undefined>(() => undefined);
  browser.sendMessage.mockResolvedValueOnce({ ok: true, reply: { how: "opened", attempt } });
  browser.sendMessage.mockReturnValueOnce(never).mockResolvedValueOnce({ ok: true, reply: outcome });
  const placed = place(ORDER, comeBack);
  expect(await placed).toEqual({ outcome, attempt });

  resetBrowser();
  browser.sendMessage.mockReturnValueOnce(never);
  const lost = place(ORDER, () => undefined);
  comeBack();
  expect(await lost).toEqual({ outcome: INTERRUPTED });
  expect(browser.sendMessage).toHaveBeenCalledTimes(1);
});

/** As a browser shows a page again that it kept. */
function comeBack(): void {
  setTimeout(() => dispatchEvent(Object.assign(new Event("pageshow"), { persisted: true })));
}

test("what fails before anything is asked to be sent is not sent, even where the background is gone", async () => {
  expect(await keptHere(new Error("Could not establish connection"))).toEqual(notSent("engine_failed"));
});

test("where the set-up is to blame, that is what is told", async () => {
  browser.sendMessage.mockResolvedValue({ ok: true, reply: { code: "not_set_up" } });
  expect(await keptHere(new Error("no region"))).toEqual(notSent("not_set_up"));
});
