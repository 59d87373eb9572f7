/** A sandbox and a browser set up for it, for the cases of one folder, in Chromium and then in Firefox. */
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe } from "vitest";
import type { Page } from "puppeteer-core";
import type { Attempt } from "../shared/attempts";
import { type BrowserName, type DevSettings, launch, type Options, type Session } from "./browsers";
import { type Sandbox, startSandbox } from "./sandbox";

export const BROWSERS: BrowserName[] = ["chromium", "firefox"];

/** What a case plays on. */
export interface Stage {
  sandbox: Sandbox;
  session: Session;
}

interface Setting extends Options {
  /** Where the other browser has no way to play the case. */
  browsers?: BrowserName[];
  settings?: Partial<DevSettings>;
  /** Sites beside the sandbox's, of servers that are up when the browser starts. */
  sites?: () => Promise<string[]>;
}

/** Describes the cases in each browser; a case finds an empty journal, no faults and no pages but its own. */
export function inEachBrowser(title: string, setting: Setting, cases: (stage: Stage) => void): void {
  describe.each(setting.browsers ?? BROWSERS)(`${title}: %s`, (name) => {
    const stage = {} as Stage;
    beforeAll(async () => {
      stage.sandbox = await startSandbox();
      const settings = stage.sandbox.settings(setting.settings);
      const sites = [...settings.sites, ...((await setting.sites?.()) ?? [])];
      stage.session = await launch(name, { ...settings, sites }, setting);
    });
    beforeEach(() => stage.sandbox.reset());
    afterAll(async () => {
      await stage.session?.close();
      stage.sandbox?.stop();
    });
    cases(stage);
  });
}

/** What a case plays on where the browser ends and comes back: a profile stays between `start`s, and a server through them all. */
export interface LastingStage extends Stage {
  /** Launches the browser on the profile; without settings the extension has what was kept in it. */
  start(settings: DevSettings | null): Promise<void>;
}

/** Describes the cases in each browser, each in a profile of its own. */
export function inEachProfile(title: string, cases: (stage: LastingStage) => void): void {
  describe.each(BROWSERS)(`${title}: %s`, (name) => {
    const stage = {} as LastingStage;
    let profile: string;
    stage.start = async (settings) => {
      stage.session = await launch(name, settings, { profile });
    };
    beforeEach(async () => {
      stage.sandbox = await startSandbox();
      profile = await mkdtemp(path.join(os.tmpdir(), "click-to-call-profile-"));
    });
    afterEach(async () => {
      await stage.session.close();
      stage.sandbox.stop();
      await rm(profile, { recursive: true, force: true });
    });
    cases(stage);
  });
}

/** Opens a page of the sandbox and waits until its numbers are live. */
export async function openMarked({ session, sandbox }: Stage, path: string): Promise<Page> {
  const page = await session.newPage(`${sandbox.url}${path}`);
  await page.bringToFront();
  await waitForMarks(page);
  return page;
}

/** Waits until so many numbers are marked, or more. */
export async function waitForMarks(page: Page, atLeast = 1): Promise<void> {
  const live = (least: number): boolean => (CSS.highlights.get("ucontact-number")?.size ?? 0) >= least;
  await page.waitForFunction(live, { timeout: 15_000 }, atLeast);
}

/** Waits until none is marked any more, however that came about. */
export async function waitForNoMarks(page: Page): Promise<void> {
  await page.waitForFunction(() => !CSS.highlights.get("ucontact-number")?.size, { timeout: 5_000 });
}

/** How many numbers are marked. */
export const marksOn = (page: Page): Promise<number> =>
  page.evaluate(() => CSS.highlights.get("ucontact-number")?.size ?? 0);

/** How many are marked when the page has been read to its end: it is read, and its marks are drawn, in slices. */
export async function marksAtRest(page: Page): Promise<number> {
  await pause(SETTLED_MS);
  return marksOn(page);
}

/** Waits until so many numbers are marked, no more and no fewer. */
export const marksBecome = (page: Page, count: number, timeout = 5_000): Promise<unknown> =>
  page.waitForFunction((all) => CSS.highlights.get("ucontact-number")?.size === all, { timeout }, count);

/** The middle of a text inside an element, in the viewport; scrolls there first. */
export async function pointOf(page: Page, selector: string, text?: string): Promise<{ x: number; y: number }> {
  return page.$eval(
    selector,
    (element, wanted) => {
      element.scrollIntoView({ block: "center" });
      const range = document.createRange();
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      let node = walker.nextNode() as Text;
      while (wanted && node && !node.data.includes(wanted)) node = walker.nextNode() as Text;
      range.selectNodeContents(node);
      const rect = range.getClientRects()[0]!;
      return { x: rect.left + rect.width / 2, y: rect.top + rect.height / 2 };
    },
    text,
  );
}

/** The attempts in the journal of the extension, newest first, as its own pages see them. */
export async function attempts({ session }: Stage): Promise<Attempt[]> {
  const page = await session.openOwn("popup/popup.html");
  const found = await page.evaluate(async () => {
    const answer = await chrome.runtime.sendMessage({ type: "calls.recent" });
    return answer.reply as Attempt[];
  });
  await page.close();
  return found;
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Long enough for a second request to have shown up, if there were one. */
export const SETTLED_MS = 700;

/** Waits for the first API request, and then for a second one that must not come. */
export async function settledPosts({ sandbox }: Stage): ReturnType<Sandbox["posts"]> {
  for (let tries = 0; tries < 100 && (await sandbox.posts()).length === 0; tries += 1) await pause(50);
  await pause(SETTLED_MS);
  return sandbox.posts();
}
