/** What differs between two sets of settings, in words. */
import type { Settings } from "../generated/types";
import { text, type TextKey } from "../shared/i18n";

export interface Change {
  path: string;
  before: string;
  after: string;
}

/** The paths among these whose values differ. */
export function changesOf(before: Settings, after: Settings, paths: string[]): Change[] {
  return paths
    .map((path) => ({ path, before: shown(at(before, path)), after: shown(at(after, path)) }))
    .filter(({ before, after }) => before !== after);
}

const NAMES: Record<string, TextKey> = {
  instance: "instance_label",
  agent: "agent_label",
  extension: "extension_label",
  context: "context_label",
  campaigns: "options_campaigns",
  campaign_sets: "sets_title",
  default_region: "region_label",
  sites: "options_sites",
  cancel_seconds: "cancel_label",
  "dial_plan.format": "dial_format_label",
  "dial_plan.prefix": "dial_prefix_label",
  "dial_plan.countries": "countries_label",
  "dial_plan.never": "never_label",
  "dial_plan.premium_rate": "premium_rate_label",
  "dial_plan.confirm": "confirm_label",
  "pages.links": "links_label",
  "pages.in_code": "in_code_label",
  "pages.sites": "options_sites",
};

/** What the form calls a setting, with the place in its list where there is one; a setting without a label keeps its name. */
export function nameOf(path: string): string {
  const known = Object.keys(NAMES).find((setting) => path === setting || path.startsWith(`${setting}.`));
  if (known === undefined) return path;
  const [place, ...within] = path.slice(known.length + 1).split(".");
  const row = place ? ` ${Number(place) + 1}` : "";
  return [`${text(NAMES[known]!)}${row}`, ...within].join(" · ");
}

const at = (settings: Settings, path: string): unknown =>
  path.split(".").reduce<unknown>((value, name) => (value as Record<string, unknown>)[name], settings);

function shown(value: unknown): string {
  if (typeof value === "boolean") return text(value ? "value_yes" : "value_no");
  const words = Array.isArray(value) ? value.map(shown).join(", ") : inOne(value);
  return words === "" ? text("value_none") : words;
}

const inOne = (value: unknown): string =>
  typeof value === "object" && value !== null ? Object.values(value).map(shown).join(" · ") : String(value);
