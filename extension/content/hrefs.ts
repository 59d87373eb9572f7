/** The addresses of links that may lead to a phone number; which, the background reads. */
import { reading } from "./reading";

const TELEPHONE = /^\s*(?:tel|callto|sips?|wtai):.*\d/is;
const MESSENGERS = /^\s*(?:skype:|whatsapp:|https?:\/\/(?:wa\.me|(?:api|web)\.whatsapp\.com)\/).*\d/is;

export const hrefOf = (link: HTMLAnchorElement): string => link.getAttribute("href") ?? "";

/** Whether a link's address is one that may hold a number. */
export function isPhoneLink(link: HTMLAnchorElement): boolean {
  const href = hrefOf(link);
  return reading.links !== "none" && (TELEPHONE.test(href) || (reading.links === "all" && MESSENGERS.test(href)));
}
