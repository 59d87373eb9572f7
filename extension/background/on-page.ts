/** The numbers of the tab that the agent looks at, of all its frames; and the way from one to the next. */
import type { NumberOnPage } from "../shared/messages";
import { tabInFront } from "../shared/site-in-front";
import { askFrame, type Frame, framesOf } from "./tabs";

/** Listed at most: nobody reads further, and the page has them all. */
const LISTED = 200;

export async function numbersOnPage(): Promise<NumberOnPage[]> {
  const id = (await tabInFront())?.id;
  if (id === undefined) return [];
  const frames = await framesOf(id);
  const lists = await Promise.all(frames.map((frame) => listOf(id, frame)));
  return lists.flat().slice(0, LISTED);
}

async function listOf(tabId: number, { id, origin }: Frame): Promise<NumberOnPage[]> {
  const list = await askFrame(tabId, id, "page.list", {});
  return (list ?? []).map((found) => ({ ...found, origin }));
}

/** Goes to the tab's next number, from frame to frame and round again. */
export async function stepInTab(tabId: number): Promise<boolean> {
  const frames = await framesOf(tabId);
  // A frame that is at its end leaves; the one behind it begins. Twice round covers a start in the last frame.
  const at = await frameThatStands(tabId, frames);
  const order = [...frames.slice(at), ...frames.slice(0, at + 1)];
  for (const { id } of order) if (await askFrame(tabId, id, "page.step", {})) return true;
  return false;
}

async function frameThatStands(tabId: number, frames: Frame[]): Promise<number> {
  for (const [index, { id }] of frames.entries()) if (await askFrame(tabId, id, "page.stands", {})) return index;
  return 0;
}

/** Calls the number that the agent went to. */
export async function callInTab(tabId: number): Promise<boolean> {
  for (const { id } of await framesOf(tabId)) if (await askFrame(tabId, id, "page.call", {})) return true;
  return false;
}
