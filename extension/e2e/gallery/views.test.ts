/** Every view of the extension's own pages, in both browsers: axe-core, the keyboard, narrow and zoomed windows, and the accessibility tree. */
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Page } from "puppeteer-core";
import { violationsOn } from "../axe";
import { BROWSERS } from "../stage";
import { unreachable } from "./keyboard";
import { Stand } from "./stand";
import { treeOf } from "./tree";
import { byWorld, ownPages } from "./views";

const NARROW = { width: 320, height: 640 };
const ZOOMED = { width: 640, height: 430, deviceScaleFactor: 2 };
const USUAL = { width: 1280, height: 860 };

describe.each(BROWSERS)("in %s", (browser) => {
  let stand: Stand;
  beforeAll(async () => void (stand = await Stand.build({ browser, lang: "en-US", scheme: "light" })));
  afterAll(() => stand?.close());

  it.each(byWorld(ownPages()))("$name", async (view) => {
    const page = await stand.open(view);
    if (!page) return;
    if (browser === "chromium")
      await expect
        .soft(await treeOf(page))
        .toMatchFileSnapshot(path.join(import.meta.dirname, "trees", `${view.name}.txt`));
    for (const scheme of ["light", "dark"] as const) {
      await colour(page, scheme);
      expect.soft(await violationsOn(page), scheme).toEqual([]);
    }
    for (const [size, viewport] of Object.entries({ NARROW, ZOOMED, USUAL })) {
      await page.setViewport(viewport);
      expect.soft(await page.evaluate(widerBy), size).toBe(0);
    }
    expect.soft(await unreachable(page)).toEqual([]);
    await stand.leave(view);
  });
});

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
