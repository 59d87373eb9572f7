/** Which texts are worth the background's while, and what it said of them. */
import type { FoundNumber } from "../generated/types";
import { ask, type Wording } from "../shared/messages";

/** Two regexes, the cheap one first: together they cost little more than reading the text once. */
const SOME_DIGITS = /\d{2}.*\d/;
const SEVEN_DIGITS = /\d(?:[^\d\n]{0,4}\d){6}/;
/** The same for decimal digits of every script; `\d` knows ASCII alone. */
const SOME_DIGITS_OF_ANY_SCRIPT = /\p{Nd}(?:[^\p{Nd}\n]{0,4}\p{Nd}){6}/u;
const BEYOND_ASCII = /[^\0-\x7f]/;

/** No number stands in a longer text without a break that people would need to read it. */
const LONGEST = 20_000;
/** Verdicts kept; a page that shows more different numbers than this asks again. */
const CACHED = 5_000;

export function mayHoldNumber(text: string): boolean {
  if (text.length > LONGEST) return false;
  if (SOME_DIGITS.test(text) && SEVEN_DIGITS.test(text)) return true;
  return BEYOND_ASCII.test(text) && SOME_DIGITS_OF_ANY_SCRIPT.test(text);
}

const verdicts = new Map<Wording, Map<string, FoundNumber[]>>();

/** The numbers in each text; the unknown ones cross to the background in one message. */
export async function numbersIn(texts: string[], wording: Wording): Promise<FoundNumber[][]> {
  const kept = verdicts.get(wording) ?? new Map<string, FoundNumber[]>();
  verdicts.set(wording, kept);
  // Looked up before anything is awaited: the cache may be cleared meanwhile.
  const known = new Map(texts.map((text) => [text, kept.get(text)]));
  const unknown = [...known.keys()].filter((text) => !known.get(text));
  const found = unknown.length > 0 ? await ask("numbers.find", { texts: unknown, wording }) : [];
  const fresh = new Map(unknown.map((text, index) => [text, found[index] ?? []]));
  if (kept.size + fresh.size > CACHED) kept.clear();
  fresh.forEach((numbers, text) => kept.set(text, numbers));
  return texts.map((text) => fresh.get(text) ?? known.get(text) ?? []);
}
