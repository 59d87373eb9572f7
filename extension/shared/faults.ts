/** A fault in the agent's language, to stand beside its field. */
import type { Fault } from "../generated/types";
import { text, type TextKey } from "./i18n";

export function faultText({ rule, got }: Fault): string {
  const { code, ...parameters } = rule;
  const said = text(`rule_${code}` satisfies TextKey, ...Object.values(parameters).map(String));
  return got === null ? said : `${said} ${text("rule_got", got)}`;
}
