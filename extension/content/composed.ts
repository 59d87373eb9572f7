/** The page's tree as it is drawn, shadow roots included, open and closed ones alike. */
import { rootOf } from "./shadow";

/** The node that a node is inside of; a shadow root's is its host. */
export const parentOf = (node: Node): Node | null => (node instanceof ShadowRoot ? node.host : node.parentNode);

/** The nearest element, the node itself included, that a selector matches, whatever shadow roots lie between. */
export function closest(node: Node, selector: string): Element | null {
  for (let at: Node | null = node; at;) {
    const element: Element | null = at instanceof Element ? at : at.parentElement;
    const found = element?.closest(selector);
    if (found) return found;
    const root: Node = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return null;
}

/** Whether a node is an element or inside it. */
export function contains(element: Element, node: Node): boolean {
  for (let at: Node | null = node; at; at = parentOf(at.getRootNode())) if (element.contains(at)) return true;
  return false;
}

/** The element that gets a click at a point of the viewport. */
export function elementAt(x: number, y: number): Element | null {
  let found = document.elementFromPoint(x, y);
  for (let root = found && rootOf(found); root; root = found && rootOf(found)) {
    const inner: Element | null = root.elementFromPoint(x, y);
    if (!inner || inner === found) break;
    found = inner;
  }
  return found;
}

/** Whether people can see an element: drawn, and neither transparent nor made invisible. */
export const isSeen = (element: Element): boolean =>
  element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
