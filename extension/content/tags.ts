/** What the tag of an element says, looked up once for each: asking an element itself is what a walk's time goes into. */

export interface Kind {
  /** Text flows through it; what doesn't flow ends a run. */
  inline: boolean;
  /** One of the page's own making. The innermost of them are words on a line, the others are mostly its blocks. */
  custom: boolean;
  /** Its text isn't prose, isn't shown, or is being edited. */
  skipped: boolean;
  /** It can have a shadow root. */
  host: boolean;
}

const words = (text: string): Set<string> => new Set(text.split(" "));

const INLINE = words(
  "A ABBR ACRONYM B BDI BDO BIG CITE CODE DATA DEL DFN EM FONT I INS KBD LABEL MARK NOBR OUTPUT Q S SAMP SLOT SMALL " +
    "SPAN STRIKE STRONG SUB SUP TIME TT U VAR WBR",
);
/** The elements, beside those of the page's own making, that can have a shadow root (DOM standard, `attachShadow`). */
const HOSTS = words("ARTICLE ASIDE BLOCKQUOTE BODY DIV FOOTER H1 H2 H3 H4 H5 H6 HEADER MAIN NAV P SECTION SPAN");
/** Of what pages mostly consist: a selector that begins with these passes over them quickly. */
export const BLOCKS = "td,tr,div,li,p,ul";
const SKIPPED = words(
  "SCRIPT STYLE NOSCRIPT TEMPLATE TITLE TEXTAREA INPUT SELECT OPTION IFRAME OBJECT CANVAS AUDIO VIDEO PROGRESS METER",
);
const CODE = words("CODE PRE KBD SAMP");

let skipped = new Set<string>();
const kinds = new Map<string, Kind>();

/** Reads code, too, or leaves it alone. */
export function readCode(isRead: boolean): void {
  skipped = isRead ? SKIPPED : new Set([...SKIPPED, ...CODE]);
  kinds.clear();
}

/** A selector of all that is skipped. */
export const selectorSkipped = (): string => [...skipped, "svg", "math"].join(",");

export function kindOf(element: Element): Kind {
  const { tagName } = element;
  let kind = kinds.get(tagName);
  if (!kind) kinds.set(tagName, (kind = kindOfTag(tagName, element.namespaceURI)));
  return kind;
}

function kindOfTag(tag: string, namespace: string | null): Kind {
  const custom = tag.includes("-");
  return {
    inline: INLINE.has(tag),
    custom,
    skipped: skipped.has(tag) || namespace !== "http://www.w3.org/1999/xhtml",
    host: custom || HOSTS.has(tag),
  };
}

export function isInline(element: Element): boolean {
  const { inline, custom } = kindOf(element);
  return inline || (custom && element.childElementCount === 0);
}
