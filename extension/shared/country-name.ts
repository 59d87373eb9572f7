import { text } from "./i18n";

/** A country's name in the agent's language, by its ISO 3166 code. */
export function countryName(code: string): string {
  const names = new Intl.DisplayNames(text("language"), { type: "region" });
  return names.of(code) ?? code;
}
