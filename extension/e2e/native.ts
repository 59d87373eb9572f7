/**
 * The browser's own parts, as the agent's hand uses them: its menu, its shortcuts, its address bar. In Firefox they are
 * really opened and chosen from, through a privileged page. Chromium lets no driver near them: what is tested there begins
 * with the event that the browser would send, handed to the background's own listeners.
 */
import type { Browser, Page } from "puppeteer-core";
import { openPrivileged } from "./gecko";
import type { Stage } from "./stage";

/** What was pointed at when the menu was opened. */
interface Place {
  x: number;
  y: number;
  selectionText?: string;
}

/** Opens the menu of a page at a place and chooses an item of ours; the page must be in front. */
export async function pickFromMenu(stage: Stage, page: Page, { x, y, ...about }: Place, item: string): Promise<void> {
  if (stage.session.name === "chromium") {
    const info = { menuItemId: item, pageUrl: page.url(), ...about };
    return dispatch(stage, (tab, info) => events().contextMenus.onClicked.dispatch(info, tab), info);
  }
  const rights = await withRights(stage, page);
  await page.mouse.click(x, y, { button: "right" });
  await rights.evaluate(chooseItem, item);
}

/** In manifest.json, with Alt and Shift. */
const LETTERS: Record<string, string> = { "call-selection": "C", "next-number": "N", "call-number": "D" };

export async function pressShortcut(stage: Stage, page: Page, command: string): Promise<void> {
  if (stage.session.name === "chromium")
    return dispatch(stage, (tab, name) => events().commands.onCommand.dispatch(name, tab), command);
  await (await withRights(stage, page)).evaluate(pressKey, LETTERS[command]!);
}

/** Types the keyword and a text into the address bar, and presses Enter. */
export async function enterInAddressBar(stage: Stage, page: Page, typed: string): Promise<void> {
  if (stage.session.name === "chromium")
    return dispatch(stage, (_, text) => events().omnibox.onInputEntered.dispatch(text, "currentTab"), typed);
  await (await withRights(stage, page)).evaluate(enter, `call ${typed}`);
}

/** One for a browser: while it is opened, the page that is in front loses what was shown on it. */
const privileged = new WeakMap<Browser, Page>();

async function withRights({ session: { browser } }: Stage, page: Page): Promise<Page> {
  let found = privileged.get(browser);
  if (!found) {
    found = await openPrivileged(browser);
    privileged.set(browser, found);
    await page.bringToFront();
  }
  return found;
}

// --- what runs in Chromium's background: no name from outside of each function, but for `events` ---

/** What Chromium's events have and nobody documents. */
interface Dispatching {
  dispatch(...given: unknown[]): void;
}
declare const events: () => Record<
  "contextMenus" | "commands" | "omnibox",
  Record<"onClicked" | "onCommand" | "onInputEntered", Dispatching>
>;

/** Hands an event to the background's own listeners, with the tab that is in front. */
async function dispatch<T>(
  { session }: Stage,
  send: (tab: chrome.tabs.Tab, given: T) => void,
  given: T,
): Promise<void> {
  const own = (target: { type(): string; url(): string }): boolean =>
    target.type() === "service_worker" && target.url().startsWith(session.extensionOrigin);
  const worker = (await (await session.browser.waitForTarget(own)).worker())!;
  await worker.evaluate(`(async () => {
    const events = () => chrome;
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    (${String(send)})(tab, ${JSON.stringify(given)});
  })()`);
}

// --- what runs in Firefox's privileged page: no name from outside of each function ---

interface Gecko {
  Services: { wm: { getMostRecentWindow(kind: string): BrowserWindow } };
}
interface BrowserWindow {
  document: Document;
  gURLBar: {
    focus(): void;
    search(typed: string): void;
    lastQueryContextPromise: Promise<unknown>;
    handleCommand(): void;
  };
}
type Menu = Element & { state: string; activateItem(item: Element): void };

async function chooseItem(id: string): Promise<void> {
  const { document } = (globalThis as unknown as Gecko).Services.wm.getMostRecentWindow("navigator:browser");
  const menu = document.querySelector("#contentAreaContextMenu") as Menu;
  for (let tries = 0; tries < 100 && menu.state !== "open"; tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 50));
  const items = [...menu.querySelectorAll<Element & { hidden: boolean }>("menuitem")];
  const item = items.find((item) => !item.hidden && item.id.endsWith(`-menuitem-_${id}`));
  if (!item) throw new Error(`no ${id} in the menu, which is ${menu.state}`);
  menu.activateItem(item);
}

function pressKey(letter: string): void {
  const { document } = (globalThis as unknown as Gecko).Services.wm.getMostRecentWindow("navigator:browser");
  const key = document.querySelector(`keyset[id^="ext-keyset-id"] > key[key="${letter}" i]`) as Element & {
    doCommand(): void;
  };
  key.doCommand();
}

async function enter(typed: string): Promise<void> {
  const { gURLBar } = (globalThis as unknown as Gecko).Services.wm.getMostRecentWindow("navigator:browser");
  gURLBar.focus();
  gURLBar.search(typed);
  await gURLBar.lastQueryContextPromise;
  gURLBar.handleCommand();
}
