/** The toolbar button, as a page of the extension can read it. */
import { expect } from "vitest";
import type { Page } from "puppeteer-core";
import { pause } from "../stage";

/** Waits until the button shows a badge and says a state. */
export async function shows(page: Page, badge: string, said: string): Promise<void> {
  let shown: string[] = [];
  const title = `Click to Call for uContact: ${said}`;
  for (let tries = 0; tries < 60; tries += 1) {
    shown = await page.evaluate(() => Promise.all([chrome.action.getBadgeText({}), chrome.action.getTitle({})]));
    if (shown.join() === [badge, title].join()) return;
    await pause(50);
  }
  expect(shown).toEqual([badge, title]);
}
