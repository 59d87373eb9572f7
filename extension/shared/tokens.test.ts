import { describe, expect, test } from "vitest";
import { scripts, shipped, withoutComments } from "../testing/shipped";

const TOKENS = "shared/tokens.css";
/** The browser paints a site's numbers by it, where no token of ours is. */
const MARKS = "content/marks.css";

const sheets = shipped
  .filter(({ name }) => name.endsWith(".css"))
  .map(({ name, text }) => ({ name, text: withoutComments(text) }));
const sheet = (wanted: string): string => sheets.find(({ name }) => name === wanted)!.text;
const others = sheets.filter(({ name }) => name !== TOKENS && name !== MARKS);

const COLOUR = /#[\da-f]{3,8}\b|\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch|color)a?\(/gi;
const tokens = new Set([...sheet(TOKENS).matchAll(/(--[\w-]+):/g)].map(([, name]) => name!));

/** What of the sheets matches, each with its sheet. */
const saying = (pattern: RegExp): string[] =>
  others.flatMap(({ name, text }) => [...text.matchAll(pattern)].map(([found]) => `${name}: ${found}`));

describe("design tokens", () => {
  test("are all the colours there are", () => expect(saying(COLOUR)).toEqual([]));

  test("are all the sizes and families of text there are", () =>
    expect(
      saying(/\bfont(?:-size|-family)?:[^;]*?(?:\d(?:px|r?em|pt)\b|\b(?:sans-serif|monospace|system-ui)\b)[^;]*/g),
    ).toEqual([]));

  test("exist where they are used", () => {
    const local = new Set(others.flatMap(({ text }) => [...text.matchAll(/(--[\w-]+):/g)].map(([, name]) => name!)));
    const used = saying(/var\((--[\w-]+)/g).map((one) => one.split("var(")[1]!);
    expect(used.filter((name) => !tokens.has(name) && !local.has(name))).toEqual([]);
  });

  test("are all used", () => {
    const used = sheets.map(({ text }) => text).join("");
    expect([...tokens].filter((name) => !used.includes(`var(${name})`))).toEqual([]);
  });

  test("look as numbers on a site do", () => {
    const colours = [...sheet(MARKS).matchAll(/#[\da-f]{6}|rgb\([^)]*\)/g)].map(([colour]) => colour);
    const [mark, area] = ["--mark", "--mark-area"].map(
      (name) => new RegExp(`${name}: ([^;]+)`).exec(sheet(TOKENS))![1]!,
    );
    expect(new Set(colours)).toEqual(new Set([mark, area]));
  });

  test("give the toolbar button its colours, which it takes from no sheet", () => {
    const named = scripts.flatMap(({ name, text }) =>
      [...withoutComments(text).matchAll(/"(#[\da-f]{6})"/g)].map(([, colour]) => ({ name, colour: colour! })),
    );
    expect(new Set(named.map(({ name }) => name))).toEqual(new Set(["background/badge.ts"]));
    expect(named.filter(({ colour }) => !sheet(TOKENS).includes(colour))).toEqual([]);
  });
});
