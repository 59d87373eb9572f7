/**
 * What the content script costs a page and how soon its numbers are live, in both browsers: beside no extension, a bare walk
 * over the texts (the lower bound), bare marks and ringcentral-c2d, all in one run, and every goal printed as met or missed.
 */
import { readFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { BrowserName } from "../e2e/browsers";
import { servePages } from "../e2e/page-server";
import { startSandbox } from "../e2e/sandbox";
import { BROWSERS, pause } from "../e2e/stage";
import { IDLE_MS } from "../e2e/end-background";
import { CASES, compareMarks, corpusPage, knownPages } from "./page/marks";
import { serveBench } from "./page/pages";
import { changes, scans, type Side, soon, soonCold, stillness, weights } from "./page/rows";
import { openOther, openOurs } from "./page/subjects";
import { head, type Row, rowLine } from "./page/table";

const CONTENT = readFileSync(path.resolve(import.meta.dirname, "../../dist/dev/content/main.js"), "utf8");
const PROBE = readFileSync(path.join(import.meta.dirname, "page/probe.js"), "utf8");

const sandbox = await startSandbox();
const pages = await serveBench({ corpus: corpusPage });
const cases = await servePages(CASES);
const settings = sandbox.settings({ sites: [pages, cases, { url: cases.otherUrl }].map(({ url }) => `${url}/*`) });

/** What can be asked for by name; all, where none of its kind is named. */
const PARTS = ["soon", "scans", "changes", "weights", "marks", "cold", "stillness"];
const isAsked = (name: string, among = PARTS): boolean =>
  process.argv.includes(name) || !among.some((other) => process.argv.includes(other));

const print = (rows: Row[]): void => rows.forEach((row) => console.log(rowLine(row)));

/** Ours beside the others, each in a browser of its own. */
async function beside(name: BrowserName): Promise<void> {
  const side: Side = {
    url: pages.url,
    none: await openOther(name, "none"),
    walk: await openOther(name, "walk"),
    ranges: await openOther(name, "ranges"),
    c2d: await openOther(name, "c2d"),
    ours: await openOurs(name, settings),
  };
  // Until the sites are registered.
  await pause(1_000);
  if (isAsked("soon")) print(await soon(side));
  if (isAsked("scans")) print(await scans(side));
  if (isAsked("changes")) print(await changes(side));
  if (isAsked("weights")) print(await weights(side, CONTENT));
  if (isAsked("marks")) print(await compareMarks(side, knownPages(`${pages.url}/corpus`, cases.url)));
  for (const subject of [side.none, side.walk, side.ranges, side.c2d, side.ours]) await subject.close();
}

/** What needs a browser that was started in another way. */
async function alone(name: BrowserName): Promise<void> {
  if (isAsked("cold")) await asleep(name);
  if (isAsked("stillness")) await still(name);
}

async function asleep(name: BrowserName): Promise<void> {
  const sleepy = await openOurs(name, settings, { idleMs: IDLE_MS });
  await pause(1_000);
  print(await soonCold(pages.url, sleepy));
  await sleepy.close();
}

async function still(name: BrowserName): Promise<void> {
  const probed = await openOurs(name, settings, { probe: PROBE });
  await pause(1_000);
  print(await stillness(pages.url, probed));
  await probed.close();
}

const names = BROWSERS.filter((name) => isAsked(name, BROWSERS));
console.log(`${os.cpus().length} × ${os.cpus()[0]!.model}, ${new Date().toISOString().slice(0, 10)}\n`);
try {
  for (const name of names) {
    console.log(head(name));
    await beside(name);
    await alone(name);
    console.log();
  }
} finally {
  sandbox.stop();
  pages.stop();
  cases.stop();
}
