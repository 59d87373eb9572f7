/** Pages that the browser keeps while another one is shown (its back/forward cache), and pages behind another tab. */
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Page } from "puppeteer-core";
import { waitForLayer } from "../layer";
import { type PageServer, servePages } from "../page-server";
import { CALL } from "../session/steps";
import {
  inEachBrowser,
  marksBecome,
  pause,
  pointOf,
  SETTLED_MS,
  settledPosts,
  type Stage,
  waitForMarks,
} from "../stage";

let server: PageServer;
beforeAll(async () => void (server = await servePages(import.meta.dirname)));
afterAll(() => server.stop());

/** So many that the background is asked for a while. */
const MANY = 3_000;

/** Sooner than a hidden page's next look at itself: see content/scanner.ts. */
const AT_ONCE_MS = 400;

inEachBrowser("a page that was left", { sites: async () => [`${server.url}/*`] }, (stage) => {
  const open = async (): Promise<Page> => {
    const page = await stage.session.newPage(`${server.url}/left.html`);
    await page.bringToFront();
    await waitForMarks(page);
    return page;
  };

  it("is live when it comes back, and so is the one that was left for it; nothing went wrong", async () => {
    const page = await open();
    const errors: unknown[] = [];
    page.on("pageerror", (error) => errors.push(error));
    const { x, y } = await pointOf(page, "#number");
    await page.mouse.move(x - 2, y);
    await page.mouse.move(x, y);
    await waitForLayer(page, ".call");
    await leave(page);
    await back(page);
    // The pointer may be anywhere by now.
    expect(await page.$("click-to-call")).toBeNull();
    expect(await called(stage, page)).toEqual(["525512345600"]);
    await page.evaluate(() => history.forward());
    await arrived(page, "other.html");
    expect(await called(stage, page)).toEqual(["525512345601"]);
    expect(errors).toEqual([]);
    await page.close();
  });

  it("while the background was asked about it has all of its numbers, and those that come later", async () => {
    const page = await open();
    await page.evaluate((many) => {
      const numbers = Array.from({ length: many }, (_, index) => `<p>55 2345 ${1_000 + index}</p>`);
      document.body.insertAdjacentHTML("beforeend", numbers.join(""));
    }, MANY);
    // In the frame that is drawn next they are read and asked about.
    await page.evaluate(() => requestAnimationFrame(() => setTimeout(() => (location.href = "other.html"))));
    await arrived(page, "other.html");
    await back(page);
    await marksBecome(page, MANY + 1, 10_000);
    await page.evaluate(() => (document.querySelector("#number")!.firstChild as Text).replaceData(0, 2, "33"));
    await pause(SETTLED_MS);
    expect(await called(stage, page)).toEqual(["523312345600"]);
    await page.close();
  });

  it("while a call was under way tells how that ended, and calls no second time", async () => {
    await stage.sandbox.fault({ path: CALL, delay_ms: 1_500 });
    const page = await open();
    const { x, y } = await pointOf(page, "#number");
    await page.mouse.click(x, y);
    await waitForLayer(page, ".toast.busy");
    await pause(SETTLED_MS);
    await leave(page);
    await pause(1_500);
    await back(page);
    await waitForLayer(page, ".toast.good");
    expect(await settledPosts(stage)).toHaveLength(1);
    await page.close();
  });

  it("for another tab has the numbers that came meanwhile", async () => {
    const page = await open();
    const other = await stage.session.newPage(`${server.url}/other.html`);
    await other.bringToFront();
    await page.waitForFunction(() => document.hidden, { polling: 50 });
    await page.evaluate(() => (document.querySelector("#number")!.textContent = "55 1234 5602"));
    // Behind another one, a page is read once a second: see content/scanner.ts.
    await pause(2 * SETTLED_MS);
    await page.bringToFront();
    expect(await called(stage, page)).toEqual(["525512345602"]);
    await other.close();
    await page.close();
  });

  it("for another tab has what changed last as soon as it is shown", async () => {
    const page = await open();
    const other = await stage.session.newPage(`${server.url}/other.html`);
    await other.bringToFront();
    await page.waitForFunction(() => document.hidden, { polling: 50 });
    await page.evaluate(watchReturn);
    await page.bringToFront();
    await page.waitForFunction(() => (window as Returning).liveAfter !== undefined, { polling: 50, timeout: 5_000 });
    expect(await page.evaluate(() => (window as Returning).liveAfter)).toBeLessThan(AT_ONCE_MS);
    await other.close();
    await page.close();
  });

  it("or was never seen, because it was opened behind another tab, calls at the first click", async () => {
    const page = await stage.session.browser.newPage();
    const other = await stage.session.newPage(`${server.url}/other.html`);
    await other.bringToFront();
    await page.goto(`${server.url}/left.html`);
    await page.waitForFunction(() => document.hidden && (CSS.highlights.get("ucontact-number")?.size ?? 0) > 0, {
      polling: 50,
      timeout: 10_000,
    });
    await page.bringToFront();
    await pause(SETTLED_MS);
    expect(await called(stage, page)).toEqual(["525512345600"]);
    await other.close();
    await page.close();
  });
});

type Returning = typeof window & { liveAfter?: number };

/** Changes the page behind the other tab, and measures how long after its return all of its numbers are live. */
function watchReturn(): void {
  document.addEventListener("visibilitychange", () => {
    const begun = performance.now();
    const look = (): void => {
      if (CSS.highlights.get("ucontact-number")?.size === 2)
        (window as Returning).liveAfter = performance.now() - begun;
      else setTimeout(look, 10);
    };
    look();
  });
  document.body.append(Object.assign(document.createElement("p"), { textContent: "55 1234 5609" }));
}

async function leave(page: Page): Promise<void> {
  await page.click("a");
  await arrived(page, "other.html");
}

async function back(page: Page): Promise<void> {
  await page.evaluate(() => history.back());
  await arrived(page, "left.html");
  // Loaded anew, it would prove nothing.
  expect(await page.evaluate(() => (window as { kept?: boolean }).kept)).toBe(true);
}

/** What puppeteer knows of a page's address isn't always so: in Firefox one that was kept is not reported. */
async function arrived(page: Page, name: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const there = await page.evaluate(() => location.pathname).catch(() => "");
    if (there.endsWith(name)) return waitForMarks(page);
    await pause(50);
  }
  throw new Error(`${name} is not there`);
}

async function called(stage: Stage, page: Page): Promise<(string | null)[]> {
  await stage.sandbox.reset();
  const { x, y } = await pointOf(page, "#number");
  await page.mouse.click(x, y);
  return (await settledPosts(stage)).map(({ body }) => new URLSearchParams(body!).get("destination"));
}
