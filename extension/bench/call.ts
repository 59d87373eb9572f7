/**
 * How long a click takes: to the first feedback on screen and to the request's arrival at the sandbox, in both browsers, warm
 * and cold, beside a bare `fetch` that a page makes on a click of its own. In one run, in milliseconds of the one clock that
 * browser and sandbox share.
 */
import type { Page } from "puppeteer-core";
import { type BrowserName, launch, type Options } from "../e2e/browsers";
import { endBackground, IDLE_MS } from "../e2e/end-background";
import { startSandbox, type Sandbox } from "../e2e/sandbox";
import { BROWSERS, pause, pointOf, type Stage, waitForMarks } from "../e2e/stage";
import { quantile } from "./quantile";

const GESTURES = 40;
const COLD_STARTS = 12;
const PHONE = 'tr[data-contact="1"] td.phone';

interface Taken {
  /** From the pointer's release to the first frame with the toast in it. */
  feedback: number;
  /** From the pointer's release to the request's arrival. */
  wire: number;
}

const GOALS = { "feedback warm": 100, "feedback cold": 400, "wire warm": 20 };

const sandbox = await startSandbox();
try {
  for (const name of BROWSERS) await measure(name);
} finally {
  sandbox.stop();
}

async function measure(name: BrowserName): Promise<void> {
  const warm: Taken[] = [];
  const bare: number[] = [];
  await inSession(name, {}, async (stage, page) => {
    // In turn, so that what else the machine does meets both.
    for (let turn = 0; turn < GESTURES; turn += 1) {
      warm.push(await call(stage, page));
      bare.push(await fetchBare(stage, page));
    }
  });
  const cold: Taken[] = [];
  await inSession(name, { idleMs: IDLE_MS }, async (stage, page) => {
    const own = await stage.session.openOwn("options/diagnostics.html");
    await page.bringToFront();
    while (cold.length < COLD_STARTS) {
      if (await endBackground(stage.session, own)) cold.push(await call(stage, page));
    }
  });
  print(name, warm, cold, bare);
}

/** On a page with numbers, behind a first call. */
async function inSession(name: BrowserName, options: Options, work: (stage: Stage, page: Page) => Promise<void>) {
  const session = await launch(name, sandbox.settings({ cancel_seconds: 0 }), options);
  try {
    const stage: Stage = { sandbox, session };
    const page = await session.newPage(`${sandbox.url}/crm/contacts`);
    await page.bringToFront();
    await waitForMarks(page);
    await page.evaluate(watch);
    await call(stage, page);
    await work(stage, page);
  } finally {
    await session.close();
  }
}

/** In the page: notes when the pointer was released, and when a frame was drawn after our layer appeared. */
function watch(): void {
  const noted = { released: 0, shown: 0 };
  Object.assign(globalThis, { noted });
  addEventListener("pointerup", () => Object.assign(noted, { released: Date.now(), shown: 0 }), true);
  new MutationObserver((records) => {
    const ours = records.some(({ addedNodes }) => [...addedNodes].some((node) => node.nodeName === "CLICK-TO-CALL"));
    if (!ours || noted.shown) return;
    requestAnimationFrame(() => requestAnimationFrame(() => (noted.shown ||= Date.now())));
  }).observe(document.documentElement, { childList: true });
  const button = document.createElement("button");
  button.id = "bare";
  button.style.cssText = "position: fixed; inset: 0 auto auto 0; width: 40px; height: 40px";
  button.addEventListener("click", () => {
    void fetch("/Integra/resources/Agents/AgentCall", { method: "POST", body: new URLSearchParams({ bare: "1" }) });
  });
  document.body.append(button);
}

async function call({ sandbox }: Stage, page: Page): Promise<Taken> {
  await sandbox.reset();
  const { x, y } = await pointOf(page, PHONE);
  await page.mouse.click(x, y);
  const wire = await arrival(sandbox);
  await pause(150);
  const noted = await readNoted(page);
  await page.mouse.move(5, 300);
  // Until the desk is free: a gesture before that would join this call.
  await pause(200);
  return { feedback: noted.shown - noted.released, wire: wire - noted.released };
}

async function fetchBare({ sandbox }: Stage, page: Page): Promise<number> {
  await sandbox.reset();
  await page.mouse.click(20, 20);
  return (await arrival(sandbox)) - (await readNoted(page)).released;
}

function readNoted(page: Page): Promise<{ released: number; shown: number }> {
  return page.evaluate(() => (globalThis as unknown as { noted: { released: number; shown: number } }).noted);
}

async function arrival(sandbox: Sandbox): Promise<number> {
  for (let tries = 0; tries < 500; tries += 1) {
    const [post] = await sandbox.posts();
    if (post) return post.at;
    await pause(10);
  }
  throw new Error("no request arrived");
}

function print(name: string, warm: Taken[], cold: Taken[], bare: number[]): void {
  const rows: [string, number[]][] = [
    ["feedback warm", warm.map(({ feedback }) => feedback)],
    ["feedback cold", cold.map(({ feedback }) => feedback)],
    ["wire warm", warm.map(({ wire }) => wire)],
    ["wire cold", cold.map(({ wire }) => wire)],
    ["wire, a bare fetch", bare],
  ];
  console.log(`\n${name}: milliseconds from the pointer's release`);
  console.log(`${"".padEnd(20)} ${["p50", "p95", "of bare", "goal", ""].map((head) => head.padStart(8)).join("")}`);
  for (const [row, values] of rows) {
    if (values.length === 0) continue;
    const [p50, p95] = [quantile(values, 0.5), quantile(values, 0.95)];
    const ratio = row.startsWith("wire") ? `${(p50 / Math.max(1, quantile(bare, 0.5))).toFixed(1)}x` : "";
    const goal = GOALS[row as keyof typeof GOALS];
    const met = goal === undefined ? "" : p95 <= goal ? "met" : "missed";
    const cells = [String(p50), String(p95), ratio, goal === undefined ? "" : `<= ${goal}`, met];
    console.log(`${row.padEnd(20)} ${cells.map((cell) => cell.padStart(8)).join("")}`);
  }
}
