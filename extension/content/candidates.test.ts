import { browser, resetBrowser } from "../testing/chrome";
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { FoundNumber } from "../generated/types";

let candidates: typeof import("./candidates");
const numbersIn = (texts: string[]): Promise<FoundNumber[][]> => candidates.numbersIn(texts, "text");

/** The background, as far as texts go: every text holds itself. */
const numberIn = (text: string): FoundNumber[] =>
  text.startsWith("no") ? [] : [{ start: 0, end: text.length, e164: text, ext: null, international: text }];
const asked = (): string[][] =>
  browser.sendMessage.mock.calls.map(([message]) => (message as { texts: string[] }).texts);

beforeEach(async () => {
  resetBrowser();
  browser.sendMessage.mockImplementation(async (message) => {
    const { type, texts } = message as { type: string; texts: string[] };
    return type === "numbers.find" ? { ok: true, reply: texts.map(numberIn) } : { ok: false, error: "unknown message" };
  });
  vi.resetModules();
  candidates = await import("./candidates");
});

describe("worth the background's while", () => {
  test.each([
    "55 1234 5678",
    "+52 (55) 1234-5678",
    "tel. 1234567 ext. 12",
    "1-800-555-0199",
    "４４ ２０ ７９４６ ０９５８",
    "+٥٢ ٥٥ ١٢٣٤ ٥٦٧٨",
    "+५२ ५५ १२३४ ५६७८",
    "Teléfono: 55 1234 5678",
  ])("%s", (text) => expect(candidates.mayHoldNumber(text)).toBe(true));
});

describe("not worth it", () => {
  test.each([
    "",
    "no digits here",
    "call 911",
    "123456",
    "12:30, 7 people",
    "año 2026",
    "٥٥ ١٢٣",
    "１２３４５６",
    "1 apple, 2 pears, 3 plums, 4 figs, 5 limes, 6 dates, 7 nuts",
  ])("%s", (text) => expect(candidates.mayHoldNumber(text)).toBe(false));
});

test("a text that is too long to be read by people isn't worth it", () => {
  expect(candidates.mayHoldNumber(`${"x".repeat(19_000)} 55 1234 5678`)).toBe(true);
  expect(candidates.mayHoldNumber(`${"x".repeat(20_000)} 55 1234 5678`)).toBe(false);
});

test("a page's longest text is judged in no time", () => {
  const hostile = ["1 ".repeat(10_000), "11     ".repeat(2_857), "1".repeat(20_000), "é1     ".repeat(2_857)];
  const begun = performance.now();
  hostile.forEach(candidates.mayHoldNumber);
  expect(performance.now() - begun).toBeLessThan(100);
});

test("all unknown texts cross in one message, each once", async () => {
  const found = await numbersIn(["one", "no", "one", "three"]);
  expect(asked()).toEqual([["one", "no", "three"]]);
  expect(found).toEqual(["one", "no", "one", "three"].map(numberIn));
});

test("a text is asked about once, numbers or not", async () => {
  await numbersIn(["one", "no"]);
  expect(await numbersIn(["no", "two", "one"])).toEqual(["no", "two", "one"].map(numberIn));
  await numbersIn(["one", "two"]);
  expect(asked()).toEqual([["one", "no"], ["two"]]);
});

test("an object's own names are texts like any other", async () => {
  const texts = ["constructor", "__proto__", "toString"];
  expect(await numbersIn(texts)).toEqual(texts.map(numberIn));
});

test("what the background didn't answer is asked again", async () => {
  const failure = { ok: false, error: "UnknownError" };
  browser.sendMessage.mockResolvedValueOnce(failure);
  expect(await numbersIn(["one"])).toEqual([numberIn("one")]);
  browser.sendMessage.mockResolvedValueOnce(failure).mockResolvedValueOnce(failure);
  await expect(numbersIn(["two"])).rejects.toThrow("numbers.find: UnknownError");
  expect(await numbersIn(["two"])).toEqual([numberIn("two")]);
});

describe("a page with more texts than are kept", () => {
  const many = Array.from({ length: 5_000 }, (_, index) => `many ${index}`);

  test("keeps the verdicts of the latest", async () => {
    await numbersIn(["one"]);
    await numbersIn(many);
    await numbersIn(["many 4760", "many 4999"]);
    await numbersIn(["one"]);
    expect(asked()).toEqual([["one"], many, ["one"]]);
  });

  test("loses none that it was just asked for", async () => {
    await numbersIn(["one"]);
    expect((await numbersIn(["one", ...many]))[0]).toEqual(numberIn("one"));
  });

  test("loses none that it was asked for while another answer came", async () => {
    await numbersIn(["one"]);
    const [, found] = await Promise.all([numbersIn(many), numbersIn(["one", "two"])]);
    expect(found).toEqual([numberIn("one"), numberIn("two")]);
  });
});
