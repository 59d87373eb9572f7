/** What the background asks of the content scripts in a tab. */
import { api } from "../shared/browser";
import type { TabMessageType, TabProtocol } from "../shared/messages";

type Request<T extends TabMessageType> = TabProtocol[T]["request"];
type Reply<T extends TabMessageType> = TabProtocol[T]["reply"];

/** Tells all frames of a tab. */
export async function tellTab<T extends TabMessageType>(tabId: number, type: T, request: Request<T>): Promise<void> {
  await api.tabs.sendMessage(tabId, { type, ...request });
}

/** Asks one frame; nothing where no content script of ours answers. */
export async function askFrame<T extends TabMessageType>(
  tabId: number,
  frameId: number,
  type: T,
  request: Request<T>,
): Promise<Reply<T> | undefined> {
  const answer: unknown = await api.tabs.sendMessage(tabId, { type, ...request }, { frameId }).catch(() => undefined);
  return answer as Reply<T> | undefined;
}

/** A frame of a tab that we may be in. */
export interface Frame {
  id: number;
  origin: string;
}

/** The outermost first. */
export async function framesOf(tabId: number): Promise<Frame[]> {
  const target = { tabId, allFrames: true };
  // In our own world, where the page has no say; one without an address of its own has the origin of who made it.
  const reached = await api.scripting.executeScript({ target, func: () => self.origin }).catch(() => []);
  return reached.map(({ frameId: id, result }) => ({ id, origin: String(result) })).sort((a, b) => a.id - b.id);
}
