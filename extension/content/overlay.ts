/**
 * Our own small layer above the page: one host element, there only while something is shown, with a closed shadow root
 * that neither the page's scripts nor its styles reach. In it is a popover: above everything else, full screen too. The
 * host itself has no box: Chromium would end what is copied of the page by a line for it.
 */
import { closest, contains, isSeen } from "./composed";
import { page } from "./lent";
import tokens from "../shared/tokens.css";
import look from "./overlay.css";

const host = document.createElement("click-to-call");
const root = host.attachShadow({ mode: "closed" });
root.adoptedStyleSheets = [tokens, look].map(sheetOf);
const surface = make("div", "surface");
surface.popover = "manual";
root.append(surface);
// What we show of a number is none of the page's.
host.dataset.clickToCall = "off";

function sheetOf(text: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}

/** What on the page the layer belongs to, if to anything. */
let beside: Element | undefined;

/** Shows an element above the page, until `remove`; `near` is what on the page it belongs to. */
export function show(element: HTMLElement, near?: Element): void {
  surface.append(element);
  beside = near;
  settle();
}

/** Takes an element away, and the host with the last one. */
export function remove(element: HTMLElement): void {
  element.remove();
  if (surface.childElementCount > 0) return;
  host.remove();
  beside = undefined;
}

/** Keeps what is shown on top and alive: what opens covers it, what closes takes along what is in it. */
export function keep(event: Event): void {
  if (surface.childElementCount > 0 && !isOurs(event)) settle();
}

function settle(): void {
  const place = placeFor(beside);
  if (host.parentNode !== place) place.append(host);
  raise();
}

/** Of these the browser draws nothing that is inside. */
const HOLLOW = "iframe, video, audio, canvas, img, object, embed";
/** Beside the first two everything is dead to clicks and keys; a click beside the third may close it. */
const ABOVE = `dialog:modal, :fullscreen:not(${HOLLOW}), [popover]:popover-open`;

/** Outside `<body>` where nothing is above the page. */
function placeFor(near?: Element): Element {
  const around = near ? closest(near, ABOVE) : null;
  return around ?? topmost() ?? document.documentElement;
}

function topmost(): Element | undefined {
  const [modal, full] = [lastOf("dialog:modal"), lastOf(`:fullscreen:not(${HOLLOW})`)];
  return full && (!modal || contains(modal, full)) ? full : modal;
}

/** The last of the page's elements, of those in shadow roots if there are any. */
const lastOf = (selector: string): Element | undefined =>
  [document, ...page.roots()].flatMap((tree) => [...tree.querySelectorAll(selector)]).at(-1);

/** The last to be shown is on top. */
function raise(): void {
  if (surface.matches(":popover-open")) surface.hidePopover();
  surface.showPopover();
}

/** Whether an event happened on the layer. */
export const isOurs = (event: Event): boolean => event.composedPath().includes(host);

/** Whether the layer can be seen: a page could make the whole document transparent. */
export const isVisible = (): boolean => isSeen(surface);

/** Makes an element with classes and contents. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  ...contents: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  element.className = className;
  element.append(...contents);
  return element;
}
