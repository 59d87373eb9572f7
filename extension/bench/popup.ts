/**
 * How long the popup takes to open: from the beginning of its page to the first frame with the dial pad and the recent calls
 * in it, with a few calls in the journal and with a thousand. In milliseconds, in Chromium alone: Firefox takes no script before
 * an extension's page begins, so nothing in it could tell.
 */
import type { Page } from "puppeteer-core";
import { launch, type Session } from "../e2e/browsers";
import { manyCalls, putInJournal } from "../e2e/gallery/entries";
import { startSandbox } from "../e2e/sandbox";
import { pause } from "../e2e/stage";
import { quantile } from "./quantile";

const TIMES = 40;
const GOAL_MS = 100;

const sandbox = await startSandbox();
try {
  await measure();
} finally {
  sandbox.stop();
}

async function measure(): Promise<void> {
  const session = await launch("chromium", sandbox.settings());
  try {
    const own = await session.openOwn("options/diagnostics.html");
    console.log("\nchromium: milliseconds until the popup is drawn");
    for (const calls of [5, 1000]) {
      await putInJournal(own, manyCalls(calls));
      await open(session);
      const taken: number[] = [];
      while (taken.length < TIMES) taken.push(await open(session));
      print(`${calls} calls`, taken);
    }
  } finally {
    await session.close();
  }
}

async function open({ browser, extensionOrigin }: Session): Promise<number> {
  const page = await browser.newPage();
  await page.setViewport({ width: 360, height: 600 });
  await page.evaluateOnNewDocument(watch);
  await page.goto(`${extensionOrigin}/popup/popup.html`);
  const drawn = await drawnAt(page);
  await page.close();
  return drawn;
}

/** In the page: notes when a frame was drawn with everything in it. */
function watch(): void {
  const observer = new MutationObserver(() => {
    if (!document.querySelector('input[type="tel"]') || !document.querySelector("main time")) return;
    observer.disconnect();
    requestAnimationFrame(() => requestAnimationFrame(() => Object.assign(globalThis, { drawn: performance.now() })));
  });
  observer.observe(document, { childList: true, subtree: true });
}

async function drawnAt(page: Page): Promise<number> {
  for (let tries = 0; tries < 500; tries += 1) {
    await pause(20);
    const drawn = await page.evaluate(() => (globalThis as { drawn?: number }).drawn).catch(() => undefined);
    if (drawn !== undefined) return drawn;
  }
  throw new Error("the popup was not drawn");
}

function print(row: string, values: number[]): void {
  const [p50, p95] = [quantile(values, 0.5), quantile(values, 0.95)];
  const met = p95 < GOAL_MS ? "met" : "missed";
  console.log(`${row.padEnd(12)} p50 ${p50.toFixed(0)}, p95 ${p95.toFixed(0)}, goal < ${GOAL_MS}: ${met}`);
}
