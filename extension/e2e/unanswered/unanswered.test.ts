/** A background that doesn't answer for a while: what was asked in vain is asked again when something happens, and not before. */
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Page } from "puppeteer-core";
import { type PageServer, servePages } from "../page-server";
import { inEachBrowser, marksBecome, marksOn, pause, type Stage } from "../stage";

let server: PageServer;
beforeAll(async () => void (server = await servePages(import.meta.dirname)));
afterAll(() => server.stop());

/** What the background answers first, before its own listeners: to questions of a kind, until none came for a while, a refusal. */
const REFUSING = `
const latest = {};
chrome.runtime.onMessage.addListener(({ type, kind }, _, respond) => {
  if (type === "test.refuse") latest[kind] = Infinity;
  if (Date.now() - latest[type] > 800) delete latest[type];
  if (!(type in latest)) return;
  latest[type] = Date.now();
  respond({ ok: false, error: "refused by the test" });
});
`;

/** So soon after a failure none is asked again: see content/asking.ts. */
const SOON_MS = 1_000;

async function prepare(folder: string): Promise<void> {
  const file = path.join(folder, "background/main.js");
  await writeFile(file, REFUSING + (await readFile(file, "utf8")));
}

const HAPPENINGS: [name: string, happen: (page: Page, stage: Stage) => Promise<unknown>][] = [
  ["the page changes", (page) => page.$eval("#changing", (line) => line.append("!"))],
  ["the pointer moves", (page) => page.mouse.move(300, 300)],
  [
    "the page is seen again",
    async (page, stage) => {
      const other = await stage.session.newPage(`${server.url}/elsewhere`);
      await other.bringToFront();
      await page.waitForFunction(() => document.hidden, { polling: 50 });
      await page.bringToFront();
      await other.close();
    },
  ],
];

inEachBrowser("texts that got no answer", { prepare, sites: async () => [`${server.url}/*`] }, (stage) => {
  it.each(HAPPENINGS)("are asked about again where %s", async (_, happen) => {
    const page = await openRefused(stage, "numbers.find");
    await happen(page, stage);
    await marksBecome(page, 2, 3_000);
    await page.close();
  });

  it("are asked about again where the sites' settings were saved, though this page is read as before", async () => {
    const own = await stage.session.openOwn("popup/popup.html");
    const page = await openRefused(stage, "numbers.find");
    await own.evaluate(tellAsSaved, page.url());
    await marksBecome(page, 2, 3_000);
    await own.close();
    await page.close();
  });

  // Of a page that isn't read yet no change is seen.
  it.each(HAPPENINGS.slice(1))(
    "are asked about, where the page didn't hear that it is one to read, as %s",
    async (_, happen) => {
      const page = await openRefused(stage, "site.hello");
      await happen(page, stage);
      await marksBecome(page, 2, 3_000);
      await page.close();
    },
  );
});

/** A page whose questions of a kind got no answer, and about which nothing has happened since: no timer asks. */
async function openRefused(stage: Stage, kind: string): Promise<Page> {
  await refuse(stage, kind);
  const page = await stage.session.newPage(`${server.url}/texts.html`);
  await page.bringToFront();
  await pause(SOON_MS + 500);
  expect(await marksOn(page)).toBe(0);
  return page;
}

async function refuse({ session }: Stage, kind: string): Promise<void> {
  const own = await session.openOwn("popup/popup.html");
  await own.evaluate(
    (kind) => void chrome.runtime.sendMessage({ type: "test.refuse", kind }).catch(() => undefined),
    kind,
  );
  await pause(100);
  await own.close();
}

/** In a page of ours: tells a tab what the background tells all of them when settings were saved. */
async function tellAsSaved(url: string): Promise<void> {
  const tabs = await chrome.tabs.query({});
  await chrome.tabs.sendMessage(tabs.find((tab) => tab.url === url)!.id!, { type: "sites.changed" });
}
