/** The addresses of links that may lead to a phone number; which, the background reads. */
import { reading } from "./reading";

const TELEPHONE = /^\s*(?:tel|callto|sips?|wtai):.*\d/is;
const MESSENGERS = /^\s*(?:skype:|whatsapp:|https?:\/\/(?:wa\.me|(?:api|web)\.whatsapp\.com)\/).*\d/is;

/** A selector of all such links, and of some others. */
const MAY_CALL = `a:is(${"tel: callto: sip wtai: skype: whatsapp wa.me"
  .split(" ")
  .map((part) => `[href*="${part}" i]`)})`;

export const hrefOf = (link: HTMLAnchorElement): string => link.getAttribute("href") ?? "";

/** Whether a link's address is one that may hold a number. */
export function isPhoneLink(link: HTMLAnchorElement): boolean {
  const href = hrefOf(link);
  return reading.links !== "none" && (TELEPHONE.test(href) || (reading.links === "all" && MESSENGERS.test(href)));
}

/** The links below an element or root, itself included, that may lead to a number. */
export function phoneLinks(below: ParentNode): HTMLAnchorElement[] {
  const links = [...below.querySelectorAll<HTMLAnchorElement>(MAY_CALL)];
  return (below instanceof HTMLAnchorElement ? [below, ...links] : links).filter(isPhoneLink);
}
