/** The page's input fields that hold a phone number: they get the button beside them, and nothing of them changes. */
import type { FoundNumber } from "../generated/types";
import type { Callable } from "./callable";
import { isSeen } from "./composed";
import { page } from "./lent";

interface Field extends Callable {
  readonly number: FoundNumber;
}

/** The kinds of input that people write phone numbers into. */
const KINDS = new Set(["tel", "text", "search"]);
/** What a browser may fill in that is no phone number, however much it looks like one (HTML standard, `autocomplete`). */
const OTHERWISE = /\b(?:cc-|one-time-code|postal-code|bday|transaction-|(?:new|current)-password)/i;

/** The last one read of each field: the pointer asks every frame. */
const read = new WeakMap<HTMLInputElement, { value: string; field: Promise<Field | null> }>();

/** The field that an element is, if it holds a number and nothing else. */
export async function fieldOf(element: Element): Promise<Field | null> {
  if (!(element instanceof HTMLInputElement) || !mayBePhone(element)) return null;
  const field = await lastRead(element);
  // Asked each time: the agent judges after it was read.
  return field && page.isWanted(field.number) ? field : null;
}

function lastRead(input: HTMLInputElement): Promise<Field | null> {
  const { value } = input;
  const known = read.get(input);
  if (known?.value === value) return known.field;
  const field = find(input, value).catch(() => (read.delete(input), null));
  read.set(input, { value, field });
  return field;
}

function mayBePhone(input: HTMLInputElement): boolean {
  if (!KINDS.has(input.type) || OTHERWISE.test(input.autocomplete)) return false;
  // What it is in counts: as a place of text every input is left alone.
  const inside = input.parentNode;
  return (
    page.mayHoldNumber(input.value) && isSeen(input) && !page.isExcluded(input) && !(inside && page.isLeftAlone(inside))
  );
}

async function find(input: HTMLInputElement, value: string): Promise<Field | null> {
  const [numbers = []] = await page.numbersIn([value], input.type === "tel" ? "number" : "text");
  const [number, ...more] = numbers;
  const whole = number && more.length === 0 && value.slice(number.start, number.end) === value.trim();
  return whole ? { number, nodes: [input], said: value } : null;
}
