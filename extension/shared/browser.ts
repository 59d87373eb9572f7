/**
 * The browser's extension API: the only file that names it.
 *
 * `chrome` serves all three browsers: Firefox's Manifest V3 gives it promises too, and unlike a look-up of
 * `globalThis.browser` no element of a page can shadow it (`<form id="browser">` would, in Chromium).
 */
export const api = chrome;

/** An element's shadow root, closed ones too: content scripts may look into them. Chromium has a function for it, Firefox a property. */
export function closedRootOf(element: Element): ShadowRoot | null {
  const { openOrClosedShadowRoot } = element as { openOrClosedShadowRoot?: ShadowRoot | null };
  if (openOrClosedShadowRoot !== undefined) return openOrClosedShadowRoot;
  const { dom } = chrome;
  return dom?.openOrClosedShadowRoot(element as HTMLElement) ?? null;
}

/** The origin of this extension's own pages, such as `chrome-extension://…`. By the URL standard `URL.origin` is "null" there. */
export const ownOrigin = (): string => api.runtime.getURL("/").slice(0, -1);

/** Whether the extension was updated or removed under this page: it leaves its content scripts without an identity. */
export const isOrphaned = (): boolean => !api.runtime?.id;

/** A shortcut as the browser has it: its name, what it does, and its keys, if any. */
export interface Command {
  name: string;
  description: string;
  shortcut: string;
}

export async function readShortcuts(): Promise<Command[]> {
  const commands = await api.commands.getAll();
  return commands.map(({ name = "", description = "", shortcut = "" }) => ({ name, description, shortcut }));
}

/** Opens the browser's page for shortcuts; rejects where the browser has no way to it (Firefox before 137). */
export async function openShortcuts(): Promise<void> {
  const { openShortcutSettings } = api.commands as typeof api.commands & { openShortcutSettings?: () => Promise<void> };
  if (openShortcutSettings) await openShortcutSettings.call(api.commands);
  else await api.tabs.create({ url: "chrome://extensions/shortcuts" });
}
