/** What is kept of the agent in this browser, and the end of all of it. */
import { api } from "../shared/browser";
import type { Stored } from "../shared/set-up";
import { withDatabase } from "../shared/database";
import { forgetSettings } from "./set-up";
import { forbidRepeats } from "./single-post";
import { syncSites } from "./sites";
import { readKept, staysSignedIn, wipeToken } from "./token";
import { forgetWires } from "./wire";

export async function stored(): Promise<Stored> {
  const calls = await withDatabase((db) => db.count("journal"));
  const sites = await grantedOrigins();
  return { calls, sites: sites.length, token: await whereTokenIs() };
}

async function whereTokenIs(): Promise<Stored["token"]> {
  if (await staysSignedIn()) return "computer";
  return (await readKept()) ? "memory" : "none";
}

/** The token goes first: whatever fails after that, nobody can be called with it. */
export async function deleteAll(): Promise<void> {
  await wipeToken();
  await withDatabase((db) => Promise.all([...db.objectStoreNames].map((store) => db.clear(store))));
  forgetSettings();
  forgetWires();
  await api.storage.session.clear();
  await api.permissions.remove({ origins: await grantedOrigins() });
  await Promise.all([syncSites(), forbidRepeats()]);
}

/** Those that the agent granted, beside what the manifest asks for. */
async function grantedOrigins(): Promise<string[]> {
  const { origins = [] } = await api.permissions.getAll();
  const required: string[] = api.runtime.getManifest().host_permissions ?? [];
  return origins.filter((origin) => !required.includes(origin));
}
