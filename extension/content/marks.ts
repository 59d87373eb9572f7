/**
 * The marked numbers of a page, drawn by the CSS Custom Highlight API: no node or element of the page changes.
 * The registry of highlights is shared with the page, so what is marked where is kept here.
 */
import type { FoundNumber } from "../generated/types";
import type { Callable } from "./callable";
import { isSeen } from "./composed";
import { knownRoots } from "./shadow";
import { isLong, type Work } from "./slices";
import type { Line, Run } from "./walk";

/** A number in the page's text. */
export class Mark implements Callable {
  /** The text that it was found in, to tell whether the page has changed it since. */
  private readonly text: string | undefined;

  constructor(
    readonly number: FoundNumber,
    readonly nodes: Text[],
    readonly range: StaticRange,
  ) {
    this.text = this.said();
  }

  rects(): DOMRect[] {
    return [...(liveRange(this.range)?.getClientRects() ?? [])];
  }

  isIntact(): boolean {
    return this.range.startContainer.isConnected && this.said() === this.text;
  }

  /** What stands there now. Live ranges burden every change of the page until they are collected: only where it takes one. */
  private said(): string | undefined {
    const { nodes, range } = this;
    return nodes.length === 1 ? nodes[0]!.data.slice(range.startOffset, range.endOffset) : liveRange(range)?.toString();
  }

  element(): Element {
    return this.range.startContainer.parentElement ?? document.documentElement;
  }
}

/** The names in `marks.css`. */
const NUMBER = "ucontact-number";
const POINTED = "ucontact-number-pointed";

const byLine = new Map<Line, Mark[]>();
const byNode = new WeakMap<Node, Mark[]>();
const drawn = new Highlight();
/** What is to be drawn with the next repaint: each costs the page up to a tenth of a second, however little is new. */
const undrawn = new Set<AbstractRange>();
const pointed = new Highlight();

/** Draws what is marked; without `underlined` only what is pointed at. */
export function show(underlined: boolean): void {
  if (underlined) CSS.highlights.set(NUMBER, drawn);
  CSS.highlights.set(POINTED, pointed);
}

/** Whether a newer copy of this script, of an extension that was updated, has taken the page over. */
export const isSucceeded = (): boolean => CSS.highlights.has(POINTED) && CSS.highlights.get(POINTED) !== pointed;

export function hide(): void {
  if (!isSucceeded()) [NUMBER, POINTED].forEach((name) => CSS.highlights.delete(name));
  for (const line of [...byLine.keys()]) clear(line);
}

/** Marks the numbers found in a run, where all the text that they stand in is free; a second time changes nothing. */
export function add(run: Run, numbers: FoundNumber[], isFree: (node: Text) => boolean): void {
  const found = numbers.flatMap((number) => markOf(run, number) ?? []);
  const marks = found.filter((mark) => mark.nodes.every(isFree) && !isMarked(mark));
  if (marks.length === 0) return;
  byLine.set(run.line, [...(byLine.get(run.line) ?? []), ...marks]);
  for (const mark of marks) {
    draw(mark.range);
    for (const node of mark.nodes) byNode.set(node, [...(byNode.get(node) ?? []), mark]);
  }
}

const isMarked = ({ range: { startContainer, startOffset } }: Mark): boolean =>
  byNode
    .get(startContainer)
    ?.some(({ range }) => range.startContainer === startContainer && range.startOffset === startOffset) ?? false;

/** Forgets the numbers on a line. */
export function clear(line: Line): void {
  const marks = byLine.get(line);
  if (!marks) return;
  for (const mark of marks) {
    erase(mark.range);
    mark.nodes.forEach((node) => byNode.delete(node));
  }
  byLine.delete(line);
}

export const all = (): Mark[] => [...byLine.values()].flat();

/** Draws a number's text, or a link's words, with the next repaint. */
export const draw = (range: AbstractRange): void => void undrawn.add(range);
export const erase = (range: AbstractRange): void => void (undrawn.delete(range) || drawn.delete(range));

/** Repaints: at once where no more is to come, otherwise where as much is new as there was. */
export function* repaint(isMore: boolean): Work {
  if (isMore && undrawn.size <= drawn.size) return;
  for (const range of undrawn) {
    undrawn.delete(range);
    drawn.add(range);
    if (isLong()) yield;
  }
}

/** The number at a point of the viewport, if one is really there to be seen. */
export function at(x: number, y: number): Mark | null {
  const node = document.caretPositionFromPoint(x, y, { shadowRoots: knownRoots() })?.offsetNode;
  const marks = (node && byNode.get(node)) ?? [];
  return (
    marks.find((mark) => mark.isIntact() && mark.rects().some((rect) => holds(rect, x, y)) && isSeen(mark.element())) ??
    null
  );
}

/** Draws the one number that is pointed at more strongly. */
export function point(range: AbstractRange | undefined): void {
  pointed.clear();
  if (range) pointed.add(range);
}

function liveRange(range: StaticRange): Range | null {
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
  const range = new StaticRange({
    startContainer: start.node,
    startOffset: start.offset,
    endContainer: end.node,
    endOffset: end.offset,
  });
  return new Mark(number, run.nodes.slice(start.index, end.index + 1), range);
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
