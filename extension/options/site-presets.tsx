/** The addresses of the CRMs that people use, so that nobody has to know them. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { text } from "../shared/i18n";
import { Field } from "../shared/ui";

/**
 * A CRM's host as its vendor gives it out. `*` stands for what the customer's organisation is called there; a CRM without
 * a host runs at the organisation's own address.
 */
export const PRESETS: Record<string, string> = {
  Bitrix24: "*.bitrix24.com",
  "Bitrix24 (.es)": "*.bitrix24.es",
  "Bitrix24 (.com.br)": "*.bitrix24.com.br",
  "Dynamics 365": "*.dynamics.com",
  EspoCRM: "",
  Freshdesk: "*.freshdesk.com",
  HubSpot: "app.hubspot.com",
  "HubSpot (EU)": "app-eu1.hubspot.com",
  Odoo: "",
  "Odoo Online": "*.odoo.com",
  Pipedrive: "*.pipedrive.com",
  Salesforce: "*.lightning.force.com",
  SuiteCRM: "",
  Zendesk: "*.zendesk.com",
  "Zoho CRM": "crm.zoho.com",
  "Zoho CRM (EU)": "crm.zoho.eu",
};

/** Names at some vendors come with the data centre: `acme.crm4` at Dynamics. */
const EXAMPLES: Record<string, string> = { "*.dynamics.com": "acme.crm4" };

/** Chooses a CRM and, where the vendor has an address for each customer, the customer's name; `fill` takes the address. */
export function SitePresets({ fill }: { fill: (address: string) => void }): JSX.Element {
  const [host, setHost] = useState<string>();
  const [tenant, setTenant] = useState("");
  const asksTenant = host?.includes("*") ?? false;

  function choose(name: string): void {
    const chosen = PRESETS[name];
    setHost(chosen);
    setTenant("");
    fill(chosen && !chosen.includes("*") ? `https://${chosen}` : "");
  }

  function name(typed: string): void {
    setTenant(typed);
    fill(typed.trim() === "" ? "" : `https://${host!.replace("*", typed.trim())}`);
  }

  return (
    <div class="columns pairs">
      <Field label={text("preset_label")} faults={[]} hint={text(host === "" ? "preset_own" : "preset_hint")}>
        {(input) => (
          <select {...input} name="preset" onChange={(event) => choose(event.currentTarget.value)}>
            <option value="">{text("preset_choose")}</option>
            {Object.keys(PRESETS).map((crm) => (
              <option key={crm}>{crm}</option>
            ))}
          </select>
        )}
      </Field>
      {asksTenant && (
        <Field label={text("preset_tenant")} hint={`https://${host!.replace("*", tenant.trim() || "…")}`} faults={[]}>
          {(input) => (
            <input
              {...input}
              name="tenant"
              placeholder={EXAMPLES[host!] ?? "acme"}
              autocomplete="off"
              spellcheck={false}
              value={tenant}
              onInput={(event) => name(event.currentTarget.value)}
            />
          )}
        </Field>
      )}
    </div>
  );
}
