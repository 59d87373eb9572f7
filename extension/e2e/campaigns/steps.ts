/** The page that adds people to campaigns, as cases use it. */
import type { ElementHandle, Page } from "puppeteer-core";
import type { Stage } from "../stage";

export const QUEUES = "/Integra/resources/queues/addqueuemember";
export const [VENTAS, SALES] = ["Ventas->", "Sales->"];

export async function openCampaigns({ session }: Stage): Promise<Page> {
  const page = await session.openOwn("campaigns/campaigns.html");
  await page.bringToFront();
  return page;
}

/** Types or pastes a list of people, and waits until it is read. */
export async function write(page: Page, people: string): Promise<void> {
  await page.$eval("[name=people]", (field) => ((field as HTMLTextAreaElement).value = ""));
  await page.focus("[name=people]");
  // As pasting does: all at once, and the page hears of it.
  await page.evaluate((text) => document.execCommand("insertText", false, text), people);
  const lines = people.split("\n").filter((line) => line.trim() !== "").length;
  await page.waitForFunction(
    (few) => document.querySelectorAll("#add, tbody tr").length >= few,
    {},
    Math.min(lines, 2),
  );
}

export async function chooseFile(page: Page, file: string): Promise<void> {
  const input = (await page.$("[name=file]")) as ElementHandle<HTMLInputElement>;
  await input.uploadFile(file);
  await page.waitForSelector("section .table tbody tr");
}

export const tick = (page: Page, campaign: string): Promise<void> => page.click(`[name=campaign][value="${campaign}"]`);

/** The rows of the preview, each with its visible words; a tick is a ✓ or a –. */
export const previewOf = (page: Page): Promise<string[]> =>
  page.$$eval('[aria-labelledby="preview_title"] .table tbody tr', (rows) =>
    rows.map((row) =>
      [...row.children]
        .map((cell) => {
          const box = cell.querySelector("input");
          return box ? (box.checked ? "✓" : "–") : cell.textContent;
        })
        .join(" | "),
    ),
  );

export async function add(page: Page): Promise<void> {
  await page.waitForSelector("#add:not(:disabled)");
  await page.click("#add");
}

export interface Asked {
  membername: string;
  queueName: string;
  interface1: string;
  penalty: number;
  paused: number;
}

/** What each POST asked for. */
export async function asked({ sandbox }: Stage): Promise<Asked[][]> {
  const posts = await sandbox.posts();
  return posts.map(({ body }) => JSON.parse(new URLSearchParams(body ?? "").get("queuemember")!) as Asked[]);
}

export const pairs = (members: Asked[]): string[] => members.map((one) => `${one.membername} ${one.queueName}`);
