/**
 * The calls that begin in the browser's own parts: the menu of a selection, the shortcuts (rebindable in the browser's
 * settings) and the address bar's keyword `call`. What the browser delivers is the agent's own hand: no page can make it up.
 */
import type { FoundNumber } from "../generated/types";
import { api } from "../shared/browser";
import { text } from "../shared/i18n";
import type { Question } from "../shared/attempts";
import type { TabProtocol } from "../shared/messages";
import * as desk from "./call-desk";
import { findNumbers } from "./engine";
import { callInTab, stepInTab } from "./on-page";
import { nameOf } from "../shared/number";
import { originOf, portless } from "../shared/sites";
import { readSettings } from "./set-up";
import { wantSite } from "./site-in-front";
import { askFrame, framesOf } from "./tabs";

const MENU = "call-selection";
const MENU_SITE = "enable-site";

/** Registers all listeners; `ready` is what the background has to do first. */
export function listenToBrowser(ready: Promise<void>): void {
  api.runtime.onInstalled.addListener(() => void offerMenu());
  api.contextMenus.onClicked.addListener(({ menuItemId, selectionText = "", pageUrl = "" }, tab) => {
    if (menuItemId === MENU_SITE) void enableSite(pageUrl, ready);
    else void ready.then(() => callText(selectionText, "selection", tab?.id));
  });
  api.commands.onCommand.addListener((command, tab) => void ready.then(() => run(command, tab?.id)));
  api.omnibox.onInputChanged.addListener((typed) => void ready.then(() => suggest(typed)));
  api.omnibox.onInputEntered.addListener((typed) => void ready.then(() => callText(typed, "omnibox")));
}

async function offerMenu(): Promise<void> {
  await api.contextMenus.removeAll();
  api.contextMenus.create({ id: MENU, title: text("menu_call", "%s"), contexts: ["selection"] });
  api.contextMenus.create({ id: MENU_SITE, title: text("menu_enable_site"), contexts: ["page"] });
}

/** Asks at once: the browser takes a request for permission only from within the gesture. */
async function enableSite(pageUrl: string, ready: Promise<void>): Promise<void> {
  const origin = originOf(pageUrl);
  if (origin === null) return;
  await api.permissions.request({ origins: [portless(origin)] }).catch(() => false);
  await ready;
  await wantSite(origin);
}

async function run(command: string, tabId: number | undefined): Promise<void> {
  if (tabId === undefined) return;
  switch (command) {
    case "call-selection":
      return callText(await selectionIn(tabId), "selection", tabId);
    case "next-number":
      return void ((await stepInTab(tabId)) || (await openPopup()));
    case "call-number":
      return void ((await callInTab(tabId)) || (await openPopup()));
  }
}

async function selectionIn(tabId: number): Promise<string> {
  const selections = await Promise.all(
    (await framesOf(tabId)).map(({ id }) => askFrame(tabId, id, "page.selection", {})),
  );
  return selections.find(Boolean) ?? "";
}

/** Calls the first number in a text that the agent chose, and tells how that goes where they look. */
async function callText(written: string, source: string, tabId?: number): Promise<void> {
  const number = await firstNumber(written);
  if (!number) return void ((await tell(tabId, "page.nothing", {})) || (await openPopup()));
  const opened = await desk.open({ number: number.e164, shown: nameOf(number), source });
  if (await tell(tabId, "page.tell", { opened })) return;
  if (opened.how === "asks") unasked = opened.question;
  await openPopup();
}

let unasked: Question | undefined;

/** The question that no page could ask: who takes it asks it, once. */
export function takeQuestion(): Question | null {
  const question = unasked ?? null;
  unasked = undefined;
  return question;
}

/** Tells the tab's own page, where a content script of ours can say it. */
async function tell<T extends "page.tell" | "page.nothing">(
  tabId: number | undefined,
  type: T,
  request: TabProtocol[T]["request"],
): Promise<boolean> {
  return tabId !== undefined && (await askFrame(tabId, 0, type, request)) === true;
}

/** The popup shows a call that is under way, and dials by hand; where the browser won't open it, a window does. */
async function openPopup(): Promise<void> {
  const url = api.runtime.getURL("popup/popup.html");
  await api.action
    .openPopup()
    .catch(() => api.windows.create({ url, type: "popup", width: 380, height: 640 }))
    .catch(() => undefined);
}

async function suggest(typed: string): Promise<void> {
  const number = await firstNumber(typed);
  const description = number ? text("omnibox_call", number.international) : text("omnibox_type");
  api.omnibox.setDefaultSuggestion({ description });
}

async function firstNumber(written: string): Promise<FoundNumber | undefined> {
  const [numbers = []] = await findNumbers([written], (await readSettings()).default_region, true);
  return numbers[0];
}
