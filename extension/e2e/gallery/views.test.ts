/** Every view of the extension's own pages, in both browsers: axe-core, the keyboard, narrow and zoomed windows, and the accessibility tree. */
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Page } from "puppeteer-core";
import { OF_COLOURS, violationsOn } from "../axe";
import type { BrowserName } from "../browsers";
import { BROWSERS } from "../stage";
import { unreachable } from "./keyboard";
import { Stand } from "./stand";
import { treeOf } from "./tree";
import { byWorld, ownPages, type View } from "./views";

const NARROW = { width: 320, height: 640 };
const ZOOMED = { width: 640, height: 430, deviceScaleFactor: 2 };
const USUAL = { width: 1280, height: 860 };

const stands = new Map<BrowserName, Stand>();
beforeAll(async () => {
  for (const browser of BROWSERS) stands.set(browser, await Stand.build({ browser, lang: "en-US", scheme: "light" }));
});
afterAll(() => Promise.all([...stands.values()].map((stand) => stand.close())));

// Side by side: much of it is waiting. The next view waits for both, whatever came of one.
it.each(byWorld(ownPages()))("$name", async (view) => {
  const looks = BROWSERS.map((browser) => {
    const stand = stands.get(browser)!;
    return look(browser, view, stand).finally(() => stand.leave(view));
  });
  for (const looked of await Promise.allSettled(looks)) if (looked.status === "rejected") throw looked.reason;
});

async function look(browser: BrowserName, view: View, stand: Stand): Promise<void> {
  const page = await stand.open(view);
  if (!page) return;
  if (browser === "chromium")
    await expect
      .soft(await treeOf(page))
      .toMatchFileSnapshot(path.join(import.meta.dirname, "trees", `${view.name}.txt`));
  await colour(page, "light");
  expect.soft(await violationsOn(page), `${browser}, light`).toEqual([]);
  await colour(page, "dark");
  expect.soft(await violationsOn(page, OF_COLOURS), `${browser}, dark`).toEqual([]);
  for (const [size, viewport] of Object.entries({ NARROW, ZOOMED, USUAL })) {
    await page.setViewport(viewport);
    expect.soft(await page.evaluate(widerBy), `${browser}, ${size}`).toBe(0);
  }
  expect.soft(await unreachable(page), browser).toEqual([]);
}

/** All colours are `light-dark()`, so that the page's scheme is the browser's or this one. */
async function colour(page: Page, scheme: string): Promise<void> {
  await page.evaluate(async (to) => {
    document.documentElement.style.colorScheme = to;
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
  }, scheme);
}

/** How much wider the page is than its window; Firefox' scroll bar takes some of that. */
function widerBy(): number {
  const { scrollWidth, clientWidth } = document.documentElement;
  return scrollWidth - clientWidth;
}
