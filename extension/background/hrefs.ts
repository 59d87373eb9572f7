/** The phone numbers that links lead to: `tel:`, `callto:`, `sip:`, `wtai:`, `skype:` and WhatsApp's addresses. */
import type { LinkCalls } from "../generated/types";

/** What an address says is to be called, for the finder to read; null where that is no number. */
export function numberTextOf(href: string, links: LinkCalls): string | null {
  const address = href.trim();
  const telephone = fromTelephone(address);
  const found = telephone ?? (links === "all" ? fromMessenger(address) : null);
  return found !== null && /\d/.test(found) ? found : null;
}

function fromTelephone(address: string): string | null {
  const [, scheme = "", rest = ""] = /^(tel|callto|sips?|wtai):(?:\/\/)?(.*)$/is.exec(address) ?? [];
  switch (scheme.toLowerCase()) {
    case "tel":
      return withExtension(decoded(rest));
    case "callto":
      return withExtension(decoded(rest.replace(/^tel:/i, "")));
    case "sip":
    case "sips":
      // `sip:+525512345678@pbx;user=phone`; the password that may follow the user is nobody's.
      return withExtension(decoded(rest.split(/[@?]/)[0]!.split(":")[0]!));
    case "wtai":
      // `wtai://wp/mc;+525512345678`: WAP's "make call"; its other functions call nobody.
      return /^wp\/mc;([^;!]*)/i.exec(decoded(rest))?.[1] ?? null;
    default:
      return null;
  }
}

function fromMessenger(address: string): string | null {
  const skype = /^skype:([^?]*)(?:\?call\b.*)?$/is.exec(address);
  if (skype) return decoded(skype[1]!);
  const url = URL.canParse(address) ? new URL(address) : null;
  const digits = url?.host === "wa.me" ? url.pathname.slice(1) : (url?.searchParams.get("phone") ?? "");
  // WhatsApp writes numbers in international form without their `+`.
  return /^\+?[\d\s()-]+$/.test(digits) ? `+${digits.replace(/\D/g, "")}` : null;
}

/** A number and its extension, of all the parameters (RFC 3966); a pause before digits is an extension, too. */
function withExtension(text: string): string {
  const [number = "", ...parameters] = text.split(";");
  const [main = "", ...dialled] = number.split(/,+|[pw](?=\d+$)/i);
  const ext = parameters.find((parameter) => /^ext=/i.test(parameter))?.slice("ext=".length) ?? dialled[0];
  return ext && /^\d+$/.test(ext) ? `${main};ext=${ext}` : text.includes(";") ? main : number;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
