/**
 * What is drawn on the page, by the CSS Custom Highlight API: no node or element of the page changes. Every change costs
 * the page a repaint, up to a tenth of a second where much is drawn, so changes are gathered.
 */

import { reading } from "./reading";

/** The names in `marks.css`. */
const NUMBER = "ucontact-number";
const POINTED = "ucontact-number-pointed";

let drawn = new Highlight();
const pointed = new Highlight();
/** What is to be drawn with the next repaint, and what no longer: by then the same text is often marked again. */
const fresh = new Set<StaticRange>();
const stale = new Set<StaticRange>();

/** Shows what is drawn; where numbers aren't underlined, only what is pointed at. */
export function show(): void {
  underline();
  CSS.highlights.set(POINTED, pointed);
}

const underline = (): unknown => reading.show === "underline" && CSS.highlights.set(NUMBER, drawn);

/** Whether a newer copy of this script, of an extension that was updated, has taken the page over. */
export const isSucceeded = (): boolean => (CSS.highlights.get(POINTED) ?? pointed) !== pointed;

export function hide(): void {
  if (!isSucceeded()) [NUMBER, POINTED].forEach((name) => CSS.highlights.delete(name));
  drawn = new Highlight();
  fresh.clear();
  stale.clear();
}

/** Draws a number's text, or a link's words, with the next repaint. */
export function draw(startContainer: Node, startOffset: number, endContainer: Node, endOffset: number): StaticRange {
  const range = new StaticRange({ startContainer, startOffset, endContainer, endOffset });
  fresh.add(range);
  return range;
}

export const erase = (range: StaticRange): void => void (fresh.delete(range) || stale.add(range));

/** Whether there is nothing to repaint. */
export const isCurrent = (): boolean => fresh.size + stale.size === 0;

/** So many may leave one by one: in Firefox each of them looks through all that are drawn. */
const FEW = 40;

/** Repaints: at once where no more is to come, otherwise where thrice as much is new as there was. `all` is what is to be drawn then. */
export function repaint(isMore: boolean, all: () => Iterable<StaticRange>): void {
  if (isMore && fresh.size <= drawn.size * 3 && stale.size === 0) return;
  if (fresh.size * 2 > drawn.size || stale.size > FEW) redraw(all());
  else {
    stale.forEach((range) => drawn.delete(range));
    fresh.forEach((range) => drawn.add(range));
  }
  stale.clear();
  fresh.clear();
}

/** All of it anew: what isn't shown yet takes ranges in no time. */
function redraw(ranges: Iterable<StaticRange>): void {
  drawn = new Highlight();
  for (const range of ranges) drawn.add(range);
  underline();
}

/** Draws the one number that is pointed at more strongly. */
export function point(range: AbstractRange | undefined): void {
  pointed.clear();
  if (range) pointed.add(range);
}
