import { describe, expect, it } from "vitest";
import type { Page } from "puppeteer-core";
import { violationsOn } from "../axe";
import { noticeOf, openPopup, tabTo, waitForText } from "../pages";
import {
  inEachBrowser,
  marksAtRest,
  marksOn,
  openMarked,
  pause,
  pointOf,
  SETTLED_MS,
  settledPosts,
  type Stage,
} from "../stage";

const [MEXICAN, AMERICAN] = ['tr[data-contact="2"] td.phone', "+1 212 555 0123"];

const destinations = async ({ sandbox }: Stage): Promise<(string | null)[]> =>
  (await sandbox.posts()).map(({ body }) => new URLSearchParams(body!).get("destination"));

inEachBrowser("a dial plan that always asks", { settings: { dial_plan: { confirm: "always" } } }, (stage) => {
  it("asks at a click on a page, and only a second gesture calls", async () => {
    const page = await openMarked(stage, "/crm/contacts");
    const marks = await marksAtRest(page);
    const { x, y } = await pointOf(page, MEXICAN);
    await page.mouse.click(x, y);
    await pause(SETTLED_MS);
    expect(await stage.sandbox.posts()).toEqual([]);
    // The number in the question itself is none of the page's.
    expect(await marksOn(page)).toBe(marks);
    await clickStep(page);
    await settledPosts(stage);
    expect(await destinations(stage)).toEqual(["528183582000"]);
    await page.close();
  });

  it("a page that is closed on the question has called nobody", async () => {
    const page = await openMarked(stage, "/crm/contacts");
    const { x, y } = await pointOf(page, MEXICAN);
    await page.mouse.click(x, y);
    await pause(SETTLED_MS);
    await page.close();
    await pause(SETTLED_MS);
    expect(await stage.sandbox.posts()).toEqual([]);
  });

  it("asks at the dial pad, with the number that would be called", async () => {
    const popup = await dial(stage, "55 5658 1111");
    expect(await noticeOf(popup)).toMatchObject({ title: "Call +52 55 5658 1111?", step: "Call" });
    expect(await stage.sandbox.posts()).toEqual([]);
    await popup.click(".notice .step button");
    await waitForText(popup, "Accepted by uContact");
    await pause(SETTLED_MS);
    expect(await destinations(stage)).toEqual(["525556581111"]);
    await popup.close();
  });
});

inEachBrowser("a dial plan that asks abroad", { settings: { dial_plan: { confirm: "international" } } }, (stage) => {
  it("asks for a number of another country alone", async () => {
    const home = await dial(stage, "55 5658 1111");
    await waitForText(home, "Accepted by uContact");
    await home.close();
    const abroad = await dial(stage, AMERICAN);
    expect(await noticeOf(abroad)).toMatchObject({ step: "Call" });
    await pause(SETTLED_MS);
    expect(await destinations(stage)).toEqual(["525556581111"]);
    await abroad.close();
  });
});

inEachBrowser(
  "a dial plan that asks the first time",
  { settings: { dial_plan: { confirm: "first_time" } } },
  (stage) => {
    it("asks once, for a redial not again", async () => {
      const popup = await dial(stage, "55 5658 1112");
      expect(await noticeOf(popup)).toMatchObject({ step: "Call" });
      await popup.click(".notice .step button");
      await waitForText(popup, "Accepted by uContact");
      await (await popup.waitForSelector(".recent li:first-child button:enabled"))!.click();
      await pause(SETTLED_MS);
      expect(await destinations(stage)).toEqual(["525556581112", "525556581112"]);
      await popup.close();
    });
  },
);

describe.each(["light", "dark"] as const)("a question, %s", (scheme) => {
  inEachBrowser(scheme, { settings: { dial_plan: { confirm: "always" } }, scheme }, (stage) => {
    it("is answered with the keyboard alone, and axe finds nothing", async () => {
      const popup = await dial(stage, "55 5658 1111");
      await popup.waitForSelector(".notice .step button");
      expect(await violationsOn(popup)).toEqual([]);
      await tabTo(popup, ".notice .step button");
      await popup.keyboard.press("Enter");
      await waitForText(popup, "Accepted by uContact");
      expect(await destinations(stage)).toEqual(["525556581111"]);
      await popup.close();
    });
  });
});

async function dial(stage: Stage, number: string): Promise<Page> {
  const popup = await openPopup(stage);
  await popup.type('input[type="tel"]', number);
  await popup.keyboard.press("Enter");
  return popup;
}

/** The toast is in a closed shadow root: its button is found by its place, the lower left of the words. */
async function clickStep(page: Page): Promise<void> {
  const at = await page.evaluate(() => ({ x: innerWidth - 330, y: innerHeight - 50 }));
  await page.mouse.click(at.x, at.y);
}
