// @vitest-environment happy-dom
import { expect, test } from "vitest";
import "../testing/chrome";
import { LONGEST } from "./candidates";
import { piecesOf } from "./flow";
import type { Run } from "./walk";

function run(text: string): Run {
  return { line: document.body, nodes: [document.createTextNode(text)], text };
}

const NUMBER = "+52 55 1234 5678";

test.each([
  ["lines", `${NUMBER}, or ${NUMBER}\n`.repeat(3_000)],
  ["words", `${NUMBER} ${"and nobody reads all of that ".repeat(40)}`.repeat(100)],
])("a long text is cut between its %s, and every number is in one piece", (_, text) => {
  const pieces = piecesOf(run(text));
  expect(pieces.map(({ text }) => text).join("")).toBe(text);
  expect(pieces.map(({ from = 0 }) => from)).toEqual(
    pieces.map((_, index) => pieces.slice(0, index).reduce((sum, { text }) => sum + text.length, 0)),
  );
  expect(Math.max(...pieces.map(({ text }) => text.length))).toBeLessThan(LONGEST);
  const found = pieces.flatMap(({ text }) => text.match(/\+52 55 1234 5678/g) ?? []);
  expect(found).toHaveLength(text.split(NUMBER).length - 1);
});

test("a text without a place to be cut stays whole, and a short one as it is", () => {
  expect(piecesOf(run(`${NUMBER}, `.repeat(2_000)))).toHaveLength(1);
  const short = run(NUMBER);
  expect(piecesOf(short)).toEqual([short]);
});

test("white space that isn't drawn is no place to be cut", () => {
  const drawn = `55${"\0".repeat(200)}`.repeat(200);
  expect(piecesOf({ ...run(drawn), drawn })).toHaveLength(1);
});
