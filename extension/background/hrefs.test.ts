import { describe, expect, test } from "vitest";
import { numberTextOf } from "./hrefs";

describe("an address says what is called", () => {
  test.each([
    ["tel:+525512345678", "+525512345678"],
    ["TEL:55-1234-5678", "55-1234-5678"],
    [" tel:+52%2055%201234%205678", "+52 55 1234 5678"],
    ["tel:+1-800-FLOWERS", "+1-800-FLOWERS"],
    ["tel:5512345678;ext=12", "5512345678;ext=12"],
    ["tel:5512345678;phone-context=+52;ext=12", "5512345678;ext=12"],
    ["tel:5512345678;phone-context=+52", "5512345678"],
    ["tel:+525512345678,,12", "+525512345678;ext=12"],
    ["tel:+525512345678p12", "+525512345678;ext=12"],
    ["tel:55 1234 5678 ext. 12", "55 1234 5678 ext. 12"],
    ["tel:100%", "100%"],
    ["callto:+525512345678", "+525512345678"],
    ["callto://+525512345678", "+525512345678"],
    ["callto:tel:+525512345678", "+525512345678"],
    ["sip:+525512345678@pbx.example.com;user=phone", "+525512345678"],
    ["sips:+525512345678:secret@pbx.example.com?subject=7", "+525512345678"],
    ["sip:5512345678;ext=7@pbx.example.com", "5512345678;ext=7"],
    ["wtai://wp/mc;+525512345678", "+525512345678"],
    ["wtai://wp/mc;5512345678!name", "5512345678"],
    ["skype:+525512345678?call", "+525512345678"],
    ["skype:+525512345678", "+525512345678"],
    ["https://wa.me/525512345678?text=9", "+525512345678"],
    ["https://api.whatsapp.com/send?phone=525512345678", "+525512345678"],
    ["https://web.whatsapp.com/send/?phone=%2B52%2055%2012345678&text=1", "+525512345678"],
    ["whatsapp://send?phone=+525512345678", "+525512345678"],
  ])("%s → %s", (href, text) => expect(numberTextOf(href, "all")).toBe(text));

  test.each([
    "",
    "tel:",
    "tel:anna",
    "sip:ana@10.0.0.7:5060",
    "callto:ana.perez",
    "skype:ana.perez?call",
    "skype:+525512345678?chat",
    "skype:+525512345678?call2",
    "wtai://wp/ap;+525512345678;Ana",
    "https://wa.me/message/ABC123",
    "https://wa.me/525512345678/evil",
    "https://api.whatsapp.com/send?text=55123456",
    "https://example.com/tel:+525512345678",
    "mailto:5512345678@example.com",
    "javascript:tel:+525512345678",
  ])("%s calls nobody", (href) => expect(numberTextOf(href, "all")).toBeNull());
});

test.each([
  ["all", [true, true, true]],
  ["telephone", [true, false, false]],
] as const)("the administrator's choice: %s", (links, wanted) => {
  const hrefs = ["tel:+525512345678", "skype:+525512345678?call", "https://wa.me/525512345678"];
  expect(hrefs.map((href) => numberTextOf(href, links) !== null)).toEqual(wanted);
});
