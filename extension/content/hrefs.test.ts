// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { isPhoneLink } from "./hrefs";
import { read } from "./reading";

const HREFS = ["tel:+525512345678", " SIP:+525512345678@pbx", "skype:+525512345678?call", "https://wa.me/525512345678"];
const OTHERS = [
  "tel:",
  "sip:ana@pbx.example.com",
  "skype:ana.perez?call",
  "mailto:5512345678@example.com",
  "#5512345678",
];

const link = (href: string): HTMLAnchorElement => {
  const made = document.createElement("a");
  made.setAttribute("href", href);
  return made;
};

test.each([
  ["all", [true, true, true, true]],
  ["telephone", [true, true, false, false]],
  ["none", [false, false, false, false]],
] as const)("the administrator's choice: %s", (links, wanted) => {
  read({ show: "underline", inCode: false, links, exclude: [], notNumbers: [] });
  expect(HREFS.map((href) => isPhoneLink(link(href)))).toEqual(wanted);
  expect(OTHERS.filter((href) => isPhoneLink(link(href)))).toEqual([]);
});
