/** The agent says of a number on a page that it is none, by hand. */
import type { Page } from "puppeteer-core";
import { clickInLayer, waitForLayer } from "./layer";
import { pointOf } from "./stage";

/** Points at the number, clicks what appears beside its button, and waits until the page says what came of it. */
export async function sayNotANumber(page: Page, selector: string): Promise<void> {
  await page.bringToFront();
  const { x, y } = await pointOf(page, selector);
  await page.mouse.move(x - 1, y);
  await page.mouse.move(x, y);
  await clickInLayer(page, ".dismiss");
  await waitForLayer(page, ".toast");
}
