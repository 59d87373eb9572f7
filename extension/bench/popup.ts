/**
 * How long the popup takes to open: from the beginning of its page to the first frame with the dial pad and the recent calls
 * in it, with a few calls in the journal, with a thousand, and with a background that has to wake first. Beside it, turn by
 * turn, a bare page of the extension with the same styles that asks nobody for anything: no popup can be there sooner.
 */
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Page } from "puppeteer-core";
import { type BrowserName, launch, type Session } from "../e2e/browsers";
import { endBackground } from "../e2e/end-background";
import { manyCalls, putInJournal } from "../e2e/gallery/entries";
import { startSandbox } from "../e2e/sandbox";
import { BROWSERS, pause } from "../e2e/stage";
import { quantile } from "./quantile";

const TIMES = 40;
const GOAL_MS = 100;
const POPUP = "popup/popup.html";
const BARE = "popup/bare.html";

const sandbox = await startSandbox();
try {
  for (const name of BROWSERS) await measure(name);
} finally {
  sandbox.stop();
}

async function measure(name: BrowserName): Promise<void> {
  const session = await launch(name, sandbox.settings(), { prepare: addWatch });
  try {
    const own = await session.openOwn("options/diagnostics.html");
    console.log(`\n${name}: milliseconds until it is drawn, p50 / p95`);
    await compare(session, own, 5, "5 calls");
    await compare(session, own, 1000, "1000 calls");
    // Firefox ends its background in its own time alone.
    if (name === "chromium") await compare(session, own, 1000, "asleep", () => endBackground(session, own));
  } finally {
    await session.close();
  }
}

async function compare(session: Session, own: Page, calls: number, row: string, before = async () => true) {
  await putInJournal(own, manyCalls(calls));
  const taken: Record<string, number[]> = { [POPUP]: [], [BARE]: [] };
  for (let turn = 0; turn <= TIMES; turn += 1)
    for (const [file, values] of Object.entries(taken)) {
      await before();
      const drawn = await open(session, file);
      // The first is still being compiled.
      if (turn > 0) values.push(drawn);
    }
  print(row, taken[POPUP]!, taken[BARE]!);
}

async function open({ browser, extensionOrigin }: Session, file: string): Promise<number> {
  const page = await browser.newPage();
  await page.setViewport({ width: 360, height: 600 });
  // Of a page of the extension Firefox never reports that it has loaded.
  void page.goto(`${extensionOrigin}/${file}`).catch(() => undefined);
  const drawn = await drawnAt(page, file);
  await page.close();
  return drawn;
}

/** Puts the watch into the copy that is measured, before the popup's own script, and the bare page beside it. */
async function addWatch(folder: string): Promise<void> {
  const [popup, bare] = [path.join(folder, POPUP), path.join(folder, BARE)];
  const html = (await readFile(popup, "utf8")).replace("<script", '<script src="watch.js"></script><script');
  const field = '<main><form><input type="tel" /></form><time>12:00</time></main>';
  await writeFile(popup, html);
  await writeFile(bare, html.replace("popup.js", "bare.js"));
  await writeFile(path.join(folder, "popup/bare.js"), `document.body.innerHTML = ${JSON.stringify(field)};`);
  await writeFile(path.join(folder, "popup/watch.js"), `(${String(watch)})();`);
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

async function drawnAt(page: Page, file: string): Promise<number> {
  for (let tries = 0; tries < 500; tries += 1) {
    await pause(20);
    const drawn = await page
      .evaluate(
        (wanted) => (location.pathname === wanted ? (globalThis as { drawn?: number }).drawn : undefined),
        `/${file}`,
      )
      .catch(() => undefined);
    if (drawn !== undefined) return drawn;
  }
  throw new Error(`${file} was not drawn`);
}

function print(row: string, popup: number[], bare: number[]): void {
  const [p50, p95] = [quantile(popup, 0.5), quantile(popup, 0.95)];
  const [bare50, bare95] = [quantile(bare, 0.5), quantile(bare, 0.95)];
  const met = p95 < GOAL_MS ? "met" : "missed";
  const beside = `bare ${bare50.toFixed(0)} / ${bare95.toFixed(0)}: ${(p50 / bare50).toFixed(2)}x`;
  console.log(`${row.padEnd(12)} ${p50.toFixed(0)} / ${p95.toFixed(0)}, ${beside}; goal for p95 < ${GOAL_MS}: ${met}`);
}
