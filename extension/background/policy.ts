/** The administrator's policy: settings that the organisation gives, read anew for every use and never kept. */
import { api } from "../shared/browser";

/**
 * The policy as the browser has it; empty where there is none. Chromium hands it over up to some seconds after a
 * forced installation, and Firefox rejects where there is none.
 */
export function readPolicy(): Promise<object> {
  return api.storage.managed.get().catch(() => ({}));
}

/** Tells of a policy that came or changed while the background runs. */
export function onPolicyChanged(listener: () => void): void {
  api.storage.onChanged.addListener((_, area) => void (area === "managed" && listener()));
}

/** Whether it was the organisation that installed this extension: then nobody waits for it to show itself. */
export async function installedByPolicy(): Promise<boolean> {
  return (await api.management.getSelf()).installType === "admin";
}
