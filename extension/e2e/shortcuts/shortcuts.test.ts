/**
 * Calls that begin in the browser's own parts. No tool opens a browser's menus or presses its shortcuts: in Chromium the
 * event is handed to the background as the browser would; Firefox has no such way.
 */
import { expect, it } from "vitest";
import type { Page } from "puppeteer-core";
import { inEachBrowser, openMarked, pause, settledPosts, SETTLED_MS, type Stage } from "../stage";

inEachBrowser("the browser's own parts", { browsers: ["chromium"] }, (stage) => {
  it("step through the page's numbers and call the one that was gone to", async () => {
    const page = await openMarked(stage, "/crm/contacts");
    await press(stage, "next-number");
    await waitForFocus(page);
    await press(stage, "next-number");
    await pause(SETTLED_MS);
    expect(await stage.sandbox.posts()).toEqual([]);
    await press(stage, "call-number");
    expect(await settledPosts(stage)).toHaveLength(1);
    await page.close();
  });

  it("call the selected text, once", async () => {
    const page = await openMarked(stage, "/crm/contacts");
    await page.evaluate(() => {
      document.body.append(Object.assign(document.createElement("p"), { id: "chosen", textContent: "55-1234-5678" }));
      getSelection()!.selectAllChildren(document.querySelector("#chosen")!);
    });
    await press(stage, "call-selection");
    const posts = await settledPosts(stage);
    expect(posts.map(({ body }) => new URLSearchParams(body!).get("destination"))).toEqual(["525512345678"]);
    await page.waitForSelector("click-to-call");
    await page.close();
  });

  it("call nobody where the selected text holds no number, and say so on the page", async () => {
    const page = await openMarked(stage, "/crm/contacts");
    await page.evaluate(() => getSelection()!.selectAllChildren(document.querySelector("h1, th")!));
    await press(stage, "call-selection");
    await page.waitForSelector("click-to-call");
    await pause(SETTLED_MS);
    expect(await stage.sandbox.posts()).toEqual([]);
    await page.close();
  });

  it("take a number from the selection's menu and from the address bar", async () => {
    const page = await openMarked(stage, "/crm/contacts");
    await inBackground(stage, (tab) =>
      (chrome.contextMenus.onClicked as unknown as Dispatching).dispatch({ selectionText: "call (55) 1234-5601" }, tab),
    );
    expect(await settledPosts(stage)).toHaveLength(1);
    await stage.sandbox.reset();
    await inBackground(stage, () =>
      (chrome.omnibox.onInputEntered as unknown as Dispatching).dispatch("55 1234 5602", "currentTab"),
    );
    const posts = await settledPosts(stage);
    expect(posts.map(({ body }) => new URLSearchParams(body!).get("destination"))).toEqual(["525512345602"]);
    await page.close();
  });
});

const press = (stage: Stage, command: string): Promise<void> =>
  inBackground(
    stage,
    (tab, name) => (chrome.commands.onCommand as unknown as Dispatching).dispatch(name, tab),
    command,
  );

/** What Chromium's events have and nobody documents. */
interface Dispatching {
  dispatch(...given: unknown[]): void;
}
type Dispatch = (tab: chrome.tabs.Tab, name: string) => void;

/** Hands an event to the background's own listeners. */
async function inBackground({ session }: Stage, dispatch: Dispatch, name = ""): Promise<void> {
  const own = (target: { type(): string; url(): string }): boolean =>
    target.type() === "service_worker" && target.url().startsWith(session.extensionOrigin);
  const worker = (await (await session.browser.waitForTarget(own)).worker())!;
  await worker.evaluate(
    `(async () => { const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true }); (${String(dispatch)})(tab, ${JSON.stringify(name)}); })()`,
  );
}

const waitForFocus = (page: Page) =>
  page.waitForFunction(() => document.activeElement?.localName === "click-to-call", { timeout: 5_000 });
