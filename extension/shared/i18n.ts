/** Texts in the browser's language, from `_locales/`; a test holds every language complete. */
import type messages from "../_locales/en/messages.json";
import { api } from "./browser";

export type TextKey = keyof typeof messages;

/** The text of a key, with `$1`, `$2` … filled in. */
export function text(key: TextKey, ...substitutions: string[]): string {
  return api.i18n.getMessage(key, substitutions);
}
