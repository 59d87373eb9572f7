/** Firefox with its own rights: a privileged page through which a driver reaches what no page is let near. */
import type { Browser, Page } from "puppeteer-core";
import { pause } from "./stage";

/** A page with the browser's own rights that does nothing by itself. */
export async function openPrivileged(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  // Firefox opens the page and never reports that it has loaded.
  void page.goto("about:config").catch(() => undefined);
  for (let tries = 0; tries < 100; tries += 1) {
    if (await page.evaluate(() => "Services" in globalThis).catch(() => false)) return page;
    await pause(50);
  }
  throw new Error("Firefox gives no privileged page");
}
