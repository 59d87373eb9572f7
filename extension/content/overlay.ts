/**
 * Our own small layer above the page: one host element, there only while something is shown, with a closed shadow root
 * that neither the page's scripts nor its styles reach. It is a popover: above everything else, full screen too.
 */
import { closest, isSeen } from "./composed";
import tokens from "../shared/tokens.css";
import look from "./overlay.css";

const host = document.createElement("click-to-call");
const root = host.attachShadow({ mode: "closed" });
root.adoptedStyleSheets = [tokens, look].map(sheetOf);
host.popover = "manual";
// What we show of a number is none of the page's.
host.dataset.clickToCall = "off";

function sheetOf(text: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}

/** Shows an element above the page, until `remove`; `near` is what on the page it belongs to. */
export function show(element: HTMLElement, near?: Element): void {
  root.append(element);
  const place = placeFor(near);
  if (host.parentNode !== place) place.append(host);
  raise();
}

/** Takes an element away, and the host with the last one. */
export function remove(element: HTMLElement): void {
  element.remove();
  if (root.childElementCount === 0) host.remove();
}

/** Puts the host back where the page, or a dialog that closed, took it away with what it shows. */
export function keep(): void {
  if (root.childElementCount === 0 || (host.isConnected && host.parentElement?.closest("dialog:not([open])") === null))
    return;
  placeFor().append(host);
  raise();
}

/** Outside `<body>`; but beside a modal dialog everything is dead to clicks and keys, so then inside of it. */
function placeFor(near?: Element): Element {
  const modal = near ? closest(near, "dialog:modal") : null;
  return modal ?? [...document.querySelectorAll("dialog:modal")].at(-1) ?? document.documentElement;
}

/** The last to be shown is on top. */
function raise(): void {
  if (host.matches(":popover-open")) host.hidePopover();
  host.showPopover();
}

/** Whether an event happened on the layer. */
export const isOurs = (event: Event): boolean => event.composedPath().includes(host);

/** Whether the layer can be seen: a page could make the whole document transparent. */
export const isVisible = (): boolean => isSeen(host);

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
