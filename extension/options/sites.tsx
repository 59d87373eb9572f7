/** The sites where numbers are marked; the browser asks the agent for each one. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { api } from "../shared/browser";
import { text } from "../shared/i18n";
import { originOf, portless } from "../shared/sites";
import { Faults, Field } from "../shared/ui";
import { Managed } from "./managed";
import type { SectionProps } from "./options";
import { Section } from "./section";
import { SitePresets } from "./site-presets";

type Problem = "" | "rule_site" | "site_denied" | "rule_duplicate";

export function SitesSection({ settings: { sites }, faultsOf, change }: SectionProps): JSX.Element {
  const [typed, setTyped] = useState("");
  const [problem, setProblem] = useState<Problem>("");

  /** Asks at once: the browser takes a request for permission only from within the gesture. */
  async function add(): Promise<void> {
    const origin = originOf(typed.includes("://") ? typed.trim() : `https://${typed.trim()}`);
    if (origin === null) return setProblem("rule_site");
    const site = `${origin}/*`;
    if (sites.includes(site)) return setProblem("rule_duplicate");
    const granted = await api.permissions.request({ origins: [portless(site)] }).catch(() => false);
    setProblem(granted ? "" : "site_denied");
    if (!granted) return;
    setTyped("");
    change({ sites: [...sites, site] });
  }

  return (
    <Section title="options_sites" about="sites_about">
      <Managed path="sites">
        <ul class="sites">
          {sites.map((site, index) => (
            <li key={site}>
              <span>{originOf(site) ?? site}</span>
              <button
                type="button"
                class="quiet"
                aria-label={text("remove_named", site)}
                onClick={() => change({ sites: sites.filter((other) => other !== site) })}
              >
                {text("remove")}
              </button>
              <Faults faults={faultsOf(`sites.${index}`)} />
            </li>
          ))}
        </ul>
        <SitePresets fill={(address) => (setTyped(address), setProblem(""))} />
        <Field label={text("site_label")} faults={[]}>
          {(input) => (
            <div class="beside">
              <input
                {...input}
                aria-invalid={problem !== ""}
                name="site"
                type="url"
                placeholder="https://crm.example.com"
                value={typed}
                onInput={(event) => (setTyped(event.currentTarget.value), setProblem(""))}
                onKeyDown={(event) => event.key === "Enter" && (event.preventDefault(), void add())}
              />
              <button type="button" id="add-site" onClick={() => void add()}>
                {text("site_add")}
              </button>
            </div>
          )}
        </Field>
        {problem && (
          <div class="fault" role="alert">
            {text(problem)}
          </div>
        )}
      </Managed>
    </Section>
  );
}
