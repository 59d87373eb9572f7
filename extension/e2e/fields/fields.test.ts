/** The button beside an input that holds a number. */
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Page } from "puppeteer-core";
import { clickInLayer, inLayer, waitForLayer, waitForNoLayer } from "../layer";
import { type PageServer, servePages } from "../page-server";
import { inEachBrowser, pause, settledPosts, SETTLED_MS, type Stage, waitForMarks } from "../stage";

let server: PageServer;
beforeAll(async () => void (server = await servePages(import.meta.dirname)));
afterAll(() => server.stop());

inEachBrowser("a field", { sites: async () => [`${server.url}/*`] }, (stage) => {
  const open = async (): Promise<Page> => {
    const page = await stage.session.newPage(`${server.url}/fields.html`);
    await page.bringToFront();
    await waitForMarks(page);
    return page;
  };

  it.each([
    ["#tel", "525512345601"],
    ["#text", "525512345602"],
  ])("%s gets the button when it is pointed at, and keeps its value", async (selector, destination) => {
    const page = await open();
    const button = await hover(page, selector);
    expect(button).not.toBeNull();
    const before = await valueOf(page, selector);
    await page.mouse.click(button!.left + 20, button!.y);
    expect(await destinationsOf(stage)).toEqual([destination]);
    expect(await valueOf(page, selector)).toEqual(before);
    await page.close();
  });

  it("gets it for as long as it has the focus, reached by a key too, and its Enter stays the page's", async () => {
    const page = await open();
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("tel");
    expect(await buttonNear(page, "#tel")).not.toBeNull();
    await page.evaluate(() =>
      document.querySelector("form")!.addEventListener("submit", (event) => event.preventDefault()),
    );
    await page.keyboard.press("Enter");
    await pause(SETTLED_MS);
    expect(await stage.sandbox.posts()).toEqual([]);
    await page.keyboard.type("9");
    await pause(SETTLED_MS);
    expect(await page.$("click-to-call")).toBeNull();
    await page.close();
  });

  it("gets none any more where the agent says that it holds no number, until that is taken back", async () => {
    const page = await open();
    await hover(page, "#tel");
    await clickInLayer(page, ".dismiss");
    await waitForLayer(page, ".toast .cancel");
    await page.mouse.move(700, 5);
    await pause(SETTLED_MS);
    await hover(page, "#tel");
    await pause(SETTLED_MS);
    expect(await inLayer(page, (root) => root.querySelector(".call"))).toBeNull();
    await clickInLayer(page, ".toast .cancel");
    await waitForNoLayer(page);
    await pause(SETTLED_MS);
    expect(await hover(page, "#tel")).not.toBeNull();
    expect(await stage.sandbox.posts()).toEqual([]);
    await page.close();
  });

  it.each(["#words", "#card", "#password", "#off", "#notes"])("%s gets none", async (selector) => {
    const page = await open();
    expect(await hover(page, selector)).toBeNull();
    await page.close();
  });
});

const valueOf = (page: Page, selector: string): Promise<unknown> =>
  page.$eval(selector, (input) => [(input as HTMLInputElement).value, input.outerHTML]);

async function destinationsOf(stage: Stage): Promise<(string | null)[]> {
  return (await settledPosts(stage)).map(({ body }) => new URLSearchParams(body!).get("destination"));
}

interface Button {
  left: number;
  right: number;
  y: number;
}

async function hover(page: Page, selector: string): Promise<Button | null> {
  const { x, y } = await page.$eval(selector, (element) => {
    element.scrollIntoView({ block: "center" });
    const { left, top, height } = element.getBoundingClientRect();
    return { x: left + 20, y: top + height / 2 };
  });
  await page.mouse.move(x - 2, y);
  await page.mouse.move(x, y);
  return buttonNear(page, selector);
}

/** Where our layer is hit above an element: the page sees nothing more of it. */
async function buttonNear(page: Page, selector: string): Promise<Button | null> {
  const look = (wanted: string): Button | null => {
    const { left, top } = document.querySelector(wanted)!.getBoundingClientRect();
    const y = top - 18;
    const hits = Array.from({ length: 400 }, (_, step) => left - 20 + step).filter(
      (x) => document.elementFromPoint(x, y)?.localName === "click-to-call",
    );
    return hits.length > 0 ? { left: hits[0]!, right: hits.at(-1)!, y } : null;
  };
  for (let tries = 0; tries < 10; tries += 1) {
    const found = await page.evaluate(look, selector);
    if (found) return found;
    await pause(100);
  }
  return null;
}
