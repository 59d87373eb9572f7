/** The marked numbers of a page. The registry of highlights is shared with the page, so what is marked where is kept here. */
import type { FoundNumber } from "../generated/types";
import type { Callable } from "./callable";
import { draw, erase } from "./drawing";
import { offsetsIn } from "./flow";
import { pack, type Packed } from "./packed";
import { type Run, textOf } from "./walk";

/** A number in the page's text. */
export class Mark implements Callable {
  constructor(
    readonly number: Packed,
    readonly range: StaticRange,
    /** The text that it was found in, to tell whether the page has changed it since. */
    readonly said: string,
    /** The nodes of that text, where they are several. */
    private readonly parts: Text[] | null,
  ) {}

  get nodes(): Text[] {
    return this.parts ?? [this.range.startContainer as Text];
  }
}

/** A node's mark, or its marks: an array for each would weigh more than all else about it. */
const byNode = new Map<Node, Mark | Mark[]>();
export const marksOn = (node: Node): Mark[] => [byNode.get(node) ?? []].flat();

/** Marks the numbers found in a run, where all the text that they stand in is free; a second time changes nothing. */
export function add(run: Run, numbers: FoundNumber[], isFree: (node: Text) => boolean): void {
  const offsets = run.drawn && offsetsIn(run.drawn);
  const at = (index: number): number => (run.from ?? 0) + (offsets ? offsets[index]! : index);
  for (const number of numbers) {
    const [from, to] = [at(number.start), at(number.end - 1) + 1];
    const [start, end] = [locate(run, from, false), locate(run, to, true)];
    if (!start || !end || isMarked(start)) continue;
    const nodes = run.nodes.slice(start.index, end.index + 1);
    if (!nodes.every(isFree)) continue;
    const range = draw(start.node, start.offset, end.node, end.offset);
    const text = textOf(nodes).slice(start.offset, start.offset + to - from);
    const mark = new Mark(pack(number), range, text, nodes.length > 1 ? nodes : null);
    for (const node of nodes) byNode.set(node, byNode.has(node) ? [...marksOn(node), mark] : mark);
  }
}

const isMarked = ({ node, offset }: Place): boolean =>
  marksOn(node).some(({ range }) => range.startContainer === node && range.startOffset === offset);

/** Forgets the numbers that a text has a part in. */
export function clear(node: Node): void {
  for (const mark of marksOn(node)) {
    erase(mark.range);
    for (const part of mark.nodes) {
      const others = marksOn(part).filter((other) => other !== mark);
      if (others.length > 0) byNode.set(part, others);
      else byNode.delete(part);
    }
  }
}

export const clearAll = (): void => byNode.clear();

export const isAny = (): boolean => byNode.size > 0;

export const all = (): Mark[] => [...new Set([...byNode.values()].flat())];

interface Place {
  node: Text;
  index: number;
  offset: number;
}

/** The node and offset of a position in a run's text; an end belongs to the node before a border, a start to the one behind. */
function locate({ nodes }: Run, position: number, isEnd: boolean): Place | undefined {
  if (nodes.length === 1) return { node: nodes[0]!, index: 0, offset: position };
  let passed = 0;
  for (const [index, node] of nodes.entries()) {
    const offset = position - passed;
    if (isEnd ? offset <= node.length : offset < node.length) return { node, index, offset };
    passed += node.length;
  }
}
