/**
 * Walks a page's text as people see it: runs of text that flow on one line through inline elements, such as
 * `+52 <b>55</b> 1234 5678`, and never across a block, a table cell, a list item or a `<br>`.
 */

/** Text that flows together, and the nodes it is made of. */
export interface Run {
  /** The element whose line it is. */
  block: Element;
  nodes: Text[];
  /** As `textOf` the nodes gives it: of the nodes' own length, so that offsets hold. */
  text: string;
}

/** Elements that text flows through. All others end a run. */
const INLINE = new Set(
  "A ABBR B BDI BDO CITE DATA DEL DFN EM FONT I INS LABEL MARK Q S SMALL SPAN STRIKE STRONG SUB SUP TIME TT U VAR".split(
    " ",
  ),
);

/** Elements whose text isn't prose, isn't shown, or is being edited. */
const SKIPPED = new Set(
  "SCRIPT STYLE NOSCRIPT TEMPLATE TITLE TEXTAREA INPUT SELECT CODE PRE KBD SAMP IFRAME OBJECT CANVAS AUDIO VIDEO".split(
    " ",
  ),
);

/** By attribute: asking `isContentEditable` would make the browser compute styles. */
const EDITABLE = '[contenteditable]:not([contenteditable="false" i])';
const LEFT_ALONE = [...SKIPPED, "svg", EDITABLE].join(",");

const isSkipped = (element: Element): boolean =>
  SKIPPED.has(element.tagName) ||
  element.namespaceURI !== HTML ||
  (element.hasAttribute("contenteditable") && element.matches(EDITABLE));

const HTML = "http://www.w3.org/1999/xhtml";

/** The element whose line a node is on. */
export function blockOf(node: Node): Element | null {
  let element = node instanceof Element ? node : node.parentElement;
  while (element && INLINE.has(element.tagName)) element = element.parentElement;
  return element;
}

/** All runs below an element; with `shallow` those of its own line alone. */
export function* runsBelow(root: Element, shallow = false): Generator<Run> {
  if (root.closest(LEFT_ALONE) || document.designMode === "on") return;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  let nodes: Text[] = [];
  let node = walker.nextNode();
  while (node) {
    if (node instanceof Text) {
      // Text behind a block that has ended belongs to another line than the text inside it.
      if (nodes[0] && blockOf(nodes[0]) !== blockOf(node)) yield* take();
      nodes.push(node);
      node = walker.nextNode();
      continue;
    }
    const element = node as Element;
    const inline = INLINE.has(element.tagName);
    if (!inline) yield* take();
    const enter = !isSkipped(element) && (inline || !shallow);
    node = enter ? walker.nextNode() : following(walker);
  }
  yield* take();

  function* take(): Generator<Run> {
    const run = asRun(nodes);
    nodes = [];
    if (run) yield run;
  }
}

/** The next node that is not inside the current one. */
function following(walker: TreeWalker): Node | null {
  for (;;) {
    const sibling = walker.nextSibling();
    if (sibling) return sibling;
    if (!walker.parentNode() || walker.currentNode === walker.root) return null;
  }
}

function asRun(nodes: Text[]): Run | null {
  const block = nodes[0] && blockOf(nodes[0]);
  if (!block) return null;
  return { block, nodes, text: textOf(nodes) };
}

/** The nodes' texts joined, line breaks and tabs as the spaces that people see. */
export function textOf(nodes: Text[]): string {
  return nodes
    .map((node) => node.data)
    .join("")
    .replace(/[\n\r\t]/g, " ");
}
