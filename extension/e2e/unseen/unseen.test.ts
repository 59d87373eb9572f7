/** What the page must not notice: its layout, the text that is copied, its own handlers, its print, and an idle moment. */
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Browser, Page } from "puppeteer-core";
import { launchPlain } from "../browsers";
import { openPrivileged } from "../gecko";
import { inEachBrowser, openMarked, pause, pointOf, SETTLED_MS, type Stage } from "../stage";

const PHONE = 'tr[data-contact="1"] td.phone';
const PATH = "/crm/contacts";

inEachBrowser("the page does not notice", {}, (stage) => {
  const openPlain = besides(stage);

  it("that anything was laid out anew: every box is where it was, and nothing shifted", async () => {
    const [page, other] = [await openMarked(stage, PATH), await openPlain()];
    await page.evaluate(watchShifts);
    const { x, y } = await pointOf(page, PHONE);
    await page.mouse.move(x, y - 2);
    await page.mouse.move(x, y);
    await page.waitForSelector("click-to-call");
    await pause(SETTLED_MS);
    await pointOf(other, PHONE);
    expect(await boxes(page)).toEqual(await boxes(other));
    expect(await page.evaluate(() => (window as Watching).shifts)).toEqual([]);
    await page.close();
    await other.close();
  });

  it("that its text would be copied otherwise, while the button is shown too", async () => {
    const [page, other] = [await openMarked(stage, PATH), await openPlain()];
    const { x, y } = await pointOf(page, PHONE);
    await page.mouse.move(x, y - 2);
    await page.mouse.move(x, y);
    await page.waitForSelector("click-to-call");
    const copied = await copiedFrom(page);
    expect(copied.text).toContain("55 5658 1111");
    expect(copied).toEqual(await copiedFrom(other));
    await page.close();
    await other.close();
  });

  it("in its own handlers and links, but for the click that calls", async () => {
    const page = await openMarked(stage, PATH);
    await page.evaluate(countEvents);
    const { x, y } = await pointOf(page, PHONE);
    const name = await pointOf(page, 'tr[data-contact="1"] td');
    await page.mouse.click(name.x, name.y);
    await page.mouse.click(x, y);
    await pause(SETTLED_MS);
    const counts = await page.evaluate(() => (window as Watching).counts);
    // Both presses are the page's to see; of the clicks the one on its own text.
    expect(counts).toEqual({ pointerdown: 2, mousedown: 2, mouseup: 2, click: 1 });
    expect(await page.evaluate(() => location.hash)).toBe("#untouched");
    await page.close();
  });

  it("an idle moment: no message of ours", async () => {
    const page = await openMarked(stage, PATH);
    await pause(2 * SETTLED_MS);
    const own = await stage.session.openOwn("popup/popup.html");
    await page.bringToFront();
    await own.evaluate(() => {
      const heard: string[] = [];
      chrome.runtime.onMessage.addListener(({ type }: { type: string }) => void heard.push(type));
      (window as Watching).heard = heard;
    });
    await pause(5_000);
    expect(await own.evaluate(() => (window as Watching).heard)).toEqual([]);
    // One that is not idle is heard, or this would prove nothing.
    await page.evaluate(() =>
      document.body.append(Object.assign(document.createElement("p"), { textContent: "55 9999 1234" })),
    );
    await pause(SETTLED_MS);
    expect(await own.evaluate(() => (window as Watching).heard)).toEqual(["numbers.find"]);
    await own.close();
    await page.close();
  });
});

inEachBrowser("the page does not notice in print", {}, (stage) => {
  const openPlain = besides(stage);

  it("that a number is live", async () => {
    const [page, other] = [await openMarked(stage, PATH), await openPlain()];
    expect((await look(page)).equals(await look(other))).toBe(false);
    await setMedium(page, "print");
    await setMedium(other, "print");
    expect((await look(page)).equals(await look(other))).toBe(true);
    await page.close();
    await other.close();
  });
});

/** Opens the page in a browser that lacks the extension. */
function besides(stage: Stage): () => Promise<Page> {
  let plain: Browser;
  beforeAll(async () => (plain = await launchPlain(stage.session.name)));
  afterAll(() => plain?.close());
  return async () => {
    const page = await plain.newPage();
    await page.goto(`${stage.sandbox.url}${PATH}`, { waitUntil: "load" });
    await page.waitForSelector(PHONE);
    return page;
  };
}

type Watching = typeof window & { shifts?: number[]; counts?: Record<string, number>; heard?: string[] };

/** Chromium tells of shifts itself; in Firefox the boxes alone tell. */
function watchShifts(): void {
  const shifts: number[] = [];
  (window as Watching).shifts = shifts;
  if (PerformanceObserver.supportedEntryTypes.includes("layout-shift"))
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
    }).observe({ type: "layout-shift", buffered: true });
}

const boxes = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { scrollWidth, scrollHeight } = document.documentElement;
    const all = [...document.body.querySelectorAll("*")].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return `${element.tagName} ${x} ${y} ${width} ${height}`;
    });
    return [`${scrollWidth} ${scrollHeight}`, ...all];
  });

/** What a copy of all puts on the clipboard, as the page's own listener could read it. */
const copiedFrom = (page: Page): Promise<{ text: string; html: string }> =>
  page.evaluate(() => {
    getSelection()!.selectAllChildren(document.body);
    const text = getSelection()!.toString();
    const box = document.createElement("div");
    box.append(getSelection()!.getRangeAt(0).cloneContents());
    getSelection()!.removeAllRanges();
    return { text, html: box.innerHTML };
  });

/** A static part of the page, in pixels. */
async function look(page: Page): Promise<Buffer> {
  await page.bringToFront();
  return Buffer.from(await (await page.$(PHONE))!.screenshot());
}

/** Draws the page as for a printer: not as a PDF, which holds when it was made. Firefox does so for who has its own rights. */
async function setMedium(page: Page, medium: string): Promise<void> {
  await page.bringToFront();
  if (!page.browser().process()!.spawnfile.includes("firefox")) return page.emulateMediaType(medium);
  const privileged = await openPrivileged(page.browser());
  await privileged.evaluate(overrideMedium, page.url(), medium);
  await privileged.close();
}

interface Gecko {
  Services: { wm: { getMostRecentWindow(kind: string): { gBrowser: { browsers: GeckoTab[] } } } };
}
interface GeckoTab {
  currentURI: { spec: string };
  browsingContext: { mediumOverride: string };
}

function overrideMedium(url: string, medium: string): void {
  const { wm } = (globalThis as unknown as Gecko).Services;
  const { browsers } = wm.getMostRecentWindow("navigator:browser").gBrowser;
  browsers.find(({ currentURI }) => currentURI.spec === url)!.browsingContext.mediumOverride = medium;
}

function countEvents(): void {
  const counts: Record<string, number> = {};
  (window as Watching).counts = counts;
  location.hash = "untouched";
  for (const type of ["pointerdown", "mousedown", "mouseup", "click"])
    document.body.addEventListener(type, () => (counts[type] = (counts[type] ?? 0) + 1));
}
