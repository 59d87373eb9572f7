/** A fault in the agent's language, to stand beside its field. */
import type { Fault, Rule } from "../generated/types";
import { countryName } from "./country-name";
import { text, type TextKey } from "./i18n";

export function faultText({ rule, got }: Fault): string {
  const said = text(`rule_${rule.code}` satisfies TextKey, ...parametersOf(rule));
  return got === null ? said : `${said} ${text("rule_got", got)}`;
}

function parametersOf(rule: Rule): string[] {
  if (rule.code === "country_allowed") return [rule.country ? countryName(rule.country) : text("no_country")];
  const { code: _, ...parameters } = rule;
  return Object.values(parameters).map(String);
}
