/**
 * Which text of a run really stands on one line. The walk goes by tags, which costs nothing; the page's style may say
 * otherwise, and it is asked for the few runs only that may hold a number.
 */
import { LONGEST } from "./candidates";
import { type Run, textOf } from "./walk";

const DIGIT = /\p{Nd}/u;
/** White space that is mostly drawn otherwise than it is written. */
const BLANKS = /[\n\r\t]| {2}/;
/** Stands for white space that isn't drawn: in no page's source, where it would be another character. */
const SWALLOWED = "\0";

/** A run's parts as people see them: apart where the style parts them, without what it hides. */
export function partsOf(run: Run): Run[] {
  if (run.nodes.length === 1 && !BLANKS.test(run.text)) return [run];
  const nodes = run.nodes.filter(({ data }) => DIGIT.test(data)).length > 1 ? seenApart(run) : [run.nodes];
  return nodes.map((part) => ({ ...run, nodes: part, ...textIn(asDrawn(part)) }));
}

/** What people see of a drawn text. */
const textIn = (drawn: string): Pick<Run, "text" | "drawn"> => ({ text: drawn.replaceAll(SWALLOWED, ""), drawn });

/** Where a long text may be cut: behind a line, or in words that are too far from any digit to be a part of its number. */
const CUTS = /[^]{9000}[^]*?(?:\n|[^\p{Nd}\0]{64}|$)|[^]+/gu;

/** A part in pieces, where it is too long to be looked at in one go. */
export function piecesOf(part: Run): Run[] {
  const all = part.drawn ?? part.text;
  if (all.length <= LONGEST) return [part];
  let end = 0;
  return all.match(CUTS)!.map((drawn) => ({ ...part, ...textIn(drawn), from: (end += drawn.length) - drawn.length }));
}

function seenApart({ nodes, line }: Run): Text[][] {
  const parts: Text[][] = [];
  let last: Node | null = null;
  for (const node of nodes) {
    const on = drawnLineOf(node, line);
    if (on === HIDDEN) continue;
    if (on === last) parts.at(-1)!.push(node);
    else parts.push([node]);
    last = on;
  }
  return parts;
}

const HIDDEN = null;

/** What a text's line is by the page's style; `HIDDEN` for a text that isn't drawn. */
function drawnLineOf(node: Text, line: Node): Node | typeof HIDDEN {
  let drawn: Node | undefined;
  for (let at = node.parentElement; at && at !== line; at = at.parentElement) {
    const { display } = getComputedStyle(at);
    if (display === "none") return HIDDEN;
    // What is slotted is drawn wherever the shadow root says.
    if (!flows(display) || at.slot !== "") drawn ??= at;
  }
  return drawn ?? line;
}

const flows = (display: string): boolean => /^(inline|contents|ruby)/.test(display);

/** The nodes' text with its white space as people see it: of the same length. */
function asDrawn(nodes: Text[]): string {
  const text = textOf(nodes);
  if (!BLANKS.test(text)) return text;
  return nodes.map(drawn).join("");
}

function drawn(node: Text): string {
  const { whiteSpaceCollapse } = getComputedStyle(node.parentElement ?? document.documentElement);
  if (/^(preserve|break-spaces)$/.test(whiteSpaceCollapse)) return node.data.replace(/[\r\t]/g, " ");
  const blanks = whiteSpaceCollapse === "preserve-breaks" ? /[\r\t]/g : /[\n\r\t]/g;
  return node.data.replace(blanks, " ").replace(/(?<= ) /g, SWALLOWED);
}

/** Where in the nodes' text each character of what is drawn of it stands. */
export const offsetsIn = (drawn: string): number[] =>
  [...drawn.split("").keys()].filter((index) => drawn[index] !== SWALLOWED);
