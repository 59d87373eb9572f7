/** What the agent said is no phone number, kept in the settings of its site. */
import type { SiteChoice } from "../generated/types";
import { originOf } from "../shared/sites";
import { changeSettings, readSettings } from "./set-up";

/** Kept for one site; the oldest goes first. */
const KEPT = 500;

/** Remembers that a site's number (E.164) is none; true where that is news. */
export const dismiss = (origin: string, number: string): Promise<boolean> =>
  change(origin, (known) => (known.includes(number) ? known : [...known, number].slice(-KEPT)));

/** Takes that back. */
export const restore = (origin: string, number: string): Promise<boolean> =>
  change(origin, (known) => (known.includes(number) ? known.filter((other) => other !== number) : known));

let changing: Promise<boolean> = Promise.resolve(false);

/** One after the other: two at once would lose one. */
function change(origin: string, judge: (known: string[]) => string[]): Promise<boolean> {
  changing = changing.catch(() => false).then(() => write(origin, judge));
  return changing;
}

async function write(origin: string, judge: (known: string[]) => string[]): Promise<boolean> {
  const settings = await readSettings();
  const { sites } = settings.pages;
  const fresh: SiteChoice = { site: origin, show: "underline", exclude: [], not_numbers: [] };
  const choice = sites.find(({ site }) => originOf(site) === origin) ?? fresh;
  const judged = { ...choice, not_numbers: judge(choice.not_numbers) };
  if (judged.not_numbers === choice.not_numbers) return false;
  const others = sites.filter((other) => other !== choice);
  return changeSettings({ ...settings, pages: { ...settings.pages, sites: [...others, judged] } });
}
