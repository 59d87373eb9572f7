/** The sites where numbers are marked, and how: the browser asks the agent for each one. */
import type { JSX } from "preact";
import { useContext } from "preact/hooks";
import type { Fault, PageSettings } from "../generated/types";
import { text } from "../shared/i18n";
import { isLocked } from "../shared/locked";
import { choiceFor, withChoice } from "../shared/site-choice";
import { Lock } from "../shared/ui";
import { AddSite } from "./add-site";
import { download } from "./download";
import { Locked } from "./managed";
import type { SectionProps } from "./options";
import { PageRules } from "./page-rules";
import { Section } from "./section";
import { SiteRow } from "./site-row";

const FILE_NAME = "click-to-call-policy.json";

export function SitesSection({ settings: { sites, pages }, faultsOf, change }: SectionProps): JSX.Element {
  const locked = useContext(Locked);
  const [sitesLocked, choicesLocked] = [isLocked("sites", locked), isLocked("pages.sites", locked)];
  const changePages = (changed: Partial<PageSettings>): void => change({ pages: { ...pages, ...changed } });
  const remove = (gone: string): void =>
    change({
      sites: sites.filter((site) => site !== gone),
      ...(!choicesLocked && { pages: { ...pages, sites: pages.sites.filter(({ site }) => site !== gone) } }),
    });

  return (
    <Section title="options_sites" about="sites_about">
      {sites.length === 0 && <p class="hint">{text("sites_none")}</p>}
      <ul class="sites">
        {sites.map((site, index) => (
          <SiteRow
            key={site}
            origin={site}
            choice={choiceFor(pages.sites, site)}
            faults={faultsOf(`sites.${index}`)}
            excludeFaults={excludeFaults(pages, site, faultsOf)}
            locked={choicesLocked}
            change={(changed) => changePages({ sites: withChoice(pages.sites, site, changed) })}
            remove={sitesLocked ? undefined : () => remove(site)}
          />
        ))}
      </ul>
      {(sitesLocked || choicesLocked) && <Lock />}
      {pages.sites.some(({ not_numbers }) => not_numbers.length > 0) && <ExportNotNumbers pages={pages} />}
      {!sitesLocked && <AddSite sites={sites} add={(site) => change({ sites: [...sites, site] })} />}
      <PageRules pages={pages} change={changePages} />
    </Section>
  );
}

function excludeFaults({ sites }: PageSettings, origin: string, faultsOf: SectionProps["faultsOf"]): Fault[] {
  const index = sites.indexOf(choiceFor(sites, origin));
  return sites[index]?.exclude.flatMap((_, place) => faultsOf(`pages.sites.${index}.exclude.${place}`)) ?? [];
}

/** In the policy's form, whole choices: the policy's list of sites stands for the agent's. */
function ExportNotNumbers({ pages: { sites } }: { pages: PageSettings }): JSX.Element {
  const judged = sites.filter(({ not_numbers }) => not_numbers.length > 0);
  const policy = { pages: { sites: judged } };
  return (
    <div class="copy">
      <button
        type="button"
        id="export-not-numbers"
        onClick={() => download(FILE_NAME, `${JSON.stringify(policy, null, 2)}\n`)}
      >
        {text("not_numbers_export")}
      </button>
      <p class="hint">{text("not_numbers_export_hint")}</p>
    </div>
  );
}
