/** The page's numbers in the order of reading, with what stands around them: for the popup, and for the keyboard. */
import type { NumberOnPage } from "../shared/messages";
import { nameOf } from "../shared/number";
import type { Callable } from "./callable";
import { isSeen } from "./composed";
import { fieldOf } from "./fields";
import { page } from "./lent";
import { unpack } from "./packed";
import { elementOf, isIntact, rectsOf } from "./whereabouts";
import { firstWords, lastWords } from "./words";

/** More than this nobody steps through or reads; fields are looked at one by one. */
const FIELDS = 200;
/** Of the text around a number, to either side. */
const AROUND = 40;
/** How far around a number to look for words: its cell alone often says nothing. */
const ROW = "tr, li, dl, p, address, article, label, fieldset, [role='row'], [role='listitem']";

/** All that can be called and is there to be seen. */
export async function callables(): Promise<Callable[]> {
  const found = [...page.callables(), ...(await fields())].filter(isThere);
  const places = new Map(found.map((callable) => [callable, rectsOf(callable)[0]!]));
  return found.sort((one, other) => {
    const [a, b] = [places.get(one)!, places.get(other)!];
    // On one line from left to right.
    return Math.abs(a.top - b.top) > a.height / 2 ? a.top - b.top : a.left - b.left;
  });
}

/** The same as the popup lists it: once where an icon that calls a number stands beside it. */
export async function list(): Promise<Omit<NumberOnPage, "origin">[]> {
  const found = await callables();
  const apart = found.filter((callable, index) => !isSameAgain(callable, found[index - 1]));
  return apart.map((callable) => {
    const number = unpack(callable.number);
    return { number: number.e164, shown: nameOf(number), ...around(callable) };
  });
}

const isSameAgain = (callable: Callable, before: Callable | undefined): boolean =>
  before !== undefined &&
  e164Of(callable) === e164Of(before) &&
  rowOf(elementOf(callable)) === rowOf(elementOf(before));

const e164Of = ({ number }: Callable): string => unpack(number).e164;

const isThere = (callable: Callable): boolean =>
  isIntact(callable) && isSeen(elementOf(callable)) && rectsOf(callable).some(({ width }) => width > 0);

async function fields(): Promise<Callable[]> {
  const inputs = [document, ...page.roots()].flatMap((root) => [...root.querySelectorAll("input")]).slice(0, FIELDS);
  return (await Promise.all(inputs.map(fieldOf))).filter((field) => field !== null);
}

/** The words of a number's row before and behind it, hidden ones aside. */
function around(callable: Callable): Pick<NumberOnPage, "before" | "after"> {
  const element = elementOf(callable);
  const walker = document.createTreeWalker(rowOf(element), NodeFilter.SHOW_TEXT);
  const said = { before: "", after: "" };
  const own = callable.range && [callable.range.startContainer, callable.range.endContainer];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!parent || page.isLeftAlone(parent) || !isSeen(parent)) continue;
    if (!own?.includes(node) && !element.contains(node)) {
      const isBefore = element.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING;
      said[isBefore ? "before" : "after"] += ` ${(node as Text).data}`;
    }
  }
  return { before: lastWords(squeezed(said.before), AROUND), after: firstWords(squeezed(said.after), AROUND) };
}

const rowOf = (element: Element): Element => element.closest(ROW) ?? element.parentElement ?? element;

const squeezed = (text: string): string => text.replace(/\s+/g, " ").trim();
