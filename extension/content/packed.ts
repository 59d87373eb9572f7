/** A number in little memory: a page may show thousands, and most are all in the form that people read. */
import type { FoundNumber } from "../generated/types";

type Read = Pick<FoundNumber, "e164" | "ext" | "international">;

/** The international form where all else follows from it. */
export type Packed = string | Read;

const digitsOf = (international: string): string => international.replace(/[^+\d]/g, "");

export const pack = (number: FoundNumber): Packed =>
  number.ext === null && digitsOf(number.international) === number.e164 ? number.international : number;

export const unpack = (packed: Packed): Read =>
  typeof packed === "string" ? { e164: digitsOf(packed), ext: null, international: packed } : packed;
