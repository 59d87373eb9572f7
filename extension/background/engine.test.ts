import "../testing/chrome";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { SETTINGS } from "../testing/background";
import { WASM } from "../testing/engine";

/** The module is fetched as soon as it is imported. */
vi.stubGlobal("fetch", async () => new Response(new Uint8Array(WASM)));

let engine: typeof import("./engine");

beforeEach(async () => {
  vi.resetModules();
  engine = await import("./engine");
});

describe("a batch in which a text traps", () => {
  const trap = new WebAssembly.RuntimeError("unreachable");
  const renew = vi.fn();
  beforeEach(() => renew.mockReset());

  /** Lengths, but for the texts that trap, which leave the instance unusable until it is renewed. */
  function lengths(): (texts: string[]) => number[] {
    let renewed = 0;
    let usable = true;
    return (texts) => {
      if (renew.mock.calls.length > renewed) [renewed, usable] = [renew.mock.calls.length, true];
      if (!usable || texts.includes("trap")) {
        usable = false;
        throw trap;
      }
      return texts.map((text) => text.length);
    };
  }

  test("loses that one alone", () => {
    const found = engine.isolating(["one", "trap", "three", "trap", "fifth"], lengths(), -1, renew);
    expect(found).toEqual([3, -1, 5, -1, 5]);
  });

  test("renews the instance after every trap", () => {
    engine.isolating(["one", "trap", "three"], lengths(), -1, renew);
    expect(renew).toHaveBeenCalledTimes(2);
  });

  test("costs nothing where no text traps", () => {
    const run = vi.fn(lengths());
    expect(engine.isolating(["one", "three"], run, -1, renew)).toEqual([3, 5]);
    expect(run).toHaveBeenCalledTimes(1);
    expect(renew).not.toHaveBeenCalled();
  });

  test("is not what any other error is taken for", () => {
    const run = (): number[] => {
      throw new TypeError("not iterable");
    };
    expect(() => engine.isolating(["one", "two"], run, -1, renew)).toThrow(TypeError);
    expect(renew).not.toHaveBeenCalled();
  });
});

test("numbers are found in each text, spans in UTF-16 units", async () => {
  const found = await engine.findNumbers(["☎️ 55 1234 5678", "no number", "+1 415 555 2671 x12"], "MX", false);
  expect(found.map((numbers) => numbers.map(({ start, end, e164, ext }) => [start, end, e164, ext]))).toEqual([
    [[3, 15, "+525512345678", null]],
    [],
    [[0, 19, "+14155552671", "12"]],
  ]);
});

test("a typed text is a number with what the dial plan makes of it, or nothing", async () => {
  const dial_plan = { ...SETTINGS.dial_plan, prefix: "9", countries: ["MX"] };
  const settings = { ...SETTINGS, dial_plan };
  expect(await engine.planNumber(" 55 1234 5678", settings)).toMatchObject({
    number: { e164: "+525512345678" },
    country: "MX",
    destination: "9525512345678",
    fault: null,
  });
  expect(await engine.planNumber("+1 212 555 0123", settings)).toMatchObject({
    destination: null,
    fault: { field: "destination", rule: { code: "country_allowed", country: "US" } },
  });
  expect(await engine.planNumber("call 55 1234 5678", settings)).toMatchObject({ number: null, destination: null });
  expect(await engine.planNumber(" 911", settings)).toMatchObject({
    number: null,
    destination: null,
    fault: { field: "destination", rule: { code: "emergency" } },
  });
});

test("an engine that can't be loaded fails whoever asks, and again", async () => {
  vi.stubGlobal("fetch", async () => Promise.reject(new TypeError("Failed to fetch")));
  vi.resetModules();
  const broken = await import("./engine");
  // Nobody has asked yet: vitest fails the run where this counts as an unhandled rejection.
  await new Promise((resolve) => setTimeout(resolve));
  await expect(broken.callEngine()).rejects.toThrow(TypeError);
  await expect(broken.findNumbers(["55 1234 5678"], "MX", false)).rejects.toThrow(TypeError);
});
