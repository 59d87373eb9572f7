/**
 * Which text of a run really stands on one line. The walk goes by tags, which costs nothing; the page's style may say
 * otherwise, and it is asked for the few runs only that may hold a number.
 */
import { type Run, textOf } from "./walk";

const DIGIT = /\p{Nd}/u;
const BREAKS = /[\n\r\t]/;

/** A run's parts as people see them: apart where the style parts them, without what it hides. */
export function partsOf(run: Run): Run[] {
  if (run.nodes.length === 1 && !BREAKS.test(run.text)) return [run];
  const nodes = run.nodes.filter(({ data }) => DIGIT.test(data)).length > 1 ? seenApart(run) : [run.nodes];
  return nodes.map((part) => ({ ...run, nodes: part, text: asShown(part) }));
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

const flows = (display: string): boolean => display.startsWith("inline") || /^(contents|ruby)/.test(display);

/** White space as people see it: of the text's own length, so that offsets hold. */
function asShown(nodes: Text[]): string {
  const text = textOf(nodes);
  if (!BREAKS.test(text)) return text;
  const keepsBreaks = (node: Text): boolean => {
    const { whiteSpaceCollapse } = getComputedStyle(node.parentElement ?? document.documentElement);
    return whiteSpaceCollapse !== "" && /^(preserve|preserve-breaks|break-spaces)$/.test(whiteSpaceCollapse);
  };
  const shown = (node: Text): string => node.data.replace(keepsBreaks(node) ? /[\r\t]/g : /[\n\r\t]/g, " ");
  return nodes.map(shown).join("");
}
