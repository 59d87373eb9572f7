/** A number as people read it. */
import type { FoundNumber } from "../generated/types";
import { text } from "./i18n";

export function nameOf({ international, ext }: Pick<FoundNumber, "international" | "ext">): string {
  return ext === null ? international : `${international} ${text("extension_short", ext)}`;
}
