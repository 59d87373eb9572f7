/** The pages that are measured on, each a table as a CRM shows it; no two of their numbers are the same. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

interface Shape {
  /** Text nodes. */
  nodes: number;
  numbers: number;
  /** Cells that change each second, by the page's own script. */
  changes?: number;
  /** Without any digit, too. */
  words?: boolean;
}

export const PAGES = {
  small: { nodes: 2_000, numbers: 50 },
  large: { nodes: 50_000, numbers: 5_000 },
  thousand: { nodes: 1_000, numbers: 100 },
  live: { nodes: 2_000, numbers: 400, changes: 200 },
  none: { nodes: 50_000, numbers: 0 },
  words: { nodes: 2_000, numbers: 0, words: true },
} satisfies Record<string, Shape>;

export type PageName = keyof typeof PAGES;

/** With a country's code, so that every engine finds it whatever country it takes for its own. */
export const numberAt = (index: number): string =>
  index % 2
    ? `+1 415 ${200 + (Math.trunc(index / 10_000) % 800)} ${String(index % 10_000).padStart(4, "0")}`
    : `+52 55 ${5_000 + (Math.trunc(index / 10_000) % 5_000)} ${String(index % 10_000).padStart(4, "0")}`;

const WORDS =
  "Aldana Benítez Cruz Domínguez Emily Fischer García Herrera Ibarra Juárez Klein López Müller Ortiz Peña".split(" ");
/** What stands in a CRM beside the numbers: some of it has digits. */
const NOISE = ["2026-03-14", "$ 1,250.00", "Order #20631", "09:45", "12 %", "INV-2044"];

function cellAt(index: number, { nodes, numbers, words }: Shape): string {
  const before = Math.floor((index * numbers) / nodes);
  if (Math.floor(((index + 1) * numbers) / nodes) > before) return numberAt(before);
  if (!words && index % 5 === 3) return NOISE[index % NOISE.length]!;
  return `${WORDS[index % WORDS.length]} ${WORDS[(index * 7) % WORDS.length]}`;
}

const COLUMNS = 10;

function htmlOf(shape: Shape): string {
  const cells = Array.from({ length: shape.nodes }, (_, index) => `<td>${cellAt(index, shape)}</td>`);
  const rows = Array.from({ length: shape.nodes / COLUMNS }, (_, row) =>
    ["<tr>", ...cells.slice(row * COLUMNS, (row + 1) * COLUMNS), "</tr>"].join(""),
  );
  const scripts = [watchScript, ...(shape.changes ? [changeScript(shape.changes)] : [])];
  const style = "table { font: 12px sans-serif; table-layout: fixed; width: 1200px } td { white-space: nowrap }";
  return [
    "<!doctype html><meta charset=utf-8><title>Bench</title>",
    `<style>${style}</style>`,
    ...scripts.map((script) => `<script>if (location.search) ${script}</script>`),
    `<table>${rows.join("")}</table>`,
  ].join("\n");
}

/** Asked for by `?`: notes how long after DOMContentLoaded the first number was live, as a page can see it. */
const watchScript = `addEventListener("DOMContentLoaded", () => {
  const from = performance.now();
  const look = () => {
    if (!CSS.highlights.get("ucontact-number")?.size && !performance.getEntriesByName("c2d").length) return;
    clearInterval(timer);
    window.live ??= performance.now() - from;
  };
  const timer = setInterval(look, 4);
  // Between this and the first time the page may be laid out, which takes long.
  look();
});`;

/** Half of the cells get another text in the same node, half of them another node. */
const changeScript = (perSecond: number): string => `addEventListener("load", () => {
  const cells = [...document.querySelectorAll("td")].filter((cell) => cell.textContent.startsWith("+"));
  let changed = 0;
  setInterval(() => {
    for (let count = 0; count < ${perSecond / 20}; count += 1) {
      const cell = cells[changed % cells.length];
      const text = "+52 55 6" + String(changed * 7919 % 1e7).padStart(7, "0");
      if (changed % 2) cell.firstChild.data = text;
      else cell.replaceChildren(text);
      changed += 1;
    }
  }, 50);
});`;

export interface BenchPages {
  url: string;
  stop(): void;
}

/** Serves each page by its name, and other texts as pages beside them. */
export async function serveBench(others: Record<string, string>): Promise<BenchPages> {
  const pages = new Map([
    ...Object.entries(PAGES).map(([name, shape]) => [name, htmlOf(shape)] as const),
    ...Object.entries(others),
  ]);
  const server = createServer(({ url = "" }, reply) => {
    const { pathname } = new URL(url, "http://127.0.0.1");
    reply.setHeader("content-type", "text/html; charset=utf-8");
    reply.end(pages.get(pathname.slice(1)) ?? "<!doctype html><title>Empty</title>");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}
