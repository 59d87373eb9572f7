/**
 * Walks a page's text as people see it: runs of text that flow on one line through inline elements, such as
 * `+52 <b>55</b> 1234 5678`, and never across a block, a table cell, a list item or a `<br>`.
 */
import { closest } from "./composed";
import { isPhoneLink } from "./hrefs";
import { isSkipped, reading, selectorLeftAlone } from "./reading";
import { findRoot, isCustom } from "./shadow";

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

/** Elements that text flows through. All others end a run. */
const INLINE = new Set(
  (
    "A ABBR ACRONYM B BDI BDO BIG CITE CODE DATA DEL DFN EM FONT I INS KBD LABEL MARK NOBR OUTPUT Q S SAMP SLOT SMALL " +
    "SPAN STRIKE STRONG SUB SUP TIME TT U VAR WBR"
  ).split(" "),
);

/** Of the page's own elements the innermost are words on a line; the others are mostly its blocks. */
const isInline = (element: Element): boolean =>
  INLINE.has(element.tagName) || (isCustom(element) && element.childElementCount === 0);

const SOME_DIGIT = /[\d\u0660-\uffff]/;

/** The line that a node is on. */
export function lineOf(node: Node): Line | null {
  let at: Node | null = node instanceof Element ? node : node.parentNode;
  while (at instanceof Element && isInline(at)) at = at.parentNode;
  return at instanceof Element || at instanceof ShadowRoot ? at : null;
}

/** All that is below an element or root; with `shallow` what is on its own line alone. */
export function walk(root: Line, shallow = false): Harvest {
  const harvest: Harvest = { runs: [], links: [], roots: [], unmade: [] };
  if (document.designMode === "on" || isLeftAlone(root)) return harvest;
  if (root instanceof Element) meet(root, harvest);
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  const run = new RunInTheMaking(harvest.runs);
  let node = walker.nextNode();
  while (node) {
    if (node.nodeType === Node.TEXT_NODE) {
      run.add(node as Text);
      node = walker.nextNode();
      continue;
    }
    const element = node as Element;
    const inline = isInline(element);
    if (!inline) run.end();
    const enter = !isSkipped(element) && (inline || !shallow);
    if (enter) meet(element, harvest);
    node = enter ? walker.nextNode() : following(walker);
  }
  run.end();
  return harvest;
}

class RunInTheMaking {
  private nodes: Text[] = [];
  private line: Line | null = null;

  constructor(private readonly runs: Run[]) {}

  add(node: Text): void {
    const line = lineOf(node);
    // Text behind a block that has ended belongs to another line than the text inside it.
    if (line !== this.line) this.end();
    this.line = line;
    this.nodes.push(node);
  }

  end(): void {
    const [{ nodes, line }, { runs }] = [this, this];
    if (nodes.length === 0) return;
    this.nodes = [];
    const text = nodes.length === 1 ? nodes[0]!.data : textOf(nodes);
    if (line && SOME_DIGIT.test(text)) runs.push({ line, nodes, text });
  }
}

/** Notes what else there is about an element that is read. */
function meet(element: Element, { links, roots, unmade }: Harvest): void {
  if (element.tagName === "A" && reading.links !== "none" && isPhoneLink(element as HTMLAnchorElement))
    links.push(element as HTMLAnchorElement);
  const root = findRoot(element);
  if (root) roots.push(root);
  else if (isCustom(element) && !element.matches(":defined")) unmade.push(element);
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
