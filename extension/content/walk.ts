/**
 * Walks a page's text as people see it: runs of text that flow on one line through inline elements, such as
 * `+52 <b>55</b> 1234 5678`, and never across a block, a table cell, a list item or a `<br>`.
 */
import { closest } from "./composed";
import { isPhoneLink } from "./hrefs";
import { selectorExcluded, selectorLeftAlone } from "./reading";
import { findRoot } from "./shadow";
import { isInline, kindOf } from "./tags";

/** What text's line belongs to: the nearest element that isn't inline, or the shadow root. */
export type Line = Element | ShadowRoot;

/** Text that flows together, and the nodes it is made of. */
export interface Run {
  line: Line;
  nodes: Text[];
  /** The nodes' texts joined. */
  text: string;
}

/** What a walk met. */
export interface Harvest {
  runs: Run[];
  links: HTMLAnchorElement[];
  roots: ShadowRoot[];
  /** Elements of the page's own whose making is still to be loaded: they may have a shadow root then. */
  unmade: Element[];
}

const SOME_DIGIT = /[\d\u0660-\uffff]/;

/** Whether a node stands on the line that it is in. */
export const isOnLine = (node: Node | null): boolean =>
  node instanceof Element ? isInline(node) : node instanceof Text && /\S/.test(node.data);

/** The line that a node is on. */
export function lineOf(node: Node): Line | null {
  let at: Node | null = node instanceof Element ? node : node.parentNode;
  while (at instanceof Element && isInline(at)) at = at.parentNode;
  return at instanceof Element || at instanceof ShadowRoot ? at : null;
}

const nothing = (): Harvest => ({ runs: [], links: [], roots: [], unmade: [] });

/** So many nodes cost less than a millisecond: the clock is asked between them. */
const STRIDE = 64;

/**
 * Gathers all that is below an element or root; with `shallow` what is on its own line alone. Pauses where `isLong` says
 * so, with what it has: the page may change meanwhile, and what it changes is the caller's to note.
 */
export function* walk(root: Line, shallow = false, isLong = (): boolean => false): Generator<Harvest, void> {
  if (document.designMode === "on" || isLeftAlone(root)) return;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  // One question to the browser for all that is below, where all is walked.
  const excluded = shallow ? null : new Set(root.querySelectorAll(selectorExcluded()));
  const run = new RunInTheMaking(root);
  let harvest = nothing();
  if (root instanceof Element) meet(root, harvest);
  let node = walker.nextNode();
  do {
    const next: Node | null = node && goOn(node);
    const place = next && placeBefore(next);
    yield { ...harvest, runs: run.taken() };
    harvest = nothing();
    node = place && resumed(walker, place);
  } while (node);

  /** From a node to the next one after a while, or to the end; in a function of its own, which engines run faster. */
  function goOn(from: Node): Node | null {
    let node: Node | null = from;
    for (let met = 1; node; met += 1) {
      const enter: boolean = node.nodeType === Node.TEXT_NODE ? run.add(node as Text) : step(node as Element);
      node = enter ? walker.nextNode() : following(walker);
      if (met < STRIDE || !run.isEmpty()) continue;
      met = 0;
      if (isLong()) return node;
    }
    run.end();
    return null;
  }

  /** Whether to go into an element. */
  function step(element: Element): boolean {
    const kind = kindOf(element);
    const inline = kind.inline || (kind.custom && isInline(element));
    if (!inline) run.end();
    const enter =
      !kind.skipped && (inline || !shallow) && !(excluded?.has(element) ?? element.matches(selectorExcluded()));
    if (enter && kind.rich) meet(element, harvest);
    return enter;
  }
}

/** A place on the page that stays what it is while nodes before it come and go, as live ranges do. */
function placeBefore(node: Node): Range {
  const place = document.createRange();
  place.setStartBefore(node);
  return place;
}

/** The node that a walk goes on with; null where its whole root is gone. */
function resumed(walker: TreeWalker, { startContainer, startOffset }: Range): Node | null {
  if (!walker.root.isConnected || !walker.root.contains(startContainer)) return null;
  const next = startContainer.childNodes[startOffset];
  walker.currentNode = next ?? startContainer;
  if (!next) return following(walker);
  return next instanceof Element || next instanceof Text ? next : walker.nextNode();
}

class RunInTheMaking {
  private nodes: Text[] = [];
  private line: Line | null = null;
  private runs: Run[] = [];

  constructor(private readonly root: Line) {}

  isEmpty(): boolean {
    return this.nodes.length === 0;
  }

  /** The runs that have ended since it was asked last. */
  taken(): Run[] {
    const { runs } = this;
    this.runs = [];
    return runs;
  }

  add(node: Text): true {
    const line = lineOf(node);
    // Text behind a block that has ended belongs to another line than the text inside it.
    if (line !== this.line) this.end();
    this.line = line;
    this.nodes.push(node);
    return true;
  }

  end(): void {
    const { nodes, line, root } = this;
    if (nodes.length === 0) return;
    this.nodes = [];
    const text = nodes.length === 1 ? nodes[0]!.data : textOf(nodes);
    // What an inline element holds is a part of the line that it is on.
    if (line && SOME_DIGIT.test(text) && root.contains(line)) this.runs.push({ line, nodes, text });
  }
}

/** Notes what else there is about an element that is read. */
function meet(element: Element, { links, roots, unmade }: Harvest): void {
  if (element.tagName === "A" && isPhoneLink(element as HTMLAnchorElement)) links.push(element as HTMLAnchorElement);
  const root = findRoot(element);
  if (root) roots.push(root);
  else if (kindOf(element).custom && !element.matches(":defined")) unmade.push(element);
}

/** The next node that is not inside the current one. */
function following(walker: TreeWalker): Node | null {
  for (;;) {
    const sibling = walker.nextSibling();
    if (sibling) return sibling;
    if (!walker.parentNode() || walker.currentNode === walker.root) return null;
  }
}

/** Whether a node is, or is inside of, what isn't read; whatever shadow roots lie between. */
export const isLeftAlone = (node: Node): boolean => closest(node, selectorLeftAlone()) !== null;

export const textOf = (nodes: Text[]): string => nodes.map(({ data }) => data).join("");
