/**
 * Which clicks and keys are the agent's own will to call. `isTrusted` alone is not enough: a real click on a page's
 * `<label>`, or a page's `focus()` before the agent's Enter, is trusted too. So the pointer must go down and up on the same
 * number, in a window that is visible and focused; and a key counts where the agent moved the focus.
 */
import type { Callable } from "./callable";
import { closest, contains, isSeen } from "./composed";
import { page } from "./lent";
import type { Mark } from "./marks";
import { elementOf, isIntact, rectsOf } from "./whereabouts";

/** A pointer that strays further than this between down and up was selecting text. */
const STRAY_PX = 4;

/** What a click belongs to by the page's own will. */
const PAGE_CONTROLS =
  "a[href], button, input, select, textarea, label, summary, " +
  '[contenteditable], [role="button"], [role="link"], [role="menuitem"], [role="tab"], [role="checkbox"], [role="switch"], [role="option"]';

interface Press {
  callable: Callable;
  x: number;
  y: number;
}

let press: Press | null = null;
/** Whether the Tab key is down: focus that comes now was moved by the agent, not by the page. */
let tabbing = false;
/** What the agent moved the focus to. */
let reached: EventTarget | null = null;

export function pointerDown(event: PointerEvent): void {
  const callable = isPlain(event) ? clickable(event.clientX, event.clientY) : null;
  press = callable && { callable, x: event.clientX, y: event.clientY };
}

export function keyChanged(event: KeyboardEvent): void {
  if (event.isTrusted && event.key === "Tab") tabbing = event.type === "keydown";
}

export const isTabbing = (): boolean => tabbing;

export function focusMoved(event: FocusEvent): void {
  reached = event.isTrusted && tabbing ? innermost(event) : null;
}

/** The number that a click calls, or null for a click that is the page's. */
export function clickedNumber(event: MouseEvent): Callable | null {
  const pressed = press;
  press = null;
  if (!isPlain(event) || !isAttentive()) return null;
  if (event.detail === 0) return byKey(event);
  if (!pressed || event.detail !== 1) return null;
  const strayed = Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) > STRAY_PX;
  return !strayed && clickable(event.clientX, event.clientY) === pressed.callable ? pressed.callable : null;
}

/** Enter on a phone link that the agent moved to. */
function byKey(event: MouseEvent): Callable | null {
  const target = innermost(event);
  return target instanceof Element && target === reached ? linkAround(target) : null;
}

/** Whether the agent looks at this page now. */
export const isAttentive = (): boolean => document.visibilityState === "visible" && document.hasFocus();

const isPlain = (event: MouseEvent): boolean =>
  event.isTrusted && event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;

/** Through open shadow roots: `target` would be the outermost host. */
const innermost = (event: Event): EventTarget | null => event.composedPath()[0] ?? null;

/** What can be called at a point, whoever gets a click there. */
export function pointedAt(x: number, y: number): Callable | null {
  const element = elementAt(x, y);
  return element && (linkAround(element) ?? textAt(element, x, y));
}

/** What a click at a point calls. */
function clickable(x: number, y: number): Callable | null {
  const element = elementAt(x, y);
  if (!element) return null;
  const link = linkAround(element);
  if (link) return link;
  return page.isUnderlined() && !closest(element, PAGE_CONTROLS) ? textAt(element, x, y) : null;
}

/** Something drawn over the number gets the click itself, and doesn't contain it. */
function textAt(element: Element, x: number, y: number): Callable | null {
  const mark = markAt(x, y);
  return mark?.nodes.some((node) => contains(element, node)) ? mark : null;
}

/** The number at a point of the viewport, if one is really there to be seen. */
function markAt(x: number, y: number): Mark | undefined {
  const node = document.caretPositionFromPoint(x, y, { shadowRoots: page.roots() })?.offsetNode;
  const isAt = (mark: Mark): boolean =>
    isIntact(mark) && rectsOf(mark).some((rect) => holds(rect, x, y)) && isSeen(elementOf(mark));
  return node && page.marksOn(node).find(isAt);
}

const holds = (rect: DOMRect, x: number, y: number): boolean =>
  x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom;

/** The phone link that a node is in, if its address is still what was read. */
function linkAround(node: Node): Callable | null {
  const link = closest(node, "a[href]");
  const known = link && page.linkOf(link);
  return known && isIntact(known) && isSeen(elementOf(known)) ? known : null;
}

/** The element that gets a click at a point of the viewport. */
function elementAt(x: number, y: number): Element | null {
  let found = document.elementFromPoint(x, y);
  for (let root = found && page.rootOf(found); root; root = found && page.rootOf(found)) {
    const inner: Element | null = root.elementFromPoint(x, y);
    if (!inner || inner === found) break;
    found = inner;
  }
  return found;
}
