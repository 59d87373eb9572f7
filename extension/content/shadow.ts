/** The shadow roots of a page. A content script may look into closed ones, too. */
import { closedRootOf } from "../shared/browser";
import { contains } from "./composed";
import type { Wardrobe } from "./parts";
import { kindOf } from "./tags";
import type { Line } from "./walk";

const rootByHost = new WeakMap<Element, ShadowRoot>();
/** The roots on the page, for hit tests. */
const known = new Set<ShadowRoot>();

/** The shadow root of an element, where one was met. */
export const rootOf = (host: Element): ShadowRoot | undefined => rootByHost.get(host);

export const knownRoots = (): ShadowRoot[] => [...known];

/** By a list of what pages mostly consist of a browser passes over it quickly; none of it can have a shadow root. */
const HOSTS = ":not(td,tr,a,li,ul,b,i,button,img,svg,path,input,br)";

/** The elements below another that may have a shadow root. */
export const mayHost = (below: Line): NodeListOf<Element> => below.querySelectorAll(HOSTS);

/**
 * Looks for an element's shadow root. Asking for a closed one costs microseconds, so plain elements are asked only where
 * they are empty, as hosts without slots are, or `closely`.
 */
export function findRoot(element: Element, closely = false): ShadowRoot | null {
  const { custom, host } = kindOf(element);
  if (custom) return closedRootOf(element);
  if (!host) return null;
  return element.shadowRoot ?? (closely || element.firstChild === null ? closedRootOf(element) : null);
}

/** The shadow roots that were met below an element, those in others too. */
export const rootsBelow = (element: Element): ShadowRoot[] =>
  knownRoots().filter(({ host }) => contains(element, host));

/** Remembers a root; false for one that is known. */
export function enter(root: ShadowRoot): boolean {
  if (known.has(root)) return false;
  known.add(root);
  rootByHost.set(root.host, root);
  wardrobe?.dress(root);
  return true;
}

export const leave = (root: ShadowRoot): boolean => known.delete(root);

export function leaveAll(): void {
  for (const root of known) wardrobe?.undress(root);
  known.clear();
}

/** What gives roots the sheet of marks, once it is there. */
let wardrobe: Wardrobe | undefined;

export const dressBy = (arrived: Wardrobe): void => known.forEach((wardrobe = arrived).dress);
