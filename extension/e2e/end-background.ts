/** Ends the background, as browsers do to one that was idle: the next message wakes a new one. */
import type { Page } from "puppeteer-core";
import type { Session } from "./browsers";
import { pause } from "./stage";

/** The `idleMs` to launch with: Firefox has no other way to end an event page than to leave it idle. */
export const IDLE_MS = 150;

/** In Chromium at once, in Firefox by leaving it idle, which `own`, a page of the extension, sees; false where it lives on. */
export async function endBackground({ name, browser }: Session, own: Page): Promise<boolean> {
  if (name === "firefox") return idleAway(own);
  const target = browser.targets().find((target) => target.type() === "service_worker");
  const worker = await target?.worker().catch(() => null);
  await worker?.close().catch(() => undefined);
  return worker != null;
}

async function idleAway(own: Page): Promise<boolean> {
  for (let tries = 0; tries < 40; tries += 1) {
    await pause(50);
    if (await own.evaluate(() => chrome.extension.getBackgroundPage() === null)) return true;
  }
  return false;
}
