/**
 * Pages made by what CRMs are made by, each changed a thousand times at random: with the extension every state of the page
 * is the one that it has without, the framework has nothing to complain of, and at the end every number is live.
 */
import { rm } from "node:fs/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Browser, Page } from "puppeteer-core";
import { launchPlain } from "../browsers";
import { type PageServer, servePages } from "../page-server";
import { inEachBrowser, marksBecome, pointOf, settledPosts } from "../stage";
import { bundlePages, FRAMEWORKS } from "./bundle";

const EDITS = 1_000;
const SEED = 20_261_127;

interface Played {
  /** A digest of the page after each edit. */
  states: number[];
  body: string;
  /** Those that the page shows in the end. */
  numbers: string[];
}

let folder: string;
let server: PageServer;
beforeAll(async () => {
  folder = await bundlePages();
  server = await servePages(folder);
});
afterAll(async () => {
  server?.stop();
  await rm(folder, { recursive: true });
});

inEachBrowser("a thousand edits", { sites: async () => [`${server.url}/*`] }, (stage) => {
  let plain: Browser;
  beforeAll(async () => void (plain = await launchPlain(stage.session.name)));
  afterAll(() => plain?.close());

  it.each(FRAMEWORKS)("%s", async (framework) => {
    const url = `${server.url}/${framework}.html`;
    const bare = await open(plain, url);
    const without = await play(bare.page, false);
    expect(without.states).toHaveLength(EDITS);

    const { page, complaints } = await open(stage.session.browser, url);
    await page.bringToFront();
    const played = await playUnderPointer(page);
    expect(complaints).toEqual(bare.complaints);
    expect(complaints).toEqual([]);
    expect(played.states.findIndex((state, at) => state !== without.states[at])).toBe(-1);
    expect(played.body).toBe(without.body);
    await marksBecome(page, played.numbers.length, 20_000);
    expect(await bodyOf(page)).toBe(without.body);

    const { x, y } = await pointOf(page, "tr:last-child td:nth-child(2)");
    await page.mouse.click(x, y);
    expect(await settledPosts(stage)).toHaveLength(1);
    await Promise.all([bare.page.close(), page.close()]);
  });
});

const bodyOf = (page: Page): Promise<string> => page.evaluate(() => document.body.innerHTML);

/** A page and what it had to complain of. */
interface Opened {
  page: Page;
  complaints: string[];
}

async function open(browser: Browser, url: string): Promise<Opened> {
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => ["error", "warn"].includes(message.type()) && complaints.push(message.text()));
  await page.goto(url, { waitUntil: "load" });
  await page.waitForFunction(() => "play" in globalThis);
  return { page, complaints };
}

const play = (page: Page, pauses: boolean): Promise<Played> =>
  page.evaluate(
    (...order) => (globalThis as unknown as { play(...order: unknown[]): Promise<Played> }).play(...order),
    SEED,
    EDITS,
    pauses,
  );

/** The pointer goes over the rows meanwhile, so that the button comes and goes while they change. */
async function playUnderPointer(page: Page): Promise<Played> {
  let playing = true;
  const played = play(page, true).finally(() => (playing = false));
  for (let y = 20; playing; y = y < 200 ? y + 20 : 20) await page.mouse.move(80, y);
  return played;
}
