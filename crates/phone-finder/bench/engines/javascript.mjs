/** Packages of npm, each called as its own documents say. An engine's module is loaded when it is first asked for. */
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

const withExtension = (number, ext) => (ext ? `${number};ext=${ext}` : number);

/** The matcher that most use. */
export function libphonenumberJs() {
  const { findPhoneNumbersInText } = require("libphonenumber-js/max");
  return (text, region) =>
    findPhoneNumbersInText(text, { defaultCountry: region, v2: true }).map(({ startsAt, endsAt, number }) => ({
      start: startsAt,
      end: endsAt,
      number: withExtension(number.number, number.ext),
    }));
}

/** What ringcentral-c2d's matcher asks for each text node; asks again behind the last number until nothing is found. */
export function ringcentral() {
  const { detect } = require("@ringcentral-integration/phone-number");
  return (text, region) => {
    const found = [];
    let from = 0;
    while (from < text.length) {
      const items = detect({ input: text.substring(from), countryCode: region, areaCode: "" });
      if (items.length === 0) break;
      for (const { startsAt, endsAt, phoneNumber, ext } of items)
        found.push({ start: from + startsAt, end: from + endsAt, number: withExtension(phoneNumber, ext) });
      from += items.at(-1).endsAt;
    }
    return found;
  };
}

/**
 * Google's own library parses and has no matcher in npm. A candidate is what a phone number may be written with, from
 * a plus, a bracket or a digit to the last digit, seven digits at least, and an extension behind it.
 */
const CANDIDATE = /[+＋(]?\d(?:[^\S\n]?[-–./()\s]{0,3}\d){6,}(?:[ ,;]*(?:ext\.?|x|int\.?|#|anexo|ramal)\s*\d{1,7})?/giu;

export function googleLibphonenumber() {
  const { PhoneNumberUtil, PhoneNumberFormat } = require("google-libphonenumber");
  const util = PhoneNumberUtil.getInstance();
  const read = (written, region) => {
    try {
      const number = util.parse(written, region);
      if (!util.isValidNumber(number)) return null;
      return withExtension(util.format(number, PhoneNumberFormat.E164), number.getExtension());
    } catch {
      return null;
    }
  };
  return (text, region) =>
    [...text.matchAll(CANDIDATE)].flatMap(({ 0: written, index }) => {
      const number = read(written, region);
      return number ? [{ start: index, end: index + written.length, number }] : [];
    });
}

/** linkifyjs has no plugin for phone numbers in npm; this is one of its own kind: numbers and the marks between them. */
export function linkify() {
  const { find, registerPlugin, MultiToken, State } = require("linkifyjs");
  class Phone extends MultiToken {
    constructor(value, tokens) {
      super(value, tokens);
      this.t = "phone";
      this.isLink = true;
    }
  }
  registerPlugin("phone", ({ scanner, parser }) => {
    const { NUM, PLUS, HYPHEN, DOT, WS, OPENPAREN, CLOSEPAREN } = scanner.tokens;
    const number = new State(Phone);
    const gap = new State();
    const begin = new State();
    parser.start.tt(NUM, number);
    parser.start.tt(PLUS, begin);
    parser.start.tt(OPENPAREN, begin);
    for (const mark of [OPENPAREN, WS]) begin.tt(mark, begin);
    begin.tt(NUM, number);
    number.tt(NUM, number);
    for (const mark of [HYPHEN, DOT, WS, OPENPAREN, CLOSEPAREN]) {
      number.tt(mark, gap);
      gap.tt(mark, gap);
    }
    gap.tt(NUM, number);
  });
  const isPhone = ({ type, value }) => type === "phone" && /^\D*(?:\d\D*){7,15}$/.test(value);
  return (text) =>
    find(text)
      .filter(isPhone)
      .map(({ start, end, value }) => ({ start, end, number: value }));
}

/** Links phone numbers by itself. */
export function autolinker() {
  const { Autolinker } = require("autolinker");
  const only = { phone: true, urls: false, email: false, mention: false, hashtag: false };
  return (text) =>
    Autolinker.parse(text, only).map((match) => {
      const start = match.getOffset();
      return { start, end: start + match.getMatchedText().length, number: match.getNumber() };
    });
}

/** Regexes as extensions use them: those of ringcentral-c2d's other matcher, one after the other, until nothing is left. */
export function regexes() {
  const { extractPhoneNumber } = require("ringcentral-c2d/lib/extractPhoneNumber");
  return (text) => {
    const found = [];
    for (let from = 0; from < text.length;) {
      const rest = text.substring(from);
      const written = extractPhoneNumber(rest);
      if (!written) break;
      const start = from + rest.indexOf(written);
      from = start + written.length;
      found.push({ start, end: from, number: written });
    }
    return found;
  };
}
