/**
 * Closed shadow roots of plain elements that have children of their own. Whether an element has one costs microseconds to
 * ask, and pages have thousands of such elements: they are looked into where the pointer or the focus comes near.
 */
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Page } from "puppeteer-core";
import { type PageServer, servePages } from "../page-server";
import { inEachBrowser, marksBecome, settledPosts } from "../stage";

let server: PageServer;
beforeAll(async () => void (server = await servePages(import.meta.dirname)));
afterAll(() => server.stop());

inEachBrowser("a closed shadow root around children", { sites: async () => [`${server.url}/*`] }, (stage) => {
  it("has its numbers live where the pointer or the focus comes near", async () => {
    const page = await stage.session.newPage(`${server.url}/closed.html`);
    await page.bringToFront();
    await marksBecome(page, 0);
    const { x, y } = await above(page, "#pointed b");
    await page.mouse.move(x - 2, y);
    await page.mouse.move(x, y);
    await marksBecome(page, 1);
    await page.mouse.click(x, y);
    const posts = await settledPosts(stage);
    expect(posts.map(({ body }) => new URLSearchParams(body!).get("destination"))).toEqual(["525512345601"]);
    await page.focus("#focused a");
    await marksBecome(page, 2);
    await page.close();
  });
});

/** In the closed root, on the line above an element of the page: no script of the page's finds what is there. */
const above = (page: Page, selector: string): Promise<{ x: number; y: number }> =>
  page.$eval(selector, (element) => {
    const host = element.parentElement!.getBoundingClientRect();
    const { left, top } = element.getBoundingClientRect();
    return { x: left + 20, y: (host.top + top) / 2 };
  });
