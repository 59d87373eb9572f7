/** Pages full of numbers, each on a place of its own in the window: for cases that call many. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "puppeteer-core";
import type { Session } from "./browsers";
import { marksBecome } from "./stage";

/** In a grid that fits the window, clear of the toast. */
const PER_PAGE = 180;
const STYLE =
  "body{font:11px monospace;display:grid;grid-template-columns:repeat(6,1fr);gap:7px;margin:8px;justify-items:start}";

/** The Nth of a hundred million numbers of Mexico City, E.164. */
export const numberAt = (index: number): string => `+5255${String(50_000_000 + index)}`;

/** An open page of them. */
export interface Numbers {
  page: Page;
  has(index: number): boolean;
  /** Clicks the Nth number; the page must be in front. */
  click(index: number): Promise<void>;
  /** The page that begins with the Nth, in the same tab. */
  turnTo(index: number): Promise<Numbers>;
}

/** Serves `/N`, the page of the numbers from the Nth on, on a site of its own. */
export async function serveNumbers(): Promise<{ site: string; stop(): void }> {
  const server = createServer(({ url }, reply) => {
    const first = Number(url?.slice(1)) || 0;
    const spans = Array.from({ length: PER_PAGE }, (_, place) => `<span>${numberAt(first + place)}</span>`);
    reply.setHeader("content-type", "text/html; charset=utf-8");
    reply.end(`<!doctype html><title>Numbers</title><style>${STYLE}</style>${spans.join("\n")}`);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    site: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}

export async function openNumbers(session: Session, site: string, first: number): Promise<Numbers> {
  return read(await session.newPage(`${site}/${first}`), site, first);
}

async function read(page: Page, site: string, first: number): Promise<Numbers> {
  await page.bringToFront();
  await marksBecome(page, PER_PAGE, 30_000);
  const points = await page.$$eval("span", (spans) =>
    spans.map((span) => {
      const { left, top, width, height } = span.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    }),
  );
  return {
    page,
    has: (index) => index >= first && index < first + PER_PAGE,
    async click(index) {
      const { x, y } = points[index - first]!;
      await page.mouse.click(x, y);
    },
    async turnTo(index) {
      await page.goto(`${site}/${index}`, { waitUntil: "load" });
      return read(page, site, index);
    },
  };
}
