// Writes an international number in groups, for the eye only: nothing is validated and no digit changes.
const CODES = /^\+(1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})(\d+)$/;
const GROUPS = { 7: [3, 4], 8: [4, 4], 9: [3, 3, 3], 10: [2, 4, 4], 11: [2, 5, 4] };
const BY_CODE = { 1: { 10: [3, 3, 4] }, 54: { 11: [1, 2, 4, 4] }, 57: { 10: [3, 3, 4] } };

function grouped(digits, sizes) {
  let from = 0;
  return sizes.map((size) => digits.slice(from, (from += size))).join(" ");
}

/** `+525556581111` as `+52 55 5658 1111`; digits without a `+` count as international where they are long enough. */
export function readable(number) {
  const parts = CODES.exec(/^\d{11,15}$/.test(number) ? `+${number}` : number);
  if (!parts) return number;
  const [, code, rest] = parts;
  const sizes = BY_CODE[code]?.[rest.length] ?? GROUPS[rest.length];
  return sizes ? `+${code} ${grouped(rest, sizes)}` : `+${code} ${rest}`;
}
