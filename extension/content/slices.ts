/** Long work in slices: the page goes on in between, and no slice is long enough to be felt. */

/** A task that takes longer than a frame (16 ms) is felt; this leaves room for a slow machine. */
const SLICE_MS = 5;

export type Work = Generator<unknown, void>;

const queue: Work[] = [];
let until = 0;
let underway = false;
/** Whether the next slice is on its way. */
let isNext = false;

/** The clock costs as much as a node or two: it is asked every so often. */
const STRIDE = 16;
let asked = 0;
let late = false;

/** Whether the work of this slice has to pause. */
export const isLong = (): boolean => (late ||= ++asked % STRIDE === 0 && performance.now() >= until);

/** Works at once for as long as a slice is, and on the rest in tasks of their own, in the order that it came. */
export function work(more: Work): void {
  queue.push(more);
  if (!underway) slice();
}

/** The same, before all that waits. */
export function workFirst(more: Work): void {
  queue.unshift(more);
  slice();
}

/** Whether there is more than what is being done. */
export const isMore = (): boolean => queue.length > 1;

export function dropAll(): void {
  queue.length = 0;
}

function slice(): void {
  underway = true;
  until = performance.now() + SLICE_MS;
  late = false;
  for (let [first] = queue; first && performance.now() < until; [first] = queue)
    if (first.next().done) queue.splice(queue.indexOf(first), 1);
  underway = queue.length > 0;
  // The page's own tasks and frames come in between.
  if (!underway || isNext) return;
  isNext = true;
  void scheduler.postTask(next, { delay: 2 });
}

function next(): void {
  isNext = false;
  slice();
}
