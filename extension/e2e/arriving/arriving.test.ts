/** A page that arrives slowly: what comes first is live before the rest is there, and what changed meanwhile is read anew. */
import type { ServerResponse } from "node:http";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type PageServer, serve } from "../page-server";
import { inEachBrowser, marksBecome, pause, pointOf, settledPosts } from "../stage";

const FIRST = `<!doctype html><meta charset="utf-8"><title>Slow</title>
<p id="first">55 1234 5601</p><p id="second">Ana <b>55 1234</b> 5602, 55 1234 5603</p>
<p>On paper <a href="tel:+525512345604">55 1234 5699</a></p>`;
const REST = `<script>document.querySelector("#first").firstChild.data = "Order 55"; document.querySelector("#second").translate = false;</script>
<p>55 1234 5605</p>`;

let server: PageServer;
let waiting: ServerResponse | undefined;
beforeAll(async () => {
  server = await serve(({ url }, response) => {
    if (url !== "/slow") return void response.writeHead(404).end();
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.write(FIRST);
    waiting = response;
  });
});
afterAll(() => server.stop());

/** The texts that are marked, as the page sees them. */
const numbersShown = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...CSS.highlights.get("ucontact-number")!]
      .map((part) => {
        const range = document.createRange();
        range.setStart(part.startContainer, part.startOffset);
        range.setEnd(part.endContainer, part.endOffset);
        return range.toString();
      })
      .sort(),
  );

inEachBrowser("a page that still arrives", { sites: async () => [`${server.url}/*`] }, (stage) => {
  it("has its first numbers live, and the right ones when all of it is there", async () => {
    const page = await stage.session.newPage("about:blank");
    await page.bringToFront();
    const arrives = page.goto(`${server.url}/slow`);
    await pause(1_500);
    await marksBecome(page, 3);
    expect(await page.evaluate(() => document.readyState)).toBe("loading");
    const { x, y } = await pointOf(page, "#first");
    await page.mouse.click(x, y);
    const posts = await settledPosts(stage);
    expect(posts.map(({ body }) => new URLSearchParams(body!).get("destination"))).toEqual(["525512345601"]);
    waiting!.end(REST);
    await arrives;
    // The link and the last line; the first line holds no number any more, and the second is left alone.
    await page.waitForFunction(() => document.readyState === "complete");
    await pause(1_000);
    await marksBecome(page, 2);
    expect(await numbersShown(page)).toEqual(["55 1234 5605", "55 1234 5699"]);
    await page.close();
  });
});
