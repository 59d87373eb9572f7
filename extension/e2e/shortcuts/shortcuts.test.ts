/** Calls that begin in the browser's own parts: see native.ts for what of them a driver reaches. */
import { expect, it } from "vitest";
import type { Page } from "puppeteer-core";
import { waitForLayer } from "../layer";
import { enterInAddressBar, pickFromMenu, pressShortcut } from "../native";
import {
  inEachBrowser,
  openMarked,
  pause,
  pointOf,
  settledPosts,
  SETTLED_MS,
  type Stage,
  waitForMarks,
} from "../stage";

inEachBrowser("the browser's own parts", {}, (stage) => {
  it("step through the page's numbers and call the one that was gone to", async () => {
    const page = await openMarked(stage, "/crm/contacts");
    await pressShortcut(stage, page, "next-number");
    await waitForFocus(page);
    await pressShortcut(stage, page, "next-number");
    await pause(SETTLED_MS);
    expect(await stage.sandbox.posts()).toEqual([]);
    await pressShortcut(stage, page, "call-number");
    // The second of the page.
    expect(await destinations(stage)).toEqual(["528183582000"]);
    await page.close();
  });

  it("call the selected text, once", async () => {
    const page = await openMarked(stage, "/crm/contacts");
    await choose(page, "55-1234-5678");
    await pressShortcut(stage, page, "call-selection");
    expect(await destinations(stage)).toEqual(["525512345678"]);
    await page.waitForSelector("click-to-call");
    await page.close();
  });

  it("call the text that is selected in a frame, and say so on the page around it", async () => {
    const page = await openMarked(stage, "/crm/contacts");
    await page.evaluate(() => {
      const frame = Object.assign(document.createElement("iframe"), { id: "frame", srcdoc: "<p>(55) 1234-5603</p>" });
      document.body.prepend(frame);
    });
    const frame = (await (await page.waitForSelector("#frame"))!.contentFrame())!;
    await (await frame.waitForSelector("p"))!.click({ count: 3 });
    await pause(SETTLED_MS);
    await stage.sandbox.reset();
    await frame.evaluate(() => getSelection()!.selectAllChildren(document.body));
    await pressShortcut(stage, page, "call-selection");
    expect(await destinations(stage)).toEqual(["525512345603"]);
    await waitForLayer(page, ".toast.good");
    await page.close();
  });

  it("call nobody where the selected text holds no number, and say so on the page", async () => {
    const page = await openMarked(stage, "/crm/contacts");
    await page.evaluate(() => getSelection()!.selectAllChildren(document.querySelector("h1, th")!));
    await pressShortcut(stage, page, "call-selection");
    await page.waitForSelector("click-to-call");
    await pause(SETTLED_MS);
    expect(await stage.sandbox.posts()).toEqual([]);
    await page.close();
  });

  it("take a number from the selection's menu and from the address bar", async () => {
    const page = await openMarked(stage, "/crm/contacts");
    const selectionText = "call (55) 1234-5601";
    await choose(page, selectionText);
    await pickFromMenu(stage, page, { ...(await pointOf(page, "#chosen")), selectionText }, "call-selection");
    expect(await destinations(stage)).toEqual(["525512345601"]);
    await stage.sandbox.reset();
    await enterInAddressBar(stage, page, "55 1234 5602");
    expect(await destinations(stage)).toEqual(["525512345602"]);
    await page.close();
  });
});

inEachBrowser("the menu of a page", { settings: { sites: [] } }, (stage) => {
  it("marks the numbers of its site", async () => {
    const page = await stage.session.newPage(`${stage.sandbox.url}/crm/contacts`);
    await page.bringToFront();
    await pause(SETTLED_MS);
    expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
    await pickFromMenu(stage, page, await pointOf(page, "h1, th"), "enable-site");
    await waitForMarks(page);
    await page.close();
  });
});

/** Writes a text on the page and selects it. */
const choose = (page: Page, text: string): Promise<void> =>
  page.evaluate((textContent) => {
    document.body.append(Object.assign(document.createElement("p"), { id: "chosen", textContent }));
    getSelection()!.selectAllChildren(document.querySelector("#chosen")!);
  }, text);

const destinations = async (stage: Stage): Promise<(string | null)[]> =>
  (await settledPosts(stage)).map(({ body }) => new URLSearchParams(body!).get("destination"));

const waitForFocus = (page: Page) =>
  page.waitForFunction(() => document.activeElement?.localName === "click-to-call", { timeout: 5_000 });
