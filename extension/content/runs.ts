/** All of a page's runs that may hold a number. */
import { excluded } from "./reading";
import { sift } from "./sift";
import { BLOCKS, selectorSkipped } from "./tags";
import { isLeftAlone, type Line, lineOf, type Run, runsOn, wholeLine } from "./walk";

/**
 * The runs of all lines below an element or root that may hold a number. Pauses where `isLong` says so, with what it has:
 * the page may change meanwhile, and what it changes is the caller's to note.
 */
export function* runsBelow(root: Line, isLong: () => boolean): Generator<Run[], void> {
  if (document.designMode === "on" || isLeftAlone(root)) return;
  // Asked once for all that is below: each text would have to ask for all that is around it.
  const isCareful = root.querySelector(`:not(${BLOCKS}):is(${selectorSkipped()}),${excluded}`) !== null;
  const seen = new Set<Line>();
  for (const texts of sift(root, isLong)) {
    const runs: Run[] = [];
    for (const text of texts) runs.push(...(wholeLine(text) ?? (yield* runsAround(text))));
    yield runs.filter(isRead);
  }
  // Words that are left alone part digits which stand together on a line.
  for (const element of isCareful ? root.querySelectorAll(`code,kbd,samp,${excluded}`) : [])
    if (element.textContent.length > 4) yield (yield* runsAround(element.parentNode)).filter(isRead);

  function isRead({ line }: Run): boolean {
    return !isCareful || !isLeftAlone(line);
  }

  function* runsAround(node: Node | null): Generator<Run[], Run[]> {
    // Gone while there was a pause, it is nowhere.
    const line = node && lineOf(node);
    // What an inline element holds is a part of the line that it is on, which is the caller's to ask for.
    if (!line || seen.has(line) || !root.contains(line)) return [];
    seen.add(line);
    return yield* runsOn(line, isLong);
  }
}
