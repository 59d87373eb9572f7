/** A table of contacts and a thousand random changes to it, the same ones for the same seed. */

/** Mulberry32: the same numbers in every browser. */
export function randomOf(seed) {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const NAMES = ["Ana", "Bruno", "Carla", "Diego", "Elena", "Fausto"];
/** How a number stands in its cell: in one text, over several elements, or as a link. */
export const SHAPES = ["plain", "split", "link"];
const FEWEST = 5;
const MOST = 25;

/** A number as its country's code, its area's, and the rest. */
const phone = (random) => ["+52", "55", `${1000 + random(9000)} ${1000 + random(9000)}`];

let made = 0;

function row(random) {
  made += 1;
  return { id: made, name: NAMES[random(NAMES.length)], phone: phone(random), shape: SHAPES[random(3)], note: null };
}

export const rowsOf = (random) => Array.from({ length: 12 }, () => row(random));

const EDITS = [
  (rows, at, random) => rows.with(at, { ...rows[at], phone: phone(random) }),
  (rows, at, random) => rows.with(at, { ...rows[at], name: NAMES[random(NAMES.length)] }),
  (rows, at, random) => rows.with(at, { ...rows[at], shape: SHAPES[random(3)] }),
  (rows, at, random) => rows.with(at, { ...rows[at], note: rows[at].note ? null : phone(random).join(" ") }),
  (rows, at, random) => rows.toSpliced(at, 1).toSpliced(random(rows.length), 0, rows[at]),
  (rows, at, random) => (rows.length < MOST ? rows.toSpliced(at, 0, row(random)) : rows),
  (rows, at) => (rows.length > FEWEST ? rows.toSpliced(at, 1) : rows),
  (rows) => rows.toReversed(),
];

/** The rows after one more change. */
export const edited = (rows, random) => EDITS[random(EDITS.length)](rows, random(rows.length), random);

/** The numbers that the rows show. */
export const numbersIn = (rows) => rows.flatMap(({ phone, note }) => [phone.join(" "), ...(note ? [note] : [])]);
