/** Which numbers ours marks and ringcentral-c2d doesn't, and the reverse, on pages whose numbers are known. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "puppeteer-core";
import type { NumberOnPage } from "../../shared/messages";
import { pause } from "../../e2e/stage";
import { told } from "./figures";
import type { Side } from "./rows";
import type { Subject } from "./subjects";
import type { Row } from "./table";

export const CASES = path.resolve(import.meta.dirname, "../../e2e/pages");
const CORPUS = path.resolve(import.meta.dirname, "../../../crates/phone-finder/corpus/MX.txt");

const lines = readFileSync(CORPUS, "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("# "));
const NUMBER = /⟦([^⟧|]*)\|([^⟧]*)⟧/g;

/** The finder's corpus of Mexico as a page, and the numbers in it. */
export const corpusPage = `<!doctype html><meta charset=utf-8>${lines.map((line) => `<p>${line.replace(NUMBER, "$1").replaceAll("<", "&lt;")}</p>`).join("\n")}`;
const corpusNumbers = lines.flatMap((line) =>
  [...line.matchAll(NUMBER)].map(([, , number]) => withoutExtension(number!)),
);

function withoutExtension(number: string): string {
  return number.replace(/;.*/, "");
}

interface Known {
  url: string;
  numbers: string[];
}

/** The pages of `e2e/pages` and the corpus. */
export function knownPages(corpusUrl: string, casesUrl: string): Known[] {
  const cases = readdirSync(CASES).filter((name) => name.endsWith(".json"));
  const numbersOf = (name: string): string[] =>
    (JSON.parse(readFileSync(path.join(CASES, name), "utf8")) as { numbers: string[] }).numbers;
  return [
    { url: corpusUrl, numbers: corpusNumbers },
    ...cases.map((name) => ({
      url: `${casesUrl}/${name.replace(/json$/, "html")}`,
      numbers: numbersOf(name).map((line) => line.split(" | ")[0]!),
    })),
  ];
}

interface Count {
  /** Numbers marked by this one and not by the other. */
  alone: number;
  /** Those of them that are no number. */
  wrong: number;
  /** Numbers that this one misses. */
  missed: number;
}

export async function compareMarks({ ours, c2d }: Side, pages: Known[]): Promise<Row[]> {
  const counts = { ours: { alone: 0, wrong: 0, missed: 0 }, c2d: { alone: 0, wrong: 0, missed: 0 } };
  const own = await ours.session!.openOwn("popup/popup.html");
  let all = 0;
  for (const { url, numbers } of pages) {
    const right = new Set(numbers);
    const [mine, theirs] = await Promise.all([oursOn(ours, own, url), c2dOn(c2d, url)]);
    all += right.size;
    add(counts.ours, mine, theirs, right);
    add(counts.c2d, theirs, mine, right);
  }
  const told = ({ alone, wrong }: Count): string => `${alone}, ${wrong} of them wrong`;
  const missed = ({ missed }: Count): string => `${missed} of ${all}`;
  return [
    { figure: "numbers that the other one doesn't mark", ours: told(counts.ours), beside: `c2d ${told(counts.c2d)}` },
    { figure: "numbers missed", ours: missed(counts.ours), beside: `c2d ${missed(counts.c2d)}` },
  ];
}

function add(count: Count, found: Set<string>, other: Set<string>, right: Set<string>): void {
  const alone = [...found].filter((number) => !other.has(number));
  count.alone += alone.length;
  count.wrong += alone.filter((number) => !right.has(number)).length;
  count.missed += [...right].filter((number) => !found.has(number)).length;
}

/** Both have this long: a page's own changes included, and ringcentral-c2d waits before it begins. */
const SETTLED_MS = 2_500;

async function oursOn({ page }: Subject, own: Page, url: string): Promise<Set<string>> {
  await page.bringToFront();
  await page.goto(url);
  await pause(SETTLED_MS);
  const numbers = await own.evaluate(
    async () => (await chrome.runtime.sendMessage({ type: "page.numbers" })).reply as NumberOnPage[],
  );
  return new Set(numbers.map(({ number }) => number));
}

async function c2dOn(subject: Subject, url: string): Promise<Set<string>> {
  const tab = await subject.renew();
  await tab.page.bringToFront();
  await tab.page.goto(url);
  await pause(SETTLED_MS);
  const numbers = await told({ ...subject, ...tab }, "c2d");
  await tab.page.close();
  return new Set(numbers.split(" ").filter(Boolean));
}
