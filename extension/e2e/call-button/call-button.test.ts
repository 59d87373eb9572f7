/** The button beside a number: where it stands, what it is to who can't see it, and where the keyboard is on it. */
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Page } from "puppeteer-core";
import { colour } from "../gallery/looks";
import { clickInLayer, inLayer, isInLayer, waitForLayer, waitForNoLayer } from "../layer";
import { type PageServer, servePages } from "../page-server";
import { inEachBrowser, pointOf, settledPosts, type Stage, waitForMarks } from "../stage";

let server: PageServer;
beforeAll(async () => void (server = await servePages(import.meta.dirname)));
afterAll(() => server.stop());

const sites = async (): Promise<string[]> => [`${server.url}/*`];

const EDGES = ["#top", "#start", "#end", "#bottom"];
/** How the page is shown, and by what the browser zooms it. */
const SHOWN = [
  { name: "as it is", dir: "ltr", zoom: 1 },
  { name: "from right to left", dir: "rtl", zoom: 1 },
  { name: "zoomed by the browser", dir: "ltr", zoom: 1.5 },
];

inEachBrowser("the button", { sites }, (stage) => {
  it.each(SHOWN)("stands in the window, clear of its number, in a page $name, and calls", async ({ dir, zoom }) => {
    const page = await open(stage);
    await page.evaluate((direction) => (document.documentElement.dir = direction), dir);
    await zoomTo(stage, page, zoom);
    for (const selector of EDGES) {
      await hover(page, selector);
      const { offer, number, inner } = await placesOf(page, selector);
      expect(offer.left, selector).toBeGreaterThanOrEqual(0);
      expect(offer.right, selector).toBeLessThanOrEqual(inner.width);
      expect(offer.top, selector).toBeGreaterThanOrEqual(0);
      expect(offer.bottom, selector).toBeLessThanOrEqual(inner.height);
      expect(offer.bottom <= number.top || offer.top >= number.bottom, selector).toBe(true);
    }
    await clickInLayer(page, ".call");
    const posts = await settledPosts(stage);
    expect(posts.map(({ body }) => new URLSearchParams(body!).get("destination"))).toEqual(["525512345604"]);
    await zoomTo(stage, page, 1);
    await page.close();
  });

  it("is two buttons, with names that say what they do", async () => {
    const page = await open(stage);
    await hover(page, "#start");
    expect(await isInLayer(page, "button", "Call +52 55 1234 5602")).toBe(true);
    expect(await isInLayer(page, "button", "Not a phone number")).toBe(true);
    await page.close();
  });

  it("shows where the keyboard is, in each scheme", async () => {
    await showsFocus(await open(stage), "white");
    if (stage.session.name === "firefox") return;
    for (const scheme of ["dark", "forced"] as const) {
      const page = await open(stage);
      await colour(page, scheme);
      await showsFocus(page, "black");
    }
  });
});

// Firefox has one scheme for as long as it runs.
inEachBrowser("the button in forced colours", { sites, scheme: "forced", browsers: ["firefox"] }, (stage) => {
  // Those of black and white are more contrast, too.
  it("shows where the keyboard is", async () => showsFocus(await open(stage), "black", 3));
});

inEachBrowser("the button with more contrast", { sites, scheme: "contrast" }, (stage) => {
  it("has edges, and words that stand out, and so have the marks", async () => {
    const page = await open(stage);
    if (stage.session.name === "chromium") await colour(page, "contrast");
    expect(await page.evaluate(() => matchMedia("(prefers-contrast: more)").matches)).toBe(true);
    await hover(page, "#start");
    const { border, edge, colours } = (await inLayer(page, lookOfOffer))!;
    expect(border).toBe("2px solid");
    expect(contrast(edge, "rgb(255 255 255)")).toBeGreaterThanOrEqual(7);
    // WCAG 2's enhanced contrast (1.4.6).
    expect(contrast(...colours)).toBeGreaterThanOrEqual(7);
    expect(await page.evaluate(lineUnderNumbers)).toEqual({ style: "solid", isText: true });
    await showsFocus(page, "white", 3);
  });
});

