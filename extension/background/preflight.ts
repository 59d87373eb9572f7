/** What a request needs, gathered before anything is sent, and the reasons that provably keep it here. */
import type { Fault, NotSentReason, Settings } from "../generated/types";
import { api } from "../shared/browser";
import { portless } from "../shared/sites";
import { DatabaseError } from "../shared/database";
import { callEngine } from "./engine";
import { faultsIn, readHeld } from "./set-up";

/** All that a request is made of, read once. */
export interface Equipment {
  engine: Awaited<ReturnType<typeof callEngine>>;
  settings: Settings;
  token: string;
}

export type Equipped = { equipment: Equipment } | { reason: NotSentReason };

/** Gathers what a request needs, or tells why it can't be sent; `read` gives the set-up. */
export async function equip(read = readHeld): Promise<Equipped> {
  try {
    const [engine, { overlay, origin, kept }] = await Promise.all([callEngine(), read()]);
    if (faultsIn(overlay).length > 0 || origin === undefined) return { reason: { code: "not_set_up" } };
    if (kept === undefined) return { reason: { code: "signed_out" } };
    const reason = await unreachable(origin);
    return reason ? { reason } : { equipment: { engine, settings: overlay.settings, token: kept.token } };
  } catch (error) {
    return { reason: { code: error instanceof DatabaseError ? "journal_failed" : "engine_failed" } };
  }
}

/** The origins that the browser lets this background reach; it tells when it takes one back. */
const permitted = new Set<string>();
api.permissions.onRemoved.addListener(() => permitted.clear());

async function isPermitted(origin: string): Promise<boolean> {
  if (!permitted.has(origin) && (await api.permissions.contains({ origins: [portless(origin)] })))
    permitted.add(origin);
  return permitted.has(origin);
}

/** Why no request can reach an origin of uContact, as far as the browser knows. */
export async function unreachable(origin: string): Promise<NotSentReason | undefined> {
  if (!(await isPermitted(origin))) return { code: "permission_missing", origin };
  // A machine whose only network is its loopback counts as offline and still reaches the sandbox, which alone has a port.
  return new URL(origin).port === "" && !navigator.onLine ? { code: "offline" } : undefined;
}

/** A reason out of faults, or none. */
export const invalid = (faults: Fault[]): NotSentReason | undefined =>
  faults.length > 0 ? { code: "invalid", faults } : undefined;
