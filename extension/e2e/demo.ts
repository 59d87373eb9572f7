/**
 * The demo: a sandbox, a browser that is set up for it, and a call. Without a display (or with `--headless`) it plays
 * the story itself: opens the CRM, clicks a number, prints the request that the sandbox received and how the call ended.
 */
import { mkdir } from "node:fs/promises";
import path from "node:path";
import type { Page } from "puppeteer-core";
import { launch, type Session } from "./browsers";
import { type Sandbox, startSandbox } from "./sandbox";
import { attempts, pause, pointOf, settledPosts, waitForMarks } from "./stage";

const CRM = "/crm/react";
const PICTURES = path.resolve(import.meta.dirname, "../../dist/demo");
/** From the acceptance to the dialling, as the softphone shows it. */
const STORY_MS = 2_600;

const hasDisplay = Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
const headless = process.argv.includes("--headless") || !hasDisplay;

const sandbox = await startSandbox();
const session = await launch("chromium", sandbox.settings({ cancel_seconds: headless ? 0 : 3 }), { headless });
try {
  await (headless ? playStory(sandbox, session) : letTry(sandbox, session));
} finally {
  await session.close();
  sandbox.stop();
}

async function playStory(sandbox: Sandbox, session: Session): Promise<void> {
  await mkdir(PICTURES, { recursive: true });
  const softphone = await session.newPage(`${sandbox.url}/softphone`);
  const crm = await session.newPage(`${sandbox.url}${CRM}`);
  await crm.bringToFront();
  await waitForMarks(crm);
  console.log(`opened   ${sandbox.url}${CRM}`);
  await clickNumber(crm);

  const [post] = await settledPosts({ sandbox, session });
  if (!post) throw new Error("no request reached the sandbox");
  console.log(`received ${post.method} ${post.path}`);
  for (const [field, value] of new URLSearchParams(post.body ?? "")) console.log(`         ${field} = ${value}`);
  await crm.screenshot({ path: path.join(PICTURES, "crm.png") });
  await pause(STORY_MS);
  await softphone.bringToFront();
  await softphone.screenshot({ path: path.join(PICTURES, "softphone.png") });
  console.log(`saw      ${path.join(PICTURES, "crm.png")} and softphone.png`);
  await printOutcome({ sandbox, session });
}

async function clickNumber(crm: Page): Promise<void> {
  const { x, y } = await pointOf(crm, 'tr[data-contact="1"] td.phone');
  await crm.mouse.move(x, y);
  await pause(300);
  await crm.mouse.click(x, y);
  console.log(`clicked  ${await crm.$eval('tr[data-contact="1"] td.phone', (cell) => cell.textContent)}`);
}

async function printOutcome(stage: { sandbox: Sandbox; session: Session }): Promise<void> {
  const outcome = (await attempts(stage))[0]?.outcome;
  if (outcome?.state !== "placed") throw new Error(`the call was not placed: ${JSON.stringify(outcome)}`);
  console.log(`Placed ${outcome.call_id}`);
}

async function letTry(sandbox: Sandbox, session: Session): Promise<void> {
  const [first] = await session.browser.pages();
  await session.newPage(`${sandbox.url}/softphone`);
  const crm = await session.newPage(`${sandbox.url}${CRM}`);
  await crm.bringToFront();
  await first?.close();
  console.log(
    `\nThe browser is ready. Click a phone number on ${sandbox.url}${CRM} and watch the softphone in the next tab.`,
  );
  console.log(`What the sandbox received: ${sandbox.url}/sandbox/journal. Close the browser to end the demo.`);
  await new Promise((resolve) => session.browser.once("disconnected", resolve));
}
