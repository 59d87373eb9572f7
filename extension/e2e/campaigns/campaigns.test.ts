import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import { endBackground } from "../end-background";
import { noticeOf, openPopup, waitForText } from "../pages";
import { inEachBrowser, pause, settledPosts, SETTLED_MS, type Stage } from "../stage";
import { add, asked, chooseFile, openCampaigns, pairs, previewOf, QUEUES, SALES, tick, VENTAS, write } from "./steps";

const SHIFT = { name: "Morning shift", campaigns: ["Soporte->"], penalty: 2, paused: false };

inEachBrowser("the campaigns page", { settings: { campaign_sets: [SHIFT] } }, (stage) => {
  it("sends users by campaigns in one documented POST, without the pairs that were unticked", async () => {
    await stage.sandbox.fault({ path: QUEUES, times: 1, status: 200, body: "1" });
    const page = await openCampaigns(stage);
    await write(page, "ana.perez; 1001\n“José” Núñez; 1002\n");
    await tick(page, VENTAS);
    await tick(page, SALES);
    await page.click('[aria-label="ana.perez in Sales->"]');
    expect(await previewOf(page)).toEqual(["1 | ana.perez | 1001 | ✓ | –", "2 | “José” Núñez | 1002 | ✓ | ✓"]);
    await page.$eval("[name=penalty]", (field) => (field as HTMLInputElement).select());
    await page.type("[name=penalty]", "5");
    await add(page);
    expect(await noticeOf(page)).toMatchObject({ tone: "good", title: "Added by uContact" });
    await settledPosts(stage);
    const member = (membername: string, interface1: string, queueName: string) => ({
      membername,
      queueName,
      interface1,
      penalty: 5,
      paused: 0,
    });
    expect(await asked(stage)).toEqual([
      [
        member("ana.perez", "SIP/1001", VENTAS),
        member("“José” Núñez", "SIP/1002", VENTAS),
        member("“José” Núñez", "SIP/1002", SALES),
      ],
    ]);
    await page.waitForFunction(() => document.querySelectorAll(".record tbody tr").length === 3);
    await page.close();
  });

  it("shows the fault of each line before anything is sent, and sends the rest only when told to leave those out", async () => {
    const page = await openCampaigns(stage);
    await write(page, "ana.perez,1001\nleo.gil,12a\n,1003\nana.perez,1004\n");
    await tick(page, VENTAS);
    expect(await previewOf(page)).toEqual([
      "1 | ana.perez | 1001 | ✓",
      "2 | leo.gil | 12a | Extension: 1 to 15 digits. Got “12a”.",
      "3 |  | 1003 | Agent name: Required.",
      "4 | ana.perez | 1004 | Agent name: Listed twice. Got “ana.perez”.",
    ]);
    expect(await page.$eval("#add", (button) => (button as HTMLButtonElement).disabled)).toBe(true);
    await page.click("[name=skip]");
    await add(page);
    await noticeOf(page);
    await settledPosts(stage);
    expect((await asked(stage)).map(pairs)).toEqual([[`ana.perez ${VENTAS}`]]);
    await page.close();
  });

  it("reads a spreadsheet's CSV file: BOM, semicolons, quotes, named columns, a campaign of uContact's own", async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), "roster-"));
    const file = path.join(folder, "equipo.csv");
    await writeFile(file, '\ufeffNombre;Extensión;Usuario\r\n"Gil; Leo";1002;"leo.gil"\r\n');
    const page = await openCampaigns(stage);
    await stage.sandbox.fault({ path: QUEUES, times: 1, status: 200, body: "1" });
    await chooseFile(page, file);
    await page.type("[name=other]", "Entrante->\n");
    await page.waitForFunction(() => document.querySelectorAll("[name=campaign]:checked").length === 1);
    expect(await previewOf(page)).toEqual(["2 | leo.gil | 1002 | ✓"]);
    await add(page);
    await noticeOf(page);
    await settledPosts(stage);
    expect((await asked(stage)).map(pairs)).toEqual([["leo.gil Entrante->"]]);
    await page.close();
    await rm(folder, { recursive: true });
  });

  it("asks one by one where all together were refused, each pair with its result, and goes on after a stop", async () => {
    const page = await refusedTogether(stage);
    await stage.sandbox.fault({ path: QUEUES, times: 1, status: 200, body: "1" });
    await stage.sandbox.fault({ path: QUEUES, times: 1, status: 200, body: "0" });
    await stage.sandbox.fault({ path: QUEUES, times: 1, status: 500, body: "" });
    await page.click("button.each");
    await waitForText(page, "UC-306");
    expect(await resultsOf(page)).toEqual(["Added", "Refused", "Unknown"]);
    await waitForText(page, "Added: 1 · Refused: 1 · Unknown: 1");
    await pause(SETTLED_MS);
    expect((await asked(stage)).map(pairs)).toEqual(TOGETHER_THEN_EACH);
    await page.close();
  });

  it("goes on where it stood when the background died between two pairs", async ({ skip }) => {
    // Firefox' can't be killed while a page waits for its answer.
    if (stage.session.name !== "chromium") skip();
    const page = await refusedTogether(stage);
    await stage.sandbox.fault({ path: QUEUES, times: 1, status: 200, body: "1" });
    await stage.sandbox.fault({ path: QUEUES, times: 1, status: 200, body: "1", delay_ms: 5_000 });
    await page.click("button.each");
    for (let tries = 0; tries < 100 && (await asked(stage)).length < 3; tries += 1) await pause(50);
    // Chromium doesn't always end a worker at the first word.
    for (let tries = 0; tries < 6 && !(await says(page, "UC-311")); tries += 1) {
      await endBackground(stage.session, page);
      await pause(SETTLED_MS);
    }
    expect(await says(page, "UC-311")).toBe(true);
    expect(await resultsOf(page)).toEqual(["Added", "Unknown", "Not asked yet"]);
    await page.click("button.each");
    await waitForText(page, "Added: 2");
    await pause(SETTLED_MS);
    expect((await asked(stage)).map(pairs)).toEqual(TOGETHER_THEN_EACH);
    await page.close();
  });

  it("saves a set, which the popup joins with one click, and takes it away again", async () => {
    const page = await openCampaigns(stage);
    await tick(page, SALES);
    await page.type("[name=set]", "Noche");
    await page.keyboard.press("Enter");
    await page.waitForSelector('[aria-label="Use Noche"]');
    const popup = await openPopup(stage);
    const names = await popup.$$eval(".sets button", (all) => all.map(({ textContent }) => textContent));
    expect(names).toEqual(["Join with Morning shift", "Join with Noche"]);
    await popup.click(".sets li:nth-child(2) button");
    await noticeOf(popup);
    expect((await asked(stage)).map(pairs)).toEqual([[`ana.perez ${SALES}`]]);
    await popup.close();
    await page.bringToFront();
    await page.click('[aria-label="Remove Noche"]');
    await page.waitForFunction(() => document.querySelector('[aria-label="Use Noche"]') === null);
    await page.close();
  });

  it("remembers what was added and when, and leads to the portal for the rest", async () => {
    const page = await openCampaigns(stage);
    await write(page, "luis.gomez,1002\n");
    await tick(page, VENTAS);
    await add(page);
    await noticeOf(page);
    await page.close();
    const again = await openCampaigns(stage);
    await again.waitForSelector(".record tbody tr");
    const first = await again.$eval(".record tbody tr", (row) => [...row.children].map((cell) => cell.textContent));
    expect(first.filter((_, index) => index !== 4)).toEqual(["luis.gomez", "1002", VENTAS, "0", "Added"]);
    expect(await again.$eval(".record time", (time) => Date.now() - Date.parse(time.dateTime))).toBeLessThan(60_000);
    expect(await again.$eval("section p a", (link) => (link as HTMLAnchorElement).href)).toBe(`${stage.sandbox.url}/`);
    await again.close();
  });
});

/** Three people asked for together, whom the sandbox refuses: it knows no `nobody`. */
async function refusedTogether(stage: Stage): Promise<Page> {
  const page = await openCampaigns(stage);
  await write(page, "ana.perez,1001\nnobody,1009\nluis.gomez,1002\n");
  await tick(page, VENTAS);
  await add(page);
  await page.waitForSelector("button.each:not(:disabled)");
  return page;
}

/** What each POST asks for then, where each is asked for once more by itself. */
const TOGETHER_THEN_EACH = [
  ["ana.perez Ventas->", "nobody Ventas->", "luis.gomez Ventas->"],
  ["ana.perez Ventas->"],
  ["nobody Ventas->"],
  ["luis.gomez Ventas->"],
];

const resultsOf = (page: Page): Promise<(string | null)[]> =>
  page.$$eval(".results .how", (all) => all.map(({ textContent }) => textContent));

const says = (page: Page, text: string): Promise<boolean> =>
  page.evaluate((wanted) => document.body.textContent.includes(wanted), text);
