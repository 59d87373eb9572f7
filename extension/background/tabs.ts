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

/** The frames of a tab that we may be in, the outermost first. */
export async function framesOf(tabId: number): Promise<number[]> {
  const target = { tabId, allFrames: true };
  const reached = await api.scripting.executeScript({ target, func: () => undefined }).catch(() => []);
  return reached.map(({ frameId }) => frameId).sort((a, b) => a - b);
}
