/** Nothing of ours moves where the agent asked the browser for less motion. */
import { expect, test } from "vitest";
import { scripts, shipped, withoutComments } from "../testing/shipped";

const WELCOME = /@media \(prefers-reduced-motion: no-preference\) \{\n[^]*?\n\}\n/g;

test("sheets move things only where motion is welcome", () => {
  const moving = shipped
    .filter(({ name }) => name.endsWith(".css"))
    .filter(({ text }) =>
      /\b(?:animation|transition|scroll-behavior)[\w-]*:/.test(withoutComments(text).replace(WELCOME, "")),
    );
  expect(moving.map(({ name }) => name)).toEqual([]);
});

test("scripts move nothing", () => {
  const moving = scripts.filter(({ text }) => /\.animate\(|"smooth"|startViewTransition/.test(withoutComments(text)));
  expect(moving.map(({ name }) => name)).toEqual([]);
});
