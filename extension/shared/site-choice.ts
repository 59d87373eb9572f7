/** What was chosen for single sites, found by their origins. */
import type { Show, SiteChoice } from "../generated/types";
import type { TextKey } from "./i18n";

/** The ways to show a site's numbers, in words. */
export const SHOWN: Record<Show, TextKey> = { underline: "show_underline", button: "show_button", off: "show_off" };

/** The choice for a site, or what holds where none was made. */
export function choiceFor(choices: SiteChoice[], origin: string): SiteChoice {
  const made = choices.find(({ site }) => site === origin);
  return made ?? { site: origin, show: "underline", exclude: [], not_numbers: [] };
}

/** The choices with one of them changed, in its place; one that chooses nothing any more is none. */
export function withChoice(choices: SiteChoice[], origin: string, changed: Partial<SiteChoice>): SiteChoice[] {
  const choice = choiceFor(choices, origin);
  const after = { ...choice, ...changed };
  const changedChoices = choices.includes(choice)
    ? choices.map((other) => (other === choice ? after : other))
    : [...choices, after];
  return changedChoices.filter((other) => other !== after || choosesSomething(after));
}

const choosesSomething = ({ show, exclude, not_numbers }: SiteChoice): boolean =>
  show !== "underline" || exclude.length > 0 || not_numbers.length > 0;
