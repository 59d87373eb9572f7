import { expect, test } from "vitest";
import { pack, unpack } from "./packed";

const number = (e164: string, international: string, ext: string | null = null) => ({
  start: 3,
  end: 20,
  e164,
  ext,
  international,
});

test("a number is kept as people read it", () => {
  const packed = pack(number("+525512345678", "+52 55 1234 5678"));
  expect(packed).toBe("+52 55 1234 5678");
  expect(unpack(packed)).toEqual({ e164: "+525512345678", ext: null, international: "+52 55 1234 5678" });
});

test("an extension, or digits that people read otherwise, are lost with neither", () => {
  for (const found of [
    number("+525512345678", "+52 55 1234 5678", "12"),
    number("+525512345678", "+52 1 55 1234 5678"),
    number("+18003569377", "+1 800-FLOWERS"),
  ])
    expect(unpack(pack(found))).toEqual(found);
});
