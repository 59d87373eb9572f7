/**
 * Our own small layer above the page: one host element outside `<body>`, there only while something is shown,
 * with a closed shadow root that neither the page's scripts nor its styles reach.
 */
import sheetText from "./overlay.css";

const host = document.createElement("click-to-call");
const root = host.attachShadow({ mode: "closed" });
const sheet = new CSSStyleSheet();
sheet.replaceSync(sheetText);
root.adoptedStyleSheets = [sheet];

/** Shows an element above the page, until `remove`. */
export function show(element: HTMLElement): void {
  root.append(element);
  if (!host.isConnected) document.documentElement.append(host);
}

/** Takes an element away, and the host with the last one. */
export function remove(element: HTMLElement): void {
  element.remove();
  if (root.childElementCount === 0) host.remove();
}

/** Whether an event happened on the layer. */
export const isOurs = (event: Event): boolean => event.composedPath().includes(host);

/** Whether the layer can be seen: a page could make the whole document transparent. */
export const isVisible = (): boolean => host.checkVisibility({ opacityProperty: true, visibilityProperty: true });

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
