/** The agent says of a number on a page that it is none, by hand. */
import type { Page } from "puppeteer-core";
import { pause, pointOf } from "./stage";

/** Points at the number until its button is there, and takes the last part of it by the keyboard. */
export async function sayNotANumber(page: Page, selector: string): Promise<void> {
  await page.bringToFront();
  const { x, y } = await pointOf(page, selector);
  await page.mouse.move(x - 1, y);
  await page.mouse.move(x, y);
  await page.waitForSelector("click-to-call");
  await page.keyboard.down("Shift");
  // Backwards from the top of the page comes what is last on it.
  for (let tries = 0; tries < 3 && !(await ownsFocus(page)); tries += 1) await page.keyboard.press("Tab");
  await page.keyboard.up("Shift");
  await page.keyboard.press("Enter");
  await pause(300);
}

const ownsFocus = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.activeElement?.localName === "click-to-call");
