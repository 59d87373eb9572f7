/** Which texts are worth the background's while, and what it said of them. */
import type { FoundNumber } from "../generated/types";
import { askTwice, type Wording } from "../shared/messages";

/**
 * Seven digits, close together on whatever line, or with nothing but blanks and marks in between, which indented markup has
 * many of; and those of every script, as `\d` knows ASCII alone.
 */
const DIGITS = /\d(?:(?:\D{0,4}|\W{5,})\d){6}/g;
const DIGITS_OF_ANY_SCRIPT = /\p{Nd}(?:(?:\P{Nd}{0,4}|[^\p{L}\p{Nd}]{5,})\p{Nd}){6}/gu;
/** Where Unicode has digits beside those of ASCII: none is among accents, punctuation or Chinese. */
const OTHER_DIGITS = /[\u0660-\u1c59\ua620-\uffff]/;

/** No number stands in a longer text without a break that people would need to read it; so much is looked at in one go. */
export const LONGEST = 20_000;
/** A longer text isn't read at all. */
export const MOST = 200_000;
/** Half of the verdicts that are kept, more than are in sight; each weighs as much as all else about its number. */
const HALF = 250;

/** What finds the digits in a text, if enough of them stand together for a number. */
export function digitsIn(text: string): RegExp | null {
  const digits = OTHER_DIGITS.test(text) ? DIGITS_OF_ANY_SCRIPT : DIGITS;
  digits.lastIndex = 0;
  // In other scripts than ours it would take long to say so of all of a page, which is then taken apart.
  return (digits !== DIGITS && text.length > LONGEST) || digits.test(text) ? digits : null;
}

export const mayHoldNumber = (text: string, longest = LONGEST): boolean =>
  text.length <= longest && digitsIn(text) !== null;

/** By wording and text. The older half goes at once: a browser takes long to find the oldest of many by itself. */
let [verdicts, older] = [new Map<string, FoundNumber[]>(), new Map<string, FoundNumber[]>()];

/** The numbers in each text; the unknown ones cross to the background in one message. */
export async function numbersIn(texts: string[], wording: Wording): Promise<FoundNumber[][]> {
  // Looked up before anything is awaited: what is kept may be dropped meanwhile.
  const known = new Map(texts.map((text) => [text, verdicts.get(wording + text) ?? older.get(wording + text)]));
  const unknown = [...known.keys()].filter((text) => !known.get(text));
  const found = unknown.length > 0 ? await askTwice("numbers.find", { texts: unknown, wording }) : [];
  unknown.forEach((text, index) => {
    if (verdicts.size === HALF) [older, verdicts] = [verdicts, new Map()];
    verdicts.set(wording + text, found[index] ?? []);
    known.set(text, found[index]);
  });
  return texts.map((text) => known.get(text) ?? []);
}
