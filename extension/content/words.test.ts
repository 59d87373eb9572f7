import { expect, test } from "vitest";
import { firstWords, lastWords } from "./words";

test.each([
  ["Ana Perez", "Ana Perez", "Ana Perez"],
  ["Ana Perez of Sales", "Ana Perez…", "…of Sales"],
  ["Ana Perezes of SalesTeam", "Ana…", "…SalesTeam"],
  ["Ana Gomez 12 Main Road", "Ana Gomez…", "…Main Road"],
  ["Donaudampfschiffahrt", "Donaudampf…", "…schiffahrt"],
  ["", "", ""],
])("%s", (text, first, last) => {
  expect(firstWords(text, 10)).toBe(first);
  expect(lastWords(text, 10)).toBe(last);
});
