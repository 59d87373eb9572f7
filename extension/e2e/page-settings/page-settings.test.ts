import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { Page } from "puppeteer-core";
import { downloadsFolder, savedIn } from "../downloads";
import { clickInLayer } from "../layer";
import { sayNotANumber } from "../not-a-number";
import { type PageServer, servePages } from "../page-server";
import { openOptions } from "../session/steps";
import {
  inEachBrowser,
  marksBecome,
  marksAtRest,
  openMarked,
  pause,
  pointOf,
  SETTLED_MS,
  settledPosts,
  type Stage,
  waitForMarks,
  waitForNoMarks,
} from "../stage";

const downloads = downloadsFolder();

const PHONE = 'tr[data-contact="2"] td.phone';

inEachBrowser("a site", { downloads }, (stage) => {
  let crm: Page;
  beforeEach(async () => {
    await chosen(stage, (options) => choose(options, '[name="show"]', "underline"));
    crm = await openMarked(stage, "/crm/contacts");
    return () => crm.close();
  });

  it("shows the button alone where that is chosen, in a page that is open, and calls by it", async () => {
    await chosen(stage, (options) => choose(options, '[name="show"]', "button"));
    await crm.bringToFront();
    await waitForNoMarks(crm);
    const { x, y } = await pointOf(crm, PHONE);
    await crm.mouse.click(x, y);
    await pause(SETTLED_MS);
    expect(await stage.sandbox.posts()).toEqual([]);
    await crm.mouse.move(x + 1, y);
    await crm.waitForSelector("click-to-call");
    // Above the number: see content/call-button.ts.
    await crm.mouse.click(x, y - 30);
    expect(await settledPosts(stage)).toHaveLength(1);
  });

  it("is left alone where that is chosen", async () => {
    await chosen(stage, (options) => choose(options, '[name="show"]', "off"));
    await crm.bringToFront();
    await waitForNoMarks(crm);
    const { x, y } = await pointOf(crm, PHONE);
    await crm.mouse.move(x, y);
    await pause(SETTLED_MS);
    expect(await crm.$("click-to-call")).toBeNull();
  });

  it("has no numbers in what is excluded, until it is excluded no more", async () => {
    await chosen(stage, (options) => exclude(options, "tbody"));
    await crm.bringToFront();
    await waitForNoMarks(crm);
    await chosen(stage, (options) => exclude(options, ""));
    await crm.bringToFront();
    await waitForMarks(crm);
  });

  it.each(["tbody {", ":is(", "::nonsense"])("isn't saved with %s, which is no selector", async (selector) => {
    const options = await openOptions(stage);
    await exclude(options, selector);
    await options.click("footer button");
    await options.waitForSelector("footer .faulty");
    expect(await options.$eval(".sites .fault", (fault) => fault.textContent)).toContain("A CSS selector");
    expect(await options.evaluate(() => document.activeElement?.getAttribute("name"))).toBe("exclude");
    await options.close();
  });

  it("keeps what is no phone number, for the administrator, until it is taken out of the list", async () => {
    const marked = await marksAtRest(crm);
    await sayNotANumber(crm, PHONE);
    await marksBecome(crm, marked - 1);
    await clickInLayer(crm, ".toast .cancel");
    await marksBecome(crm, marked);
    await sayNotANumber(crm, PHONE);
    await marksBecome(crm, marked - 1);
    await crm.reload();
    await marksBecome(crm, marked - 1);
    expect(await stage.sandbox.posts()).toEqual([]);

    const options = await openOptions(stage);
    await options.click("#export-not-numbers");
    expect(JSON.parse(await savedIn(downloads))).toEqual({
      pages: {
        sites: [{ site: stage.sandbox.url, show: "underline", exclude: [], not_numbers: ["+528183582000"] }],
      },
    });
    await options.click(".sites summary");
    await options.click(".sites .chips button");
    await options.click("footer button");
    await options.waitForSelector("footer .saved");
    await options.close();
    await crm.bringToFront();
    await marksBecome(crm, marked);
  });
});

let server: PageServer;
beforeAll(async () => void (server = await servePages(import.meta.dirname)));
afterAll(() => server.stop());

inEachBrowser("links and code", { sites: async () => [`${server.url}/*`] }, (stage) => {
  it("are chosen for all sites, in pages that are open too", async () => {
    const page = await stage.session.newPage(`${server.url}/code.html`);
    await page.bringToFront();
    await marksBecome(page, 2);
    await clickOn(page, "pre");
    expect(await stage.sandbox.posts()).toEqual([]);

    await chosen(stage, async (options) => {
      await choose(options, '[name="links"]', "none");
      await options.click('[name="in_code"]');
    });
    await page.bringToFront();
    await marksBecome(page, 5);
    await clickOn(page, "a");
    await clickOn(page, "pre");
    const posts = await settledPosts(stage);
    expect(posts.map(({ body }) => new URLSearchParams(body!).get("destination"))).toEqual(["525512345602"]);

    const options = await openOptions(stage);
    const value = (name: string) => options.$eval(`[name="${name}"]`, (field) => (field as HTMLSelectElement).value);
    expect(await value("links")).toBe("none");
    expect(await options.$eval('[name="in_code"]', (field) => (field as HTMLInputElement).checked)).toBe(true);
    await options.close();
    await page.close();
  });
});

/** Changes the options and saves them. */
async function chosen(stage: Stage, change: (options: Page) => Promise<unknown>): Promise<void> {
  const options = await openOptions(stage);
  await change(options);
  await options.click("footer button");
  await options.waitForSelector("footer .saved");
  await options.close();
}

const choose = (options: Page, select: string, value: string): Promise<unknown> => options.select(select, value);

async function exclude(options: Page, selector: string): Promise<void> {
  if (!(await options.$(".sites details[open]"))) await options.click(".sites summary");
  await options.focus('[name="exclude"]');
  await options.$eval('[name="exclude"]', (field) => (field as HTMLTextAreaElement).select());
  await options.keyboard.press("Backspace");
  await options.type('[name="exclude"]', selector);
}

async function clickOn(page: Page, selector: string): Promise<void> {
  const { x, y } = await pointOf(page, selector);
  await page.mouse.click(x, y);
}
