/** The shadow roots of a page. A content script may look into closed ones, too. */
import { closedRootOf } from "../shared/browser";
import marksSheet from "./marks.css";
import { kindOf } from "./tags";

const rootByHost = new WeakMap<Element, ShadowRoot>();
/** The roots on the page, for hit tests. */
const known = new Set<ShadowRoot>();

/** The shadow root of an element, where one was met. */
const rootOf = (host: Element): ShadowRoot | undefined => rootByHost.get(host);

export const knownRoots = (): ShadowRoot[] => [...known];

/**
 * Looks for an element's shadow root. Asking for a closed one costs microseconds, so plain elements are asked only where
 * they are empty, as hosts without slots are.
 */
export function findRoot(element: Element): ShadowRoot | null {
  const { custom, rich } = kindOf(element);
  if (custom) return closedRootOf(element);
  if (!rich) return null;
  return (
    element.shadowRoot ?? (element.firstChild === null && element.tagName === "DIV" ? closedRootOf(element) : null)
  );
}

/** The element that gets a click at a point of the viewport. */
export function elementAt(x: number, y: number): Element | null {
  let found = document.elementFromPoint(x, y);
  for (let root = found && rootOf(found); root; root = found && rootOf(found)) {
    const inner: Element | null = root.elementFromPoint(x, y);
    if (!inner || inner === found) break;
    found = inner;
  }
  return found;
}

/** Remembers a root; false for one that is known. */
export function enter(root: ShadowRoot): boolean {
  if (known.has(root)) return false;
  known.add(root);
  rootByHost.set(root.host, root);
  adopt(root);
  return true;
}

export function leave(host: Element): ShadowRoot | undefined {
  const root = rootByHost.get(host);
  if (root) known.delete(root);
  return root;
}

export function leaveAll(): void {
  for (const root of known) abandon(root);
  known.clear();
}

/** Chromium's highlights pass into shadow trees by inheritance; Firefox paints those of a sheet in the tree itself. */
const sheet = "openOrClosedShadowRoot" in Element.prototype ? new CSSStyleSheet() : null;
sheet?.replaceSync(marksSheet);

function adopt(root: ShadowRoot): void {
  if (sheet) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}

function abandon(root: ShadowRoot): void {
  if (sheet) root.adoptedStyleSheets = [...root.adoptedStyleSheets].filter((other) => other !== sheet);
}
