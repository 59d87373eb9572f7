/** The corpus, and how an engine does on it: the rules of `cargo xtask corpus`. */
import { readdirSync, readFileSync } from "node:fs";

const FOLDER = new URL("../corpus/", import.meta.url);

/** The texts of each region, and the numbers in them: `{region, texts: [{text, numbers: [{start, end, number}]}]}`, in UTF-16 units. */
export function corpus() {
  const files = readdirSync(FOLDER).filter((name) => /^[A-Z]{2}\.txt$/.test(name));
  return files.sort().map((name) => ({ region: name.slice(0, 2), texts: linesOf(name).map(parse) }));
}

/** Regions of a page set, how many texts each has, and how many of a hundred hold numbers or look as if they did. */
const PAGE = { regions: ["MX", "US", "AR", "UY", "BR", "ES", "GB", "DE"], texts: 2_500, numbers: 8, noise: 32 };

/**
 * Texts as a CRM's pages hold them, made of the corpus' own: most have no digit (the first words of a line), some are its
 * lines without a number (dates, prices, ids), few hold one. The same in every run.
 */
export function pages(regions) {
  let seed = 1;
  const below = (bound) => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((seed / 2 ** 32) * bound);
  };
  return regions
    .filter(({ region }) => PAGE.regions.includes(region))
    .map(({ region, texts }) => {
      const numbers = texts.filter(({ numbers }) => numbers.length > 0);
      const noise = texts.filter(({ numbers }) => numbers.length === 0);
      const words = texts.map(({ text }) => ({ text: /^[^\d]{0,40}/.exec(text)[0], numbers: [] }));
      const one = () => {
        const dice = below(100);
        const from = dice < PAGE.numbers ? numbers : dice < PAGE.numbers + PAGE.noise ? noise : words;
        return from[below(from.length)];
      };
      return { region, texts: Array.from({ length: PAGE.texts }, one) };
    });
}

const linesOf = (name) =>
  readFileSync(new URL(name, FOLDER), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("# "));

function parse(line) {
  let text = "";
  const numbers = [];
  for (const part of line.split(/(⟦[^⟧]*⟧)/)) {
    const mark = /^⟦(?<written>.*)\|(?<number>\+.*)⟧$/.exec(part);
    const start = text.length;
    text += mark ? mark.groups.written : part;
    if (mark) numbers.push({ start, end: text.length, number: mark.groups.number });
  }
  return { text, numbers };
}

/**
 * Hits, made-up and missed numbers. A number counts by what it is (E.164 and extension) and by where it overlaps; by
 * where it overlaps alone for an engine that does not say what it is.
 */
export function score(texts, foundIn, byPlace = false) {
  const same = (a, b) => (byPlace || a.number === b.number) && a.start < b.end && b.start < a.end;
  const total = { hit: 0, madeUp: 0, missed: 0 };
  texts.forEach(({ numbers }, index) => {
    const found = foundIn[index];
    const missed = numbers.filter((number) => !found.some((other) => same(number, other))).length;
    total.missed += missed;
    total.hit += numbers.length - missed;
    total.madeUp += found.filter((other) => !numbers.some((number) => same(number, other))).length;
  });
  return total;
}

/** The texts of a region as one, by lines. */
export const joined = ({ texts }) => texts.map(({ text }) => text).join("\n");

/** What was found in the joined texts, text by text again. */
export function parted({ texts }, found) {
  let from = 0;
  return texts.map(({ text }) => {
    const to = from + text.length;
    const inside = found.filter(({ start, end }) => start < to && end > from);
    const own = inside.map(({ start, end, number }) => ({ start: start - from, end: end - from, number }));
    from = to + 1;
    return own;
  });
}
