/** Nodes, and walks among them that pause: the page may change meanwhile. */

// By numbers: the window's names for them cost more in Firefox than a node's type itself.
export const isElement = (node: EventTarget | null | undefined): node is Element =>
  (node as Node | null)?.nodeType === 1;
export const isText = (node: Node | null): node is Text => node?.nodeType === 3;

/** What walkers are to show, by number as well: texts with CDATA sections, and those with elements. */
export const TEXTS = 12;
export const NODES = 13;

/** A place on the page that stays what it is while nodes before it come and go, as live ranges do. */
export function placeBefore(node: Node): Range {
  const place = document.createRange();
  place.setStartBefore(node);
  return place;
}

/** The node that a walk goes on with; null where its whole root is gone. */
export function resumed(walker: TreeWalker, { startContainer, startOffset }: Range): Node | null {
  if (!walker.root.isConnected || !walker.root.contains(startContainer)) return null;
  const next = startContainer.childNodes[startOffset];
  walker.currentNode = next ?? startContainer;
  if (!next) return following(walker);
  return isElement(next) || isText(next) ? next : walker.nextNode();
}

/** The next node that is not inside the current one. */
export function following(walker: TreeWalker): Node | null {
  for (;;) {
    const sibling = walker.nextSibling();
    if (sibling) return sibling;
    if (!walker.parentNode() || walker.currentNode === walker.root) return null;
  }
}
