/** What brings views into their states, for the tables of views. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import type { ElementHandle, Page } from "puppeteer-core";
import { clickInLayer, waitForLayer } from "../layer";
import type { Fault } from "../sandbox";
import { CALL, PASSWORD } from "../session/steps";
import { pause, pointOf, waitForMarks } from "../stage";
import type { View } from "./views";

export type Act = NonNullable<View["act"]>;

export const WINDOW = "window";

const PHONE = 'tr[data-contact="2"] td.phone';
const OTHER_PHONE = 'tr[data-contact="3"] td.phone';

/** Longer than any picture takes, and shorter than a call's deadline. */
export const SLOW: Fault = { path: CALL, delay_ms: 24_000 };
export const NO_ANSWER: Fault = { path: CALL, close: "after" };
export const REFUSED: Fault = { path: CALL, status: 200, body: "0" };
export const BUSY: Fault = { path: CALL, status: 503, headers: { "retry-after": "60" } };

export const inTurn =
  (...acts: Act[]): Act =>
  async (page, sandbox) => {
    for (const act of acts) await act(page, sandbox);
  };
export const click =
  (selector: string): Act =>
  (page) =>
    page.click(selector);
export const sees =
  (selector: string): Act =>
  async (page) =>
    void (await page.waitForSelector(selector, { timeout: 10_000 }));
export const types =
  (selector: string, words: string): Act =>
  async (page) => {
    await page.click(selector, { count: 3 });
    await page.type(selector, words);
  };
export const press =
  (key: "Enter" | "Escape" | "Tab"): Act =>
  (page) =>
    page.keyboard.press(key);
export const chooses =
  (selector: string, value: string): Act =>
  async (page) =>
    void (await page.select(selector, value));
/** Gives a field of files one that holds this. */
export const opensFile =
  (selector: string, name: string, text: string): Act =>
  async (page) => {
    const folder = await mkdtemp(path.join(os.tmpdir(), "gallery-"));
    await writeFile(path.join(folder, name), text);
    await ((await page.$(selector)) as ElementHandle<HTMLInputElement>).uploadFile(path.join(folder, name));
    await page.waitForSelector("dialog[open]");
    await rm(folder, { recursive: true });
  };

export const dials = (number: string): Act => inTurn(types('input[type="tel"]', number), press("Enter"));
export const ends = sees(".notice .code");
export const opensDialog = (button: string): Act => inTurn(click(button), sees("dialog[open]"));
export const signsIn: Act = inTurn(
  opensDialog("#sign-in"),
  types("dialog [name=password]", PASSWORD),
  press("Enter"),
  sees("#sign-out"),
);

const pointsAt =
  (selector: string): Act =>
  async (page) => {
    await waitForMarks(page);
    const { x, y } = await pointOf(page, selector);
    await page.mouse.move(x, y);
    await pause(300);
  };
const clicks =
  (selector: string): Act =>
  async (page, sandbox) => {
    await pointsAt(selector)(page, sandbox);
    const { x, y } = await pointOf(page, selector);
    await page.mouse.click(x, y);
    await page.mouse.move(5, 5);
    await pause(1_000);
  };

export const pointsAtNumber = pointsAt(PHONE);
export const clicksNumber = clicks(PHONE);
export const clicksAnother = inTurn(clicksNumber, clicks(OTHER_PHONE));
export const clicksAgain = inTurn(clicksNumber, clicksNumber);
export const saysNotANumber: Act = inTurn(pointsAtNumber, async (page) => {
  await clickInLayer(page, ".dismiss");
  await waitForLayer(page, ".toast");
  await page.mouse.move(5, 5);
});
export const isMarked: Act = (page: Page) => waitForMarks(page);
