import { describe, expect, test } from "vitest";
import { erased, regrouped, type Written } from "./typing";

/** A text with `|` where the caret is. */
const at = (text: string): Written => ({ value: text.replace("|", ""), caret: text.indexOf("|") });
const shown = ({ value, caret }: Written): string => `${value.slice(0, caret)}|${value.slice(caret)}`;

describe("the caret stays behind the digit that it was behind", () => {
  test.each([
    ["551|", "55 1", "55 1|"],
    ["55 9|1234", "55 9123 4", "55 9|123 4"],
    ["|551234", "55 1234", "|55 1234"],
    ["+52|55", "+52 55", "+52| 55"],
    ["(55) 12-34|", "55 1234", "55 1234|"],
  ])("%s", (typed, grouped, expected) => expect(shown(regrouped(at(typed), grouped)!)).toBe(expected));
});

test("what stays as it is, or has more behind it, is left alone", () => {
  expect(regrouped(at("Ana|"), null)).toBeNull();
  expect(regrouped(at("55 1234|"), "55 1234")).toBeNull();
  expect(regrouped(at("55 1234 5678 |"), "55 1234 5678")).toBeNull();
});

describe("a key that took away a sign takes its digit too", () => {
  test.each([
    ["55 1234", "55|1234", "deleteContentBackward", "5|1234"],
    ["(55) 1234", "(55 |1234", "deleteContentBackward", "(5|1234"],
    ["55 1234", "55|1234", "deleteContentForward", "55|234"],
    ["55 1234", "55 123|", "deleteContentBackward", "55 123|"],
    ["55 1234", "55|", "deleteByCut", "55|"],
    ["(5", "|5", "deleteContentBackward", "|5"],
  ])("%s → %s by %s", (before, after, by, expected) => expect(shown(erased(before, at(after), by))).toBe(expected));
});
