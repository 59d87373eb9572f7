/** What the agent said is no phone number, kept in the settings of its site. */
import type { Settings } from "../generated/types";
import { isLocked } from "../shared/locked";
import type { Judged } from "../shared/messages";
import { choiceFor, withChoice } from "../shared/site-choice";
import { changeSettings, underPolicy } from "./set-up";

/** Kept for one site; the oldest goes first. */
const KEPT = 500;

/** Remembers that a site's number (E.164) is none. */
export const dismiss = (origin: string, number: string): Promise<Judged> =>
  change(origin, (known) => (known.includes(number) ? known : [...known, number].slice(-KEPT)));

/** Takes that back. */
export const restore = (origin: string, number: string): Promise<Judged> =>
  change(origin, (known) => (known.includes(number) ? known.filter((other) => other !== number) : known));

async function change(origin: string, judge: (known: string[]) => string[]): Promise<Judged> {
  if (isLocked("pages.sites", (await underPolicy({})).given)) return "locked";
  let isNews = false;
  const edit = (now: Settings): Settings => {
    const { sites } = now.pages;
    const { not_numbers: known } = choiceFor(sites, origin);
    const judged = judge(known);
    isNews = judged !== known;
    return isNews
      ? { ...now, pages: { ...now.pages, sites: withChoice(sites, origin, { not_numbers: judged }) } }
      : now;
  };
  // What a page calls a number may be none by our rules.
  const faults = await changeSettings(edit, "pages.");
  return isNews && faults.length === 0 ? "kept" : "unchanged";
}
