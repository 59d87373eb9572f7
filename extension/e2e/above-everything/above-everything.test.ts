/** The button and the toast lie above everything that a page can put on top, and are alive there. */
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Page } from "puppeteer-core";
import { clickInLayer, waitForLayer, waitForNoLayer } from "../layer";
import { type PageServer, servePages } from "../page-server";
import { inEachBrowser, pointOf, settledPosts, type Stage, waitForMarks } from "../stage";

let server: PageServer;
beforeAll(async () => void (server = await servePages(import.meta.dirname)));
afterAll(() => server.stop());

interface Case {
  name: string;
  opener: string;
  opened: string;
  number: string;
  destination: string;
  close: (page: Page) => Promise<unknown>;
}

const escape = (page: Page): Promise<void> => page.keyboard.press("Escape");

const CASES: Case[] = [
  {
    name: "a full screen",
    opener: "#enter",
    opened: ":fullscreen",
    number: "#in-full",
    destination: "525512345601",
    close: (page) => page.evaluate(() => document.exitFullscreen()),
  },
  {
    name: "a modal dialog",
    opener: "#show",
    opened: "dialog:modal",
    number: "#in-dialog",
    destination: "525512345602",
    close: escape,
  },
  {
    name: "a popover",
    opener: "#pop",
    opened: "#popover:popover-open",
    number: "#in-popover",
    destination: "525512345603",
    close: escape,
  },
];

inEachBrowser("above", { sites: async () => [`${server.url}/*`] }, (stage) => {
  it.each(CASES)("$name", async ({ opener, opened, number, destination, close }) => {
    const page = await stage.session.newPage(`${server.url}/above.html`);
    await page.bringToFront();
    await waitForMarks(page);
    await callByClick(stage, page, "#page");
    await page.click(opener);
    await page.waitForSelector(opened);
    // What was shown before is not covered.
    await clickInLayer(page, ".toast .close");
    await waitForNoLayer(page);
    // A click beside a popover is one that closes it.
    if (!(await page.$(opened))) await page.click(opener);

    await stage.sandbox.reset();
    const { x, y } = await pointOf(page, number);
    await page.mouse.move(x - 2, y);
    await page.mouse.move(x, y);
    await clickInLayer(page, ".call");
    expect(await destinationsOf(stage)).toEqual([destination]);
    expect(await page.$(opened), "still open").not.toBeNull();
    await waitForLayer(page, ".toast.good");
    await close(page);
    await page.waitForSelector(opened, { hidden: true });
    await clickInLayer(page, ".toast .close");
    await waitForNoLayer(page);
    await page.close();
  });
});

async function callByClick(stage: Stage, page: Page, selector: string): Promise<void> {
  const { x, y } = await pointOf(page, selector);
  await page.mouse.click(x, y);
  await waitForLayer(page, ".toast.good");
  expect(await destinationsOf(stage)).toEqual(["525512345600"]);
}

async function destinationsOf(stage: Stage): Promise<(string | null)[]> {
  return (await settledPosts(stage)).map(({ body }) => new URLSearchParams(body!).get("destination"));
}
