/** Where the agent asked for less motion, nothing of ours moves: not on our pages, and not on a site's. */
import { expect, it, vi } from "vitest";
import type { Page } from "puppeteer-core";
import { openPopup } from "../pages";
import { CALL, openOptions } from "../session/steps";
import { inEachBrowser, openMarked, pause, pointOf, settledPosts } from "../stage";

/** Where toasts stand, at the foot of a window of the usual size. */
const TOAST = { x: 870, y: 780, width: 370, height: 60 };
const LOOKS = 5;
const BETWEEN_MS = 130;
/** Until what the page itself draws at a click is drawn; what moves does so for longer. */
const DRAWN = { timeout: 3_000, interval: 0 };

inEachBrowser("with less motion", { stillness: true, settings: { cancel_seconds: 5 } }, (stage) => {
  it("the toast of a call stands still, while it can be cancelled and while it is sent", async () => {
    await stage.sandbox.fault({ path: CALL, delay_ms: 10_000 });
    const page = await openMarked(stage, "/crm/contacts");
    expect(await page.evaluate(() => matchMedia("(prefers-reduced-motion: reduce)").matches)).toBe(true);
    const { x, y } = await pointOf(page, 'tr[data-contact="2"] td.phone');
    await page.mouse.click(x, y);
    await page.mouse.move(5, 5);
    await page.waitForFunction(isOurs, {}, TOAST);
    await vi.waitFor(async () => expect(await seenOf(page)).toBe(1), DRAWN);
    await settledPosts(stage);
    await vi.waitFor(async () => expect(await seenOf(page)).toBe(1), DRAWN);
    await page.close();
  });

  it("a button that is pointed at changes at once", async () => {
    for (const open of [openPopup, openOptions]) {
      const page = await open(stage);
      await page.hover("button:not(:disabled)");
      expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
      await page.close();
    }
  });
});

const isOurs = ({ x, y, width, height }: typeof TOAST): boolean =>
  document.elementFromPoint(x + width / 2, y + height / 2)?.localName === "click-to-call";

/** How many different pictures the toast makes within a moment. */
async function seenOf(page: Page): Promise<number> {
  const seen = new Set<string>();
  for (let looks = 0; looks < LOOKS; looks += 1) {
    seen.add(await page.screenshot({ clip: TOAST, encoding: "base64" }));
    await pause(BETWEEN_MS);
  }
  return seen.size;
}
