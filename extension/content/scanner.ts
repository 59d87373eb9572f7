/** Keeps the marks in step with the page: one scan when it is there, then only what changes, once a frame at most. */
import { mayHoldNumber, numbersIn } from "./candidates";
import * as marks from "./marks";
import { blockOf, type Run, runsBelow, textOf } from "./walk";

/** Elements whose own lines changed. */
const changedLines = new Set<Element>();
/** Elements that came onto the page, with all below them. */
const arrived = new Set<Element>();
let removed = false;
let frame = 0;

const observer = new MutationObserver((records) => {
  records.forEach(note);
  if (frame === 0 && (removed || changedLines.size > 0 || arrived.size > 0)) frame = requestAnimationFrame(update);
});

export function start(): void {
  marks.show();
  observer.observe(document, { childList: true, characterData: true, subtree: true });
  if (document.body) void mark([...runsBelow(document.body)]);
}

export function stop(): void {
  observer.disconnect();
  cancelAnimationFrame(frame);
  frame = 0;
  marks.hide();
}

function note(record: MutationRecord): void {
  const block = blockOf(record.target);
  if (block && block !== document.documentElement) changedLines.add(block);
  if (record.removedNodes.length > 0) removed = true;
  for (const node of record.addedNodes) if (node instanceof Element) arrived.add(node);
}

function update(): void {
  frame = 0;
  if (removed) marks.clearDetached();
  const runs = [...changedRuns()];
  changedLines.clear();
  arrived.clear();
  removed = false;
  void mark(runs);
}

function* changedRuns(): Generator<Run> {
  const seen = new Set<Element>();
  for (const root of arrived) {
    // What came inside something else that came is scanned with it.
    if (root.isConnected && !(root.parentElement && insideArrived(root.parentElement)))
      yield* freshRuns(root, false, seen);
  }
  for (const block of changedLines) if (block.isConnected && !insideArrived(block)) yield* freshRuns(block, true, seen);
}

function insideArrived(element: Element): boolean {
  for (let at: Element | null = element; at; at = at.parentElement) if (arrived.has(at)) return true;
  return false;
}

function* freshRuns(root: Element, shallow: boolean, seen: Set<Element>): Generator<Run> {
  if (shallow) forget(root, seen);
  for (const run of runsBelow(root, shallow)) {
    // An inline element that came is a part of its block's line, which changed as a whole.
    if (!root.contains(run.block)) continue;
    forget(run.block, seen);
    yield run;
  }
}

/** How often a block was scanned anew: an answer to an earlier scan comes too late. */
const generations = new WeakMap<Element, number>();
const generationOf = (block: Element): number => generations.get(block) ?? 0;

function forget(block: Element, seen: Set<Element>): void {
  if (seen.has(block)) return;
  seen.add(block);
  generations.set(block, generationOf(block) + 1);
  marks.clear(block);
}

async function mark(runs: Run[]): Promise<void> {
  const candidates = runs
    .filter((run) => mayHoldNumber(run.text))
    .map((run) => ({ run, generation: generationOf(run.block) }));
  if (candidates.length === 0) return;
  const found = await numbersIn(candidates.map(({ run }) => run.text));
  candidates.forEach(({ run, generation }, index) => {
    if (generation === generationOf(run.block) && isCurrent(run)) marks.add(run, found[index] ?? []);
  });
}

/** The page goes on while the background is asked. */
const isCurrent = (run: Run): boolean => run.block.isConnected && textOf(run.nodes) === run.text;
