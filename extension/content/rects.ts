/** Where what can be called is drawn: one rectangle a line, in the viewport. */
import type { Callable } from "./callable";

export function rectsOf(callable: Callable): DOMRect[] {
  const { range } = callable;
  return range?.startContainer instanceof Text ? textRects(range) : elementRects(callable.element());
}

function textRects(range: AbstractRange): DOMRect[] {
  try {
    const live = document.createRange();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    return [...live.getClientRects()];
  } catch {
    // The page has shortened its text below the offsets.
    return [];
  }
}

function elementRects(element: Element): DOMRect[] {
  const rects = [...element.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
  // An inline link around a picture of another size: the picture is what people see.
  return rects.length > 0 ? rects : [...element.children].map((child) => child.getBoundingClientRect());
}
