/**
 * A page's text as people see it: runs of text that flow on one line through inline elements, such as
 * `+52 <b>55</b> 1234 5678`, and never across a block, a table cell, a list item or a `<br>`.
 */
import { LONGEST } from "./candidates";
import { closest } from "./composed";
import { following, isElement, isText, NODES, placeBefore, resumed } from "./places";
import { excluded, leftAlone } from "./reading";
import { isInline, kindOf } from "./tags";

/** What text's line belongs to: the nearest element that isn't inline, or the shadow root. */
export type Line = Element | ShadowRoot;

/** Text that flows together, and the nodes it is made of. */
export interface Run {
  line: Line;
  nodes: Text[];
  /** The nodes' texts joined, or what people see of that. */
  text: string;
  /** Where people see less, the same in the length of the nodes' texts: see `flow.ts`. */
  drawn?: string;
  /** Of a piece: where in the nodes' texts it begins. */
  from?: number;
}

const SOME_DIGIT = /[\d\u0660-\uffff]/;

/** Whether a node stands on the line that it is in. */
export const isOnLine = (node: Node | null): boolean =>
  isElement(node) ? isInline(node) : isText(node) && /\S/.test(node.data);

/** The line that a node is on. */
export function lineOf(node: Node): Line | null {
  let at: Node | null = isElement(node) ? node : node.parentNode;
  while (isElement(at) && isInline(at)) at = at.parentNode;
  return isElement(at) || at instanceof ShadowRoot ? at : null;
}

/** Whether a node is, or is inside of, what isn't read; whatever shadow roots lie between. */
export const isLeftAlone = (node: Node): boolean => closest(node, leftAlone) !== null;

export const textOf = (nodes: Text[]): string =>
  nodes.length === 1 ? nodes[0]!.data : nodes.map(({ data }) => data).join("");

/** The run of a text that is all of an element with a line of its own, as most numbers of a table are. */
export function wholeLine(text: Text): Run[] | null {
  const line = text.parentNode;
  if (!isElement(line) || text.nextSibling || text.previousSibling || isInline(line)) return null;
  return kindOf(line).skipped ? [] : [{ line, nodes: [text], text: text.data }];
}

/** The runs on the line of an element or root; pauses where `isLong` says so, as a line may hold the nodes of a whole page. */
export function* runsOn(line: Line, isLong: () => boolean): Generator<Run[], Run[]> {
  const runs: Run[] = [];
  let nodes: Text[] = [];
  const walker = document.createTreeWalker(line, NODES);
  for (let node = walker.firstChild(); node;) {
    const enter = isElement(node) ? step(node) : nodes.push(node as Text);
    node = enter ? walker.nextNode() : following(walker);
    if (!node || !isLong()) continue;
    const place = placeBefore(node);
    yield [];
    node = resumed(walker, place);
  }
  end();
  return runs;

  /** Whether to go into an element. */
  function step(element: Element): boolean {
    const inline = isInline(element);
    if (!inline) end();
    return inline && !kindOf(element).skipped && !element.matches(excluded);
  }

  function end(): void {
    // In so many nodes it is longer than what is read.
    const text = nodes.length < LONGEST ? textOf(nodes) : "";
    if (SOME_DIGIT.test(text)) runs.push({ line, nodes, text });
    nodes = [];
  }
}
