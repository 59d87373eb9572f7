/** The toolbar button, as a page of the extension can read it. */
import { expect } from "vitest";
import type { Page } from "puppeteer-core";
import { pause, type Stage } from "../stage";

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

/** From now on, the small icons that the background gives the button; nothing but its own hands can tell them. */
export async function watchIcons({ session }: Stage, own: Page): Promise<() => Promise<string[]>> {
  if (session.name === "firefox") {
    await own.evaluate(`(${String(watch)})(chrome.extension.getBackgroundPage())`);
    return () => own.evaluate("chrome.extension.getBackgroundPage().icons") as Promise<string[]>;
  }
  const target = await session.browser.waitForTarget((target) => target.type() === "service_worker");
  const worker = (await target.worker())!;
  await worker.evaluate(`(${String(watch)})(globalThis)`);
  return () => worker.evaluate("icons") as Promise<string[]>;
}

/** Runs in the background. */
function watch(background: { chrome: typeof chrome; icons: string[] }): void {
  const { action } = background.chrome;
  const setIcon = action.setIcon.bind(action);
  background.icons = [];
  action.setIcon = ((details: { path: Record<number, string> }) =>
    setIcon(details).then(() => void background.icons.push(details.path[16]!))) as typeof action.setIcon;
}
