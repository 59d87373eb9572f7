/**
 * Finds the texts that may hold a part of a number, and visits little else: what costs time is not the text but every
 * node that is met. The browser hands over the text of whole elements; where digits stand together, and there alone, it
 * is looked which nodes they are in.
 */
import { digitsIn, LONGEST, MOST } from "./candidates";
import { following, isElement, NODES, placeBefore, resumed, TEXTS } from "./places";
import { leftAlone } from "./reading";
import type { Line } from "./walk";

/** An element with more text than this is taken apart into its children; one with more children without a look at their text. */
const LARGE = 1_000;
/** So much before a text may belong to a number in it. */
const SEAM = 64;

/**
 * The texts below an element or root that may hold a part of a number, left alone or not. Pauses where `isLong` says so:
 * the page may change meanwhile, and what it changes is the caller's to note.
 */
export function* sift(root: Line, isLong: () => boolean): Generator<Text[], void> {
  const walker = document.createTreeWalker(root, NODES);
  const texts = document.createTreeWalker(root, TEXTS);
  let found: Text[] = [];
  /** The end of what was looked at. */
  let seam = "";
  let node = walker.firstChild();
  do {
    const next: Node | null = node && goOn(node);
    const place = next && placeBefore(next);
    yield found;
    found = [];
    node = place && resumed(walker, place);
  } while (node);

  /** From a node to the next one after a while, or to the end; in a function of its own, which engines run faster. */
  function goOn(from: Node): Node | null {
    let node: Node | null = from;
    do node = (opens(node) && walker.firstChild()) || following(walker);
    while (node && !isLong());
    return node;
  }

  /** Looks for digits in a node; true where that is too much for one go, and its children are to be looked at. */
  function opens(node: Node): boolean {
    if ((node as Element).childElementCount > LARGE) return !(node as Element).matches(leftAlone);
    const own = node.textContent!;
    if (own.length > LONGEST && !isElement(node))
      return (own.length < MOST && found.push(node as Text), (seam = ""), false);
    const text = seam + own;
    const digits = digitsIn(text);
    if (digits && own.length > LARGE && isElement(node)) return !node.matches(leftAlone);
    if (digits) locate(spansOf(digits, text, seam.length), node, own.length);
    seam = text.slice(-SEAM);
    // Of indented markup it would be nothing but white space.
    if (seam.includes("  "))
      seam = text
        .slice(-8 * SEAM)
        .replace(/\s+/g, " ")
        .slice(-SEAM);
    return false;
  }

  /** Finds a node's texts that spans of it are in, by counting from the nearer end. */
  function locate(spans: Span[], node: Node, length: number): void {
    const [from, to] = [spans[0]?.[0] ?? length, spans.at(-1)?.[1] ?? 0];
    const forward = to <= length - from;
    let [begin, end] = forward ? [0, 0] : [length, length];
    texts.currentNode = node;
    let text = isElement(node) ? (forward ? texts.firstChild() : texts.lastChild()) : node;
    while (text && (forward ? end < to : begin > from)) {
      const { length } = text as Text;
      [begin, end] = forward ? [end, end + length] : [begin - length, begin];
      if (spans.some(([from, to]) => from < end && to > begin)) found.push(text as Text);
      text = forward ? texts.nextNode() : texts.previousNode();
    }
  }
}

type Span = [from: number, to: number];

/** Where digits stand together behind an offset, counted from there. */
function spansOf(digits: RegExp, text: string, offset: number): Span[] {
  const spans: Span[] = [];
  digits.lastIndex = 0;
  for (let match = digits.exec(text); match; match = digits.exec(text))
    if (digits.lastIndex > offset) spans.push([Math.max(0, match.index - offset), digits.lastIndex - offset]);
  return spans;
}
