/**
 * The marked numbers of a page, drawn by the CSS Custom Highlight API: no node or element of the page changes.
 * The registry of highlights is shared with the page, so what is marked where is kept here.
 */
import type { FoundNumber } from "../generated/types";
import type { Run } from "./walk";

/** A number on the page. */
export interface Mark {
  range: StaticRange;
  nodes: Text[];
  number: FoundNumber;
  /** The text that it was found in, to tell whether the page has changed it since. */
  text: string;
}

/** The names in `marks.css`. */
const NUMBER = "ucontact-number";
const POINTED = "ucontact-number-pointed";

const byBlock = new Map<Element, Mark[]>();
const byNode = new WeakMap<Node, Mark[]>();
const drawn = new Highlight();
const pointed = new Highlight();

export function show(): void {
  CSS.highlights.set(NUMBER, drawn);
  CSS.highlights.set(POINTED, pointed);
}

export function hide(): void {
  CSS.highlights.delete(NUMBER);
  CSS.highlights.delete(POINTED);
  for (const block of [...byBlock.keys()]) clear(block);
}

/** Marks the numbers found in a run. */
export function add(run: Run, numbers: FoundNumber[]): void {
  const marks = numbers.flatMap((number) => markOf(run, number) ?? []);
  if (marks.length === 0) return;
  byBlock.set(run.block, [...(byBlock.get(run.block) ?? []), ...marks]);
  for (const mark of marks) {
    drawn.add(mark.range);
    for (const node of mark.nodes) byNode.set(node, [...(byNode.get(node) ?? []), mark]);
  }
}

/** Forgets the numbers on an element's own lines. */
export function clear(block: Element): void {
  for (const mark of byBlock.get(block) ?? []) {
    drawn.delete(mark.range);
    mark.nodes.forEach((node) => byNode.delete(node));
  }
  byBlock.delete(block);
}

/** Forgets the numbers of elements that have left the page. */
export function clearDetached(): void {
  for (const block of [...byBlock.keys()]) if (!block.isConnected) clear(block);
}

/** The number at a point of the viewport, if one is really there to be seen. */
export function at(x: number, y: number): Mark | null {
  const node = document.caretPositionFromPoint(x, y)?.offsetNode;
  const marks = (node && byNode.get(node)) ?? [];
  return marks.find((mark) => isIntact(mark) && rectsOf(mark).some((rect) => holds(rect, x, y))) ?? null;
}

/** Draws the one number that is pointed at more strongly. */
export function point(mark: Mark | null): void {
  pointed.clear();
  if (mark) pointed.add(mark.range);
}

/** Whether the page still says what the number was found in: it may have put another one there. */
export function isIntact(mark: Mark): boolean {
  return mark.range.startContainer.isConnected && liveRange(mark)?.toString() === mark.text;
}

/** One rectangle a line: a number broken over two lines has two. */
export function rectsOf(mark: Mark): DOMRect[] {
  return [...(liveRange(mark)?.getClientRects() ?? [])];
}

function liveRange({ range }: Mark): Range | null {
  try {
    const live = document.createRange();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    return live;
  } catch {
    // The page has shortened its text below the offsets.
    return null;
  }
}

const holds = (rect: DOMRect, x: number, y: number): boolean =>
  x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom;

function markOf(run: Run, number: FoundNumber): Mark | null {
  const [start, end] = [locate(run, number.start, false), locate(run, number.end, true)];
  if (!start || !end) return null;
  const nodes = run.nodes.slice(start.index, end.index + 1);
  if (nodes.length > 1 && !nodes.every((node) => flowsInline(node, run.block))) return null;
  const range = new StaticRange({
    startContainer: start.node,
    startOffset: start.offset,
    endContainer: end.node,
    endOffset: end.offset,
  });
  const mark = { range, nodes, number, text: "" };
  return { ...mark, text: liveRange(mark)?.toString() ?? "" };
}

interface Place {
  node: Text;
  index: number;
  offset: number;
}

/** The node and offset of a position in a run's text; an end belongs to the node before a border, a start to the one behind. */
function locate(run: Run, position: number, isEnd: boolean): Place | null {
  let passed = 0;
  for (const [index, node] of run.nodes.entries()) {
    const offset = position - passed;
    if (isEnd ? offset <= node.length : offset < node.length) return { node, index, offset };
    passed += node.length;
  }
  return null;
}

/** Whether a piece of a number really flows: its tags say so, the page's style may say otherwise. */
function flowsInline(node: Text, block: Element): boolean {
  for (let at = node.parentElement; at && at !== block; at = at.parentElement) {
    if (!getComputedStyle(at).display.startsWith("inline")) return false;
  }
  return true;
}
