/** Whether the keyboard alone reaches everything on a page of the extension, and shows where it is. */
import type { Page } from "puppeteer-core";

/** What can be operated; of radio buttons, the one that the group's focus goes to. */
const OPERABLE =
  'a[href], button, select, textarea, summary, input:not([type="hidden"], [type="radio"]), input[type="radio"]:checked';
/** The browser's own stops, such as lists that scroll and the window's frame. */
const SPARE_STOPS = 12;

interface Stop {
  left: number;
  /** What has the focus, where nothing shows it. */
  unseen: string;
}

/** What Tab never reaches, and what has the focus unseen. */
export async function unreachable(page: Page): Promise<string[]> {
  await page.bringToFront();
  // From the page's beginning: past its end the focus is in the browser's own bars, which Firefox never gives back.
  await page.evaluate(() => scrollTo(0, 0));
  await page.mouse.click(1, 1);
  // To Firefox a click beside everything is one at the end.
  await page.evaluate(() => getSelection()!.collapse(document.body, 0));
  const count = await page.evaluate(expectStops, OPERABLE);
  const unseen = new Set<string>();
  for (let presses = 0, left = count; left > 0 && presses < count + SPARE_STOPS; presses += 1) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(noteStop);
    left = stop.left;
    if (stop.unseen) unseen.add(`${stop.unseen}: the focus is not shown`);
  }
  const missed = await page.evaluate(() =>
    [...(globalThis as unknown as World).unreached].map((one) => `${one.outerHTML.slice(0, 120)}: not reached`),
  );
  return [...missed, ...unseen];
}

interface World {
  unreached: Set<Element>;
}

function expectStops(operable: string): number {
  const scope = [...document.querySelectorAll("dialog[open]")].at(-1) ?? document;
  const all = [...scope.querySelectorAll<HTMLElement>(operable)];
  const stops = all.filter((one) => one.checkVisibility() && !one.matches(":disabled, [tabindex='-1']"));
  (globalThis as unknown as World).unreached = new Set(stops);
  return stops.length;
}

function noteStop(): Stop {
  const { unreached } = globalThis as unknown as World;
  const focused = document.activeElement;
  if (!focused || focused === document.body) return { left: unreached.size, unseen: "" };
  unreached.delete(focused);
  // Nothing would be drawn.
  if (!document.hasFocus()) return { left: unreached.size, unseen: "the page" };
  // A field of files lies over its label, which shows the focus for it.
  const shows = [focused, focused.closest("label")].some((one) => one && getComputedStyle(one).outlineStyle !== "none");
  return { left: unreached.size, unseen: shows ? "" : focused.outerHTML.slice(0, 120) };
}
