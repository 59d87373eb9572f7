/**
 * The browser's extension API: the only file that names it.
 *
 * `chrome` serves all three browsers: Firefox's Manifest V3 gives it promises too, and unlike a look-up of
 * `globalThis.browser` no element of a page can shadow it (`<form id="browser">` would, in Chromium).
 */
export const api = chrome;

/** The origin of this extension's own pages, such as `chrome-extension://…`. By the URL standard `URL.origin` is "null" there. */
export const ownOrigin = (): string => api.runtime.getURL("/").slice(0, -1);
