/**
 * Which clicks and keys are the agent's own will to call. `isTrusted` alone is not enough: a real click on a page's
 * `<label>`, or a page's `focus()` before the agent's Enter, is trusted too. So the pointer must go down and up on the same
 * number, in a window that is visible and focused.
 */
import * as marks from "./marks";
import type { Mark } from "./marks";

/** A pointer that strays further than this between down and up was selecting text. */
const STRAY_PX = 4;

/** What a click belongs to by the page's own will. A `tel:` link's click is ours: it says what a number's says. */
const PAGE_CONTROLS =
  'a[href]:not([href^="tel:" i], [href^="callto:" i], [href^="sip:" i]), button, input, select, textarea, label, summary, ' +
  '[contenteditable], [role="button"], [role="link"], [role="menuitem"], [role="tab"], [role="checkbox"], [role="switch"], [role="option"]';

interface Press {
  mark: Mark;
  x: number;
  y: number;
}

let press: Press | null = null;

export function pointerDown(event: PointerEvent): void {
  const mark = isPlain(event) ? markUnder(event) : null;
  press = mark && { mark, x: event.clientX, y: event.clientY };
}

/** The number that a click calls, or null for a click that is the page's. */
export function clickedNumber(event: MouseEvent): Mark | null {
  const pressed = press;
  press = null;
  if (!pressed || !isPlain(event) || event.detail !== 1 || !isAttentive()) return null;
  const strayed = Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) > STRAY_PX;
  return !strayed && markUnder(event) === pressed.mark ? pressed.mark : null;
}

/** Whether the agent looks at this page now. */
export const isAttentive = (): boolean => document.visibilityState === "visible" && document.hasFocus();

const isPlain = (event: MouseEvent): boolean =>
  event.isTrusted && event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;

function markUnder(event: MouseEvent): Mark | null {
  // Through shadow roots: `target` would be the outermost host.
  const target = event.composedPath()[0];
  if (!(target instanceof Element) || target.closest(PAGE_CONTROLS)) return null;
  const mark = marks.at(event.clientX, event.clientY);
  // Something drawn over the number gets the click itself, and doesn't contain it.
  return mark && target.contains(mark.range.startContainer.parentNode) ? mark : null;
}
