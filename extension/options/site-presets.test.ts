import "../testing/chrome";
import { expect, test } from "vitest";
import { SETTINGS } from "../testing/background";
import { settingsFaults } from "../testing/engine";
import { originOf } from "../shared/sites";
import { PRESETS } from "./site-presets";

test("the CRMs that people use are there", () => {
  const names = Object.keys(PRESETS).join("\n");
  for (const crm of "Salesforce HubSpot Zoho Dynamics Odoo Pipedrive Zendesk Freshdesk Bitrix24 SuiteCRM EspoCRM".split(
    " ",
  ))
    expect(names).toContain(crm);
});

test.each(Object.entries(PRESETS).filter(([, host]) => host !== ""))("%s has an address that is a site", (_, host) => {
  const address = `https://${host.replace("*", "acme")}`;
  expect(originOf(address)).toBe(address);
  expect(settingsFaults({ ...SETTINGS, sites: [`${address}/*`] }, null)).toEqual([]);
});
