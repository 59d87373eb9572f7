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
