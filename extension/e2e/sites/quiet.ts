/** What is left of us on a page that is left alone: nothing. */
import { expect } from "vitest";
import type { Page } from "puppeteer-core";
import { clickInLayer, waitForLayer, waitForNoLayer } from "../layer";
import { CALL } from "../session/steps";
import { pause, pointOf, SETTLED_MS, type Stage } from "../stage";

const PHONE = 'tr[data-contact="1"] td.phone';

/** Calls, and has the toast stand there for long: nobody knows how that ended. */
export async function endInDoubt({ sandbox }: Stage, page: Page): Promise<void> {
  await sandbox.fault({ path: CALL, close: "after" });
  const { x, y } = await pointOf(page, PHONE);
  await page.mouse.move(x - 2, y);
  await page.mouse.move(x, y);
  await clickInLayer(page, ".call");
  await waitForLayer(page, ".toast.doubt");
  await sandbox.reset();
}

/** What was shown goes, nothing comes, and no click calls. */
export async function expectQuiet({ sandbox }: Stage, page: Page): Promise<void> {
  await waitForNoLayer(page);
  const { x, y } = await pointOf(page, PHONE);
  await page.mouse.move(x - 2, y);
  await page.mouse.move(x, y);
  await page.mouse.click(x, y);
  await pause(SETTLED_MS);
  expect(await page.$("click-to-call")).toBeNull();
  expect(await sandbox.posts()).toEqual([]);
}
