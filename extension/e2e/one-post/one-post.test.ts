import { expect, it } from "vitest";
import type { Page } from "puppeteer-core";
import { openPopup } from "../pages";
import { attempts, inEachBrowser, openMarked, pause, pointOf, settledPosts, type Stage, waitForMarks } from "../stage";

const CALLS = "/Integra/resources/Agents/AgentCall";
const [FIRST, SECOND] = ['tr[data-contact="1"] td.phone', 'tr[data-contact="2"] td.phone'];

inEachBrowser("one gesture", {}, (stage) => {
  it.each([
    // A number each: one whose last call ended unknown would ask first.
    { fault: { close: "after" as const }, lost: "after the request was read", contact: 2, number: "+528183582000" },
    { fault: { close: "before" as const }, lost: "before the request was read", contact: 11, number: "+528181503000" },
    { fault: { status: 408, body: "" }, lost: "with status 408", contact: 12, number: "+523336154000" },
  ])(
    "is one POST where the connection is lost $lost, even behind an earlier call",
    async ({ fault, contact, number }) => {
      const page = await openMarked(stage, "/crm/contacts");
      const first = await pointOf(page, FIRST);
      await page.mouse.click(first.x, first.y);
      expect(await settledPosts(stage)).toHaveLength(1);

      await stage.sandbox.reset();
      await stage.sandbox.fault({ path: CALLS, ...fault });
      const second = await pointOf(page, `tr[data-contact="${contact}"] td.phone`);
      await page.mouse.click(second.x, second.y);
      await settledPosts(stage);
      await pause(1_500);
      expect(await stage.sandbox.posts()).toHaveLength(1);
      const [attempt] = await attempts(stage);
      expect(attempt).toMatchObject({ number, state: "ended", outcome: { state: "unknown" } });
      await page.close();
    },
  );

  it("joins the call under way, from another tab too", async () => {
    await stage.sandbox.fault({ path: CALLS, delay_ms: 2_500 });
    const [one, two] = [await openMarked(stage, "/crm/contacts"), await openMarked(stage, "/crm/react?still")];
    await clickInTurn([one, FIRST], [two, SECOND], [one, FIRST]);
    await pause(3_500);
    expect(await stage.sandbox.posts()).toHaveLength(1);
    await one.close();
    await two.close();
  });

  it("joins the call under way from another window", async () => {
    await stage.sandbox.fault({ path: CALLS, delay_ms: 2_500 });
    const one = await openMarked(stage, "/crm/contacts");
    const two = await stage.session.browser.newPage({ type: "window" });
    await two.goto(`${stage.sandbox.url}/crm/react?still`);
    await waitForMarks(two);
    await clickInTurn([one, FIRST], [two, SECOND]);
    await pause(3_500);
    expect(await stage.sandbox.posts()).toHaveLength(1);
    await one.close();
    await two.close();
  });
});

async function clickInTurn(...turns: [Page, string][]): Promise<void> {
  for (const [page, selector] of turns) {
    await page.bringToFront();
    const { x, y } = await pointOf(page, selector);
    await page.mouse.click(x, y);
    await pause(150);
  }
}

/** Sets the clock of the background so far from the true one. */
async function setClock({ session: { name, browser } }: Stage, own: Page, ms: number): Promise<void> {
  const shift = (scope: { Date: DateConstructor; trueNow?: () => number }, ms: number): void => {
    const now = (scope.trueNow ??= scope.Date.now);
    // The true one itself, where it is to be right again: in Firefox ours ends with the page that it is of.
    scope.Date.now = ms === 0 ? now : () => now() + ms;
  };
  if (name === "chromium") {
    const target = browser.targets().find((one) => one.type() === "service_worker");
    await (await target!.worker())!.evaluate(`(${String(shift)})(globalThis, ${ms})`);
  } else {
    // Of the same origin; the function is this page's, which stays open for as long.
    await own.evaluate(`(${String(shift)})(chrome.extension.getBackgroundPage(), ${ms})`);
  }
}

inEachBrowser("a moment to cancel", { settings: { cancel_seconds: 2 } }, (stage) => {
  it("is as long where the clock is set back or forth; a day that passes in it is one that the computer slept", async () => {
    const page = await openMarked(stage, "/crm/contacts");
    const popup = await openPopup(stage);
    const day = 86_400_000;
    for (const [contact, clock] of [
      [1, -day],
      [2, 20_000 - day],
      [11, 0],
    ]) {
      await page.bringToFront();
      const { x, y } = await pointOf(page, `tr[data-contact="${contact}"] td.phone`);
      await page.mouse.click(x, y);
      await pause(500);
      await setClock(stage, popup, clock!);
      await pause(2_500);
    }
    expect(await stage.sandbox.posts()).toHaveLength(2);
    const outcomes = (await attempts(stage)).map(({ outcome }) => outcome);
    expect(outcomes).toMatchObject([
      { state: "not_sent", reason: { code: "overslept" } },
      { state: "placed" },
      { state: "placed" },
    ]);
    await popup.close();
    await page.close();
  });

  it("lets the agent take the call back: nothing leaves", async () => {
    const page = await openMarked(stage, "/crm/contacts");
    const { x, y } = await pointOf(page, FIRST);
    await page.mouse.click(x, y);
    await pause(500);
    const cancel = await page.evaluate(() => ({ x: innerWidth - 72, y: innerHeight - 52 }));
    await page.mouse.click(cancel.x, cancel.y);
    await pause(3_000);
    expect(await stage.sandbox.posts()).toEqual([]);
    const [attempt] = await attempts(stage);
    expect(attempt!.outcome).toEqual({ state: "not_sent", reason: { code: "cancelled" } });
    await page.close();
  });

  it("sends the call when it is over", async () => {
    const page = await openMarked(stage, "/crm/contacts");
    const { x, y } = await pointOf(page, FIRST);
    const clicked = Date.now();
    await page.mouse.click(x, y);
    await pause(1_500);
    expect(await stage.sandbox.posts()).toEqual([]);
    expect(await settledPosts(stage)).toHaveLength(1);
    expect(Date.now() - clicked).toBeGreaterThan(2_000);
    await page.close();
  });
});
