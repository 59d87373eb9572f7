/** The links of a page that lead to a phone number: the number is the address's, whatever the link's words are. */
import type { FoundNumber } from "../generated/types";
import type { Callable } from "./callable";
import { closest, isSeen } from "./composed";
import { hrefOf } from "./hrefs";
import * as marks from "./marks";

export class Link implements Callable {
  /** The link's words, to be drawn; an icon has none. */
  readonly range: StaticRange;
  private readonly href: string;

  constructor(
    readonly number: FoundNumber,
    private readonly link: HTMLAnchorElement,
  ) {
    const { childNodes } = link;
    this.range = new StaticRange({
      startContainer: link,
      startOffset: 0,
      endContainer: link,
      endOffset: childNodes.length,
    });
    this.href = hrefOf(link);
  }

  rects(): DOMRect[] {
    const rects = [...this.link.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
    // An inline link around a picture of another size: the picture is what people see.
    const inner = [...this.link.children].map((child) => child.getBoundingClientRect());
    return rects.length > 0 ? rects : inner;
  }

  isIntact(): boolean {
    return this.link.isConnected && hrefOf(this.link) === this.href;
  }

  element(): Element {
    return this.link;
  }
}

const byElement = new Map<Element, Link>();

export function add(link: HTMLAnchorElement, number: FoundNumber): void {
  clear(link);
  const added = new Link(number, link);
  byElement.set(link, added);
  marks.draw(added.range);
}

export function clear(link: Element): void {
  const known = byElement.get(link);
  if (!known) return;
  marks.erase(known.range);
  byElement.delete(link);
}

export function clearAll(): void {
  for (const link of [...byElement.keys()]) clear(link);
}

export const all = (): Link[] => [...byElement.values()];

/** Whether a text stands in a link that calls. */
export const isLinked = (node: Node): boolean => byElement.size > 0 && byElement.has(closest(node, "a[href]")!);

/** The phone link that a node is in, if its address is still what was read. */
export function around(node: Node): Link | null {
  if (byElement.size === 0) return null;
  const link = closest(node, "a[href]");
  const known = link && byElement.get(link);
  return known?.isIntact() && isSeen(known.element()) ? known : null;
}
