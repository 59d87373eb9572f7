/** What of a page is read, as the settings say for its site. */
import type { FoundNumber } from "../generated/types";
import type { PageReading } from "../shared/messages";
import { isSelector } from "../shared/selector";

/** Elements whose text isn't prose, isn't shown, or is being edited. */
const SKIPPED =
  "SCRIPT STYLE NOSCRIPT TEMPLATE TITLE TEXTAREA INPUT SELECT OPTION IFRAME OBJECT CANVAS AUDIO VIDEO PROGRESS METER";
const CODE = "CODE PRE KBD SAMP";

/** By attribute: asking `isContentEditable` would make the browser compute styles. */
const EDITABLE = '[contenteditable]:not([contenteditable="false" i])';
/** A page's own word that a part of it is not for us. */
const OPT_OUT = "data-click-to-call";

/** The attributes that decide whether an element is left alone, and the one that a link's number comes from. */
export const DECIDING = ["aria-hidden", "contenteditable", "translate", OPT_OUT, "href"];

const HTML = "http://www.w3.org/1999/xhtml";

let skipped = new Set<string>();
let excluded = "";
let leftAlone = "";

/** How this page is read now. */
export let reading: PageReading;

export function read(as: PageReading): void {
  reading = as;
  const tags = `${SKIPPED} ${as.inCode ? "" : CODE}`.trim().split(" ");
  skipped = new Set(tags);
  // Those that this browser doesn't take leave nothing out.
  excluded = as.exclude.filter(isSelector).join(",");
  const byAttribute = `${EDITABLE},[aria-hidden="true" i],[translate="no" i],[${OPT_OUT}="off" i]`;
  leftAlone = [...tags, "svg", "math", byAttribute, excluded].filter(Boolean).join(",");
}

/** A selector of everything that is left alone with all inside it. */
export const selectorLeftAlone = (): string => leftAlone;

export const isSkipped = (element: Element): boolean =>
  skipped.has(element.tagName) || element.namespaceURI !== HTML || isExcluded(element);

/** Whether an element itself says, or the settings say of it, that it is not for us. */
export const isExcluded = (element: Element): boolean =>
  (element.hasAttributes() && isOptedOut(element)) || (excluded !== "" && element.matches(excluded));

const isOptedOut = (element: Element): boolean =>
  (element.hasAttribute("contenteditable") && element.matches(EDITABLE)) ||
  says(element, "aria-hidden", "true") ||
  says(element, "translate", "no") ||
  says(element, OPT_OUT, "off");

const says = (element: Element, attribute: string, value: string): boolean =>
  element.getAttribute(attribute)?.toLowerCase() === value;

/** Whether the agent has not said of a number that it is none. */
export const isWanted = ({ e164 }: FoundNumber): boolean => !reading.notNumbers.includes(e164);

read({ show: "underline", links: "all", inCode: false, exclude: [], notNumbers: [] });
