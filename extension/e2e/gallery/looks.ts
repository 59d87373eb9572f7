/** How views are looked at: schemes, languages and window sizes, in the browsers that can show them. */
import type { CDPSession, Page } from "puppeteer-core";
import type { BrowserName, Scheme } from "../browsers";

export interface Look {
  name: string;
  scheme: Scheme;
  /** In CSS pixels, where the view has no width of its own. */
  width?: number;
  zoom?: 2;
}

/** One start of a browser, and all that is looked at in it. */
export interface Launch {
  browser: BrowserName;
  lang: "en-US" | "es" | "pt-BR";
  /** Firefox has one for as long as it runs. */
  scheme: Scheme;
  looks: Look[];
}

const LIGHT: Look = { name: "light", scheme: "light" };
const DARK: Look = { name: "dark", scheme: "dark" };
const FORCED: Look = { name: "forced-colours", scheme: "forced" };
const NARROW: Look = { name: "narrow", scheme: "light", width: 320 };
const ZOOMED: Look = { name: "zoom-200", scheme: "light", zoom: 2 };

export const LAUNCHES: Launch[] = [
  { browser: "chromium", lang: "en-US", scheme: "light", looks: [LIGHT, DARK, FORCED, NARROW, ZOOMED] },
  { browser: "chromium", lang: "es", scheme: "light", looks: [LIGHT, NARROW] },
  { browser: "chromium", lang: "pt-BR", scheme: "light", looks: [LIGHT, NARROW] },
  // Firefox' other languages are packages of their own, which machines may lack.
  { browser: "firefox", lang: "en-US", scheme: "light", looks: [LIGHT, NARROW, ZOOMED] },
  { browser: "firefox", lang: "en-US", scheme: "dark", looks: [DARK] },
  { browser: "firefox", lang: "en-US", scheme: "forced", looks: [FORCED] },
];

/** As wide as toolbars show popups. */
const POPUP_PX = 360;
const WINDOW = { width: 1280, height: 860 };
/** Where a whole page is pictured, nothing lies under the bar at its foot. */
const WHOLE_PX = 6400;

/** Gives a page the look's colours and size. */
export async function dress(page: Page, look: Look, opens: string, whole: boolean): Promise<void> {
  const zoom = look.zoom ?? 1;
  const popup = opens.startsWith("popup/");
  const width = look.width ?? (popup ? POPUP_PX : WINDOW.width / zoom);
  const height = popup ? 600 : whole ? WHOLE_PX : Math.round(WINDOW.height / zoom);
  await page.setViewport({ width, height, deviceScaleFactor: zoom });
  if (isChromium(page)) await colour(page, look.scheme);
}

const isChromium = (page: Page): boolean => page.browser().process()?.spawnfile.includes("firefox") === false;

/** What a session emulates ends with it. */
const sessions = new WeakMap<Page, Promise<CDPSession>>();

/** Forced colours are mostly light on dark. */
export async function colour(page: Page, scheme: Scheme): Promise<void> {
  if (!sessions.has(page)) sessions.set(page, page.createCDPSession());
  const features = [
    { name: "prefers-color-scheme", value: scheme === "light" || scheme === "contrast" ? "light" : "dark" },
    { name: "forced-colors", value: scheme === "forced" ? "active" : "none" },
    { name: "prefers-contrast", value: scheme === "contrast" ? "more" : "no-preference" },
  ];
  await (await sessions.get(page)!).send("Emulation.setEmulatedMedia", { features });
}
