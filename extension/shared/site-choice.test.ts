import "../testing/chrome";
import { describe, expect, test } from "vitest";
import type { SiteChoice } from "../generated/types";
import { choiceFor, withChoice } from "./site-choice";

const CRM = "https://crm.example.com";
const quiet: SiteChoice = { site: CRM, show: "button", exclude: [".log"], not_numbers: ["+525512345678"] };
const other: SiteChoice = { site: "https://a.example", show: "off", exclude: [], not_numbers: [] };

describe("the choice for a site", () => {
  test("is found by its origin", () => expect(choiceFor([other, quiet], CRM)).toBe(quiet));

  test("is to underline where none was made", () =>
    expect(choiceFor([other], CRM)).toEqual({ site: CRM, show: "underline", exclude: [], not_numbers: [] }));

  test("is changed in its place, and the rest of it stays", () =>
    expect(withChoice([quiet, other], CRM, { show: "off" })).toEqual([{ ...quiet, show: "off" }, other]));

  test("is added behind the others", () =>
    expect(withChoice([other], CRM, { exclude: [".log"] })).toEqual([
      other,
      { site: CRM, show: "underline", exclude: [".log"], not_numbers: [] },
    ]));

  test("is none any more when it chooses nothing", () =>
    expect(withChoice([other, quiet], CRM, { show: "underline", exclude: [], not_numbers: [] })).toEqual([other]));
});
