/** What became of what can be called: whether it still is what it was, and where. */
import type { Callable } from "./callable";

/** Whether the page still says what the number was found in: it may have put another one there, or be edited as a whole. */
export function isIntact({ nodes, said, range }: Callable): boolean {
  const [first] = nodes;
  if (document.designMode === "on" || !nodes.every((node) => node.isConnected)) return false;
  if (first instanceof HTMLAnchorElement) return first.getAttribute("href") === said;
  if (first instanceof HTMLInputElement) return first.value === said;
  return nodes
    .map((node) => node.nodeValue)
    .join("")
    .startsWith(said, range?.startOffset);
}

/** The element that it is in. */
export const elementOf = ({ nodes: [first] }: Callable): Element =>
  first instanceof Element ? first : (first?.parentElement ?? document.documentElement);

/** Where it is drawn: one rectangle a line, in the viewport. */
export function rectsOf(callable: Callable): DOMRect[] {
  const { range } = callable;
  return range?.startContainer instanceof Text ? textRects(range) : elementRects(elementOf(callable));
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
