/**
 * Pages in, expectations out: each `<name>.html` of this folder is opened in both browsers, and `<name>.json` says which
 * numbers the popup lists for it and what clicks on it call. A page acts by itself where its case needs that.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Page } from "puppeteer-core";
import type { NumberOnPage } from "../../shared/messages";
import { type PageServer, servePages } from "../page-server";
import { inEachBrowser, pause, type Stage } from "../stage";

interface Expectation {
  /** E.164, in the order that the popup lists them; `number | words before | words after` where those matter. */
  numbers: string[];
  /** What a plain click on the middle of an element sends as destination; null for a click that is the page's. */
  clicks?: Record<string, string | null>;
  /** What the page's own script says of itself at the end, in `window.said`. */
  said?: unknown;
}

const CASES = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith(".json"))
  .map((name) => name.replace(/\.json$/, ""));

/** Longer than a frame and an answer of the background: what has not come by then does not come. */
const QUIET_MS = 350;

let server: PageServer;
beforeAll(async () => void (server = await servePages(import.meta.dirname)));
afterAll(() => server.stop());

inEachBrowser("a page", { sites: async () => [`${server.url}/*`, `${server.otherUrl}/*`] }, (stage) => {
  let own: Page;
  beforeAll(async () => void (own = await stage.session.openOwn("popup/popup.html")));

  it.each(CASES)("%s", async (name) => {
    const expected = JSON.parse(readFileSync(path.join(import.meta.dirname, `${name}.json`), "utf8")) as Expectation;
    const page = await stage.session.newPage(`${server.url}/${name}.html`);
    await page.bringToFront();
    await expectNumbers(own, page, expected.numbers);
    for (const [selector, calls] of Object.entries(expected.clicks ?? {})) {
      expect(await destinationsOf(stage, page, selector), selector).toEqual(calls === null ? [] : [calls]);
    }
    if ("said" in expected)
      expect(await page.evaluate(() => (window as { said?: unknown }).said)).toEqual(expected.said);
    await page.close();
  });
});

/** The list has to come to be so, and to stay so. */
async function expectNumbers(own: Page, page: Page, wanted: string[]): Promise<void> {
  const withWords = wanted.some((line) => line.includes("|"));
  const listed = async (): Promise<string[]> => (await numbersOn(own)).map((found) => line(found, withWords));
  for (let tries = 0; tries < 60 && (await listed()).join("\n") !== wanted.join("\n"); tries += 1) await pause(50);
  await pause(QUIET_MS);
  expect(await listed(), page.url()).toEqual(wanted);
}

const line = ({ number, before, after }: NumberOnPage, withWords: boolean): string =>
  withWords ? `${number} | ${before} | ${after}` : number;

const numbersOn = (own: Page): Promise<NumberOnPage[]> =>
  own.evaluate(async () => (await chrome.runtime.sendMessage({ type: "page.numbers" })).reply as NumberOnPage[]);

async function destinationsOf({ sandbox }: Stage, page: Page, selector: string): Promise<(string | null)[]> {
  await sandbox.reset();
  const element = await page.waitForSelector(`pierce/${selector}`);
  await element!.evaluate((found) => found.scrollIntoView({ block: "nearest" }));
  const { x, y, width, height } = (await element!.boundingBox())!;
  await page.mouse.click(x + width / 2, y + height / 2);
  await pause(QUIET_MS);
  return (await sandbox.posts()).map(({ body }) => new URLSearchParams(body ?? "").get("destination"));
}
