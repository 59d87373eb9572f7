/** A site to be added: from the list of CRMs, or by its address. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { api } from "../shared/browser";
import { text } from "../shared/i18n";
import { originOf, portless } from "../shared/sites";
import { Field } from "../shared/ui";
import { SitePresets } from "./site-presets";

type Problem = "" | "rule_site" | "site_denied" | "rule_duplicate";

interface Props {
  sites: string[];
  add: (site: string) => void;
}

export function AddSite({ sites, add }: Props): JSX.Element {
  const [typed, setTyped] = useState("");
  const [problem, setProblem] = useState<Problem>("");

  /** Asks at once: the browser takes a request for permission only from within the gesture. */
  async function addTyped(): Promise<void> {
    const site = originOf(typed.includes("://") ? typed.trim() : `https://${typed.trim()}`);
    if (site === null) return setProblem("rule_site");
    if (sites.includes(site)) return setProblem("rule_duplicate");
    const granted = await api.permissions.request({ origins: [portless(site)] }).catch(() => false);
    setProblem(granted ? "" : "site_denied");
    if (!granted) return;
    setTyped("");
    add(site);
  }

  return (
    <>
      <SitePresets fill={(address) => (setTyped(address), setProblem(""))} />
      <Field label={text("site_label")} faults={[]} {...(problem && { problem: text(problem) })}>
        {(input) => (
          <div class="beside">
            <input
              {...input}
              name="site"
              type="url"
              placeholder="https://crm.example.com"
              value={typed}
              onInput={(event) => (setTyped(event.currentTarget.value), setProblem(""))}
              onKeyDown={(event) => event.key === "Enter" && (event.preventDefault(), void addTyped())}
            />
            <button type="button" id="add-site" onClick={() => void addTyped()}>
              {text("site_add")}
            </button>
          </div>
        )}
      </Field>
    </>
  );
}
