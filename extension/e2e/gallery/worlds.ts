/** What browsers are set up with before views are opened in them. */
import type { DevSettings } from "../browsers";

/** What an administrator gives, for the views of locked settings. */
const POLICY = {
  instance: "acme",
  agent: "luis.gomez",
  campaign_sets: [{ name: "Morning shift", campaigns: ["Cobranza->"], penalty: 0, paused: false }],
  campaigns: [{ name: "Cobranza->", caller_id: "525550009000" }],
  dial_plan: { prefix: "9", countries: ["MX", "US"], never: ["+1900*"], premium_rate: false },
  sites: ["https://crm.example.com/*"],
};

export const LONG_CAMPAIGNS = [
  {
    name: "Recuperación de cartera vencida, segundo turno, zona metropolitana del Valle de México->",
    caller_id: "525550001000",
  },
  { name: "المبيعات الصادرة – الرياض->", caller_id: "966112345678" },
  { name: "מכירות תל אביב->", caller_id: "97231234567" },
  { name: "NormalesÜberwachungsundKundenrückgewinnungsprogramm->", caller_id: "49301234567" },
  { name: "Sales->", caller_id: "525550002000" },
];

/** Null is a fresh profile; the rest is changed from what suits the sandbox. */
export const WORLDS = {
  new: null,
  signed_out: { token: "" },
  ready: { campaign_sets: [{ name: "Morning shift", campaigns: ["Ventas->", "Soporte->"], penalty: 2, paused: true }] },
  asking: {
    campaigns: [{ name: "Ventas->", caller_id: "525550001000", more_caller_ids: ["525550009000"] }],
    dial_plan: { confirm: "always", never: ["+1900*"] },
  },
  patient: { cancel_seconds: 5 },
  crowded: {
    agent: "maria-fernanda.de-la-concepcion@contactcenter-latam.example",
    campaigns: LONG_CAMPAIGNS,
    sites: [
      "https://the-longest-name-of-a-customer-that-anybody-has-yet-seen.lightning.force.com/*",
      "https://crm.example.com/*",
      "https://odoo.example.mx:8069/*",
    ],
    pages: {
      sites: [
        {
          site: "https://crm.example.com/*",
          show: "button",
          exclude: [".history", "#notes td:not(.phone)"],
          not_numbers: ["+525512345678", "+525587654321", "+12125550187"],
        },
      ],
    },
  },
  managed: {},
  misruled: {},
  /** Another that is as `ready` is: what is said of its pages' numbers stays said. */
  judging: {},
} satisfies Record<string, Partial<DevSettings> | null>;

export type World = keyof typeof WORLDS;

/** The worlds that an administrator rules, and one where the rules have errors. */
export const POLICIES: Partial<Record<World, object>> = {
  managed: POLICY,
  misruled: { agent: "luis.gomez", extension: "12a", colour: "green", dial_plan: { never: ["1900"] } },
};
