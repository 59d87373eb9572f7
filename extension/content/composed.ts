/** The page's tree as it is drawn, shadow roots included, open and closed ones alike. */

/** The node that a node is inside of; a shadow root's is its host. */
export const parentOf = (node: Node): Node | null => (node instanceof ShadowRoot ? node.host : node.parentNode);

/** The nearest element, the node itself included, that a selector matches, whatever shadow roots lie between. */
export function closest(node: Node, selector: string): Element | null {
  for (let at: Node | null = node; at; at = parentOf(at.getRootNode())) {
    const found = (at instanceof Element ? at : at.parentElement)?.closest(selector);
    if (found) return found;
  }
  return null;
}

/** Whether a node is an element or inside it. */
export function contains(element: Element, node: Node): boolean {
  for (let at: Node | null = node; at; at = parentOf(at.getRootNode())) if (element.contains(at)) return true;
  return false;
}

/** Whether people can see an element: drawn, and neither transparent nor made invisible. */
export const isSeen = (element: Element): boolean =>
  element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
