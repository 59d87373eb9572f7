/** What of a page is read, as the settings say for its site. */
import type { FoundNumber } from "../generated/types";
import type { PageReading } from "../shared/messages";
import { isSelector } from "../shared/selector";
import { readCode, selectorSkipped } from "./tags";

/** A page's own word that a part of it is not for us. */
const OPT_OUT = "data-click-to-call";
/** By attribute: asking `isContentEditable` would make the browser compute styles. */
const OPTED_OUT = `[contenteditable]:not([contenteditable="false" i]),[aria-hidden="true" i],[translate="no" i],[${OPT_OUT}="off" i]`;

/** The attributes that decide whether an element is left alone, and the one that a link's number comes from. */
export const DECIDING = ["aria-hidden", "contenteditable", "translate", OPT_OUT, "href"];

/** A selector of what itself says, or the settings say of it, that it is not for us. */
export let excluded = "";
/** A selector of everything that is left alone with all inside it. */
export let leftAlone = "";

/** How this page is read now. */
export let reading: PageReading;

export function read(as: PageReading): void {
  reading = as;
  // Those that this browser doesn't take leave nothing out.
  excluded = [OPTED_OUT, ...as.exclude.filter(isSelector)].join(",");
  readCode(as.inCode);
  leftAlone = `${selectorSkipped()},${excluded}`;
}

/** Whether the agent has not said of a number that it is none. */
export const isWanted = ({ e164 }: FoundNumber): boolean => !reading.notNumbers.includes(e164);
