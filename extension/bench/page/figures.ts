/** The figures, each of one subject on one page. */
import { pause } from "../../e2e/stage";
import type { PageName } from "./pages";
import { longestMs, scriptMs } from "./profile";
import type { Subject } from "./subjects";

/** Where the pages are, and which of them. */
type Place = `${string}/${PageName}`;

/** From DOMContentLoaded to the first number that can be called, in milliseconds. */
export async function firstLive({ page }: Subject, place: Place): Promise<number> {
  await page.bringToFront();
  await page.goto(`${place}?on`);
  await page.waitForFunction(() => "live" in globalThis, { timeout: 30_000, polling: 100 });
  await pause(150);
  return page.evaluate(() => (globalThis as unknown as { live: number }).live);
}

export interface Work {
  /** The time that content scripts ran for. */
  script: number;
  /** The longest of it in one piece. */
  longest: number;
}

/** What the first scan of a page takes, the drawing of what it found included. */
export async function firstScan({ page, profiler }: Subject, place: Place, ms: number): Promise<Work> {
  await page.bringToFront();
  await page.goto(`${new URL(place).origin}/empty`);
  await profiler.start();
  await page.goto(place);
  await pause(ms);
  return workOf(await profiler.stop());
}

/** What a page that changes takes. */
export async function changing({ page, profiler }: Subject, place: Place, ms: number): Promise<Work> {
  await page.bringToFront();
  await page.goto(`${place}?on`);
  await pause(1_500);
  await profiler.start();
  await pause(ms);
  return workOf(await profiler.stop());
}

const CHANGES = 100;

/** What one changed text takes; it holds another number each time. */
export async function oneChange({ page, profiler }: Subject, place: Place): Promise<number> {
  await page.bringToFront();
  await page.goto(place);
  await pause(2_500);
  await profiler.start();
  await page.evaluate(change, CHANGES);
  await pause(300);
  return scriptMs(await profiler.stop()) / CHANGES;
}

/** In the page. */
async function change(times: number): Promise<void> {
  const cell = [...document.querySelectorAll("td")].find(({ textContent }) => textContent.startsWith("+"))!;
  for (let time = 0; time < times; time += 1) {
    (cell.firstChild as Text).data = `+52 55 7777 ${1000 + time}`;
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}

/** What a page adds to what is held, in a tab of its own: a page that was left would be held too. */
export async function held(subject: Subject, place: Place): Promise<number> {
  const fresh = await subject.renew();
  const before = await fresh.profiler.memory();
  await fresh.page.bringToFront();
  await fresh.page.goto(place);
  await pause(2_500);
  const bytes = (await fresh.profiler.memory()) - before;
  await fresh.page.close();
  return bytes;
}

const workOf = (samples: Parameters<typeof scriptMs>[0]): Work => ({
  script: scriptMs(samples),
  longest: longestMs(samples),
});

/** The names that a content script noted with `performance.mark`, when it is asked for what it knows. */
export async function told({ page }: Subject, event: string): Promise<string> {
  return page.evaluate((event) => {
    performance.clearMarks();
    dispatchEvent(new Event(`${event}-tell`));
    return performance.getEntriesByType("mark").map(({ name }) => name.slice(event.length + 1))[0] ?? "";
  }, event);
}

/** The time that the browser takes to compile a script it has not seen, as a mean of many. */
export function compileMs({ page }: Subject, source: string): Promise<number> {
  return page.evaluate((source) => {
    const from = performance.now();
    for (let time = 0; time < 40; time += 1) new Function(`/* ${Math.random()} */ ${source}`);
    return (performance.now() - from) / 40;
  }, source);
}
