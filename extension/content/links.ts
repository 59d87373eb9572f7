/** The links of a page that lead to a phone number: the number is the address's, whatever the link's words are. */
import type { FoundNumber } from "../generated/types";
import type { Callable } from "./callable";
import { closest } from "./composed";
import { draw, erase } from "./drawing";
import { hrefOf } from "./hrefs";
import type { Line } from "./walk";

export interface Link extends Callable {
  /** The link's words, to be drawn; an icon has none. */
  range: StaticRange;
}

const byElement = new Map<Line, Link>();

export function add(link: HTMLAnchorElement, number: FoundNumber): void {
  clear(link);
  const range = draw(link, 0, link, link.childNodes.length);
  byElement.set(link, { number, nodes: [link], said: hrefOf(link), range });
}

export function clear(link: Line): void {
  const known = byElement.get(link);
  if (!known) return;
  erase(known.range);
  byElement.delete(link);
}

/** Forgets the links below an element or root. */
export function clearBelow(root: Line): void {
  if (byElement.size > 0) root.querySelectorAll("a").forEach(clear);
}

export const clearAll = (): void => byElement.clear();

export const linkOf = (element: Element): Link | undefined => byElement.get(element);

export const all = (): Link[] => [...byElement.values()];

/** Whether a text stands in a link that calls. */
export const isLinked = (node: Node): boolean => byElement.size > 0 && byElement.has(closest(node, "a[href]")!);