/** A line around what has the focus, well apart from what is beside it. */
async function showsFocus(page: Page, background: "white" | "black", width = 2): Promise<void> {
  await page.evaluate((painted) => (document.body.style.background = painted), background);
  await hover(page, "#start");
  for (const part of [".dismiss", ".call"]) {
    // Backwards from the top of the page comes what is last on it.
    await page.keyboard.down("Shift");
    await page.keyboard.press("Tab");
    await page.keyboard.up("Shift");
    const { style, colour, behind } = (await inLayer(page, lineAround, part))!;
    expect(style, part).toBe(`${width}px solid`);
    expect(contrast(colour, behind), `${part}: ${colour} on ${behind}`).toBeGreaterThanOrEqual(3);
  }
  await page.close();
}

async function open({ session }: Stage): Promise<Page> {
  const page = await session.newPage(`${server.url}/button.html`);
  await page.bringToFront();
  await waitForMarks(page);
  return page;
}

async function hover(page: Page, selector: string): Promise<void> {
  // Where no number is, so that the last one's button goes.
  await page.mouse.move(500, 400);
  await waitForNoLayer(page);
  const { x, y } = await pointOf(page, selector);
  await page.mouse.move(x - 2, y);
  await page.mouse.move(x, y);
  await waitForLayer(page, ".call");
}

/** By the browser itself, as its menu does. */
async function zoomTo({ session }: Stage, page: Page, zoom: number): Promise<void> {
  const own = await session.openOwn("popup/popup.html");
  await own.evaluate(
    async (url, factor) => {
      const tabs = await chrome.tabs.query({});
      await chrome.tabs.setZoom(tabs.find((tab) => tab.url === url)!.id!, factor);
    },
    page.url(),
    zoom,
  );
  await own.close();
  await page.bringToFront();
  await page.waitForFunction((wanted) => devicePixelRatio === wanted, {}, zoom);
}

const placesOf = async (page: Page, selector: string) =>
  (await inLayer(
    page,
    (root, wanted) => ({
      offer: root.querySelector(".offer")!.getBoundingClientRect(),
      number: document.querySelector(wanted)!.getBoundingClientRect(),
      inner: { width: innerWidth, height: innerHeight },
    }),
    selector,
  ))!;

function lineAround(root: ShadowRoot, part: string) {
  const { outlineWidth, outlineStyle, outlineColor } = getComputedStyle(root.querySelector(`${part}:focus-visible`)!);
  const { backgroundColor } = getComputedStyle(document.body);
  return { style: `${outlineWidth} ${outlineStyle}`, colour: outlineColor, behind: backgroundColor };
}

function lookOfOffer(root: ShadowRoot) {
  const { borderTopWidth, borderTopStyle, borderTopColor, color, backgroundColor } = getComputedStyle(
    root.querySelector(".offer")!,
  );
  const colours: [string, string] = [color, backgroundColor];
  return { border: `${borderTopWidth} ${borderTopStyle}`, edge: borderTopColor, colours };
}

/** In the page: how its numbers are underlined, and whether in the colour of their text. */
function lineUnderNumbers(): { style: string; isText: boolean } {
  const { textDecorationStyle, textDecorationColor, color } = getComputedStyle(
    document.body,
    "::highlight(ucontact-number)",
  );
  return { style: textDecorationStyle, isText: textDecorationColor === color };
}

/** By WCAG 2: 1.4.11 wants 3 for what shows the focus. What shines through is mixed with what is behind. */
function contrast(colour: string, behind: string): number {
  const [red = 0, green = 0, blue = 0, alpha = 1] = numbersOf(colour);
  const below = numbersOf(behind);
  const mixed = [red, green, blue].map((value, index) => value * alpha + (below[index] ?? 0) * (1 - alpha));
  const [dim = 0, bright = 0] = [luminance(mixed), luminance(below)].sort((one, other) => one - other);
  return (bright + 0.05) / (dim + 0.05);
}

const numbersOf = (colour: string): number[] => (colour.match(/[\d.]+/g) ?? []).map(Number);

function luminance([red = 0, green = 0, blue = 0]: number[]): number {
  const linear = [red, green, blue].map((value) =>
    value <= 10 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * linear[0]! + 0.7152 * linear[1]! + 0.0722 * linear[2]!;
}
