/**
 * Which clicks and keys are the agent's own will to call. `isTrusted` alone is not enough: a real click on a page's
 * `<label>`, or a page's `focus()` before the agent's Enter, is trusted too. So the pointer must go down and up on the same
 * number, in a window that is visible and focused; and a key counts where the agent moved the focus.
 */
import type { Callable } from "./callable";
import { closest, contains } from "./composed";
import * as links from "./links";
import * as marks from "./marks";
import { reading } from "./reading";
import { elementAt } from "./shadow";

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
  return target instanceof Element && target === reached ? links.around(target) : null;
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
  return element && (links.around(element) ?? textAt(element, x, y));
}

/** What a click at a point calls. */
function clickable(x: number, y: number): Callable | null {
  const element = elementAt(x, y);
  if (!element) return null;
  const link = links.around(element);
  if (link) return link;
  return reading.show === "underline" && !closest(element, PAGE_CONTROLS) ? textAt(element, x, y) : null;
}

/** Something drawn over the number gets the click itself, and doesn't contain it. */
function textAt(element: Element, x: number, y: number): Callable | null {
  const mark = marks.at(x, y);
  return mark?.nodes.some((node) => contains(element, node)) ? mark : null;
}
