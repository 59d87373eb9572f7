/** The background's entry: listeners, all registered before anything is awaited, so that no event wakes it in vain. */
import { api } from "../shared/browser";
import { answer } from "./answer";
import { followCalls, refreshBadge } from "./badge";
import { loadDevSettings } from "./dev-settings";
import { closeInterrupted } from "./journal";
import { installedByPolicy, onPolicyChanged } from "./policy";
import { readSetUp } from "./set-up";
import { listenToBrowser } from "./shortcuts";
import { forbidRepeats } from "./single-post";
import { enableWanted } from "./site-in-front";
import { syncSites } from "./sites";

declare const DEV_BUILD: boolean;

const ready = wake();

api.runtime.onMessage.addListener((message, sender, respond) => {
  void ready.then(() => answer(message, sender)).then(respond);
  return true;
});

api.runtime.onInstalled.addListener(({ reason }) => {
  // Who is new is led first: what comes later may change what is known of the set-up.
  void ready.then(() => (reason === "install" ? welcome() : undefined)).finally(syncSites);
});

listenToBrowser(ready);
followCalls();

api.runtime.onStartup.addListener(() => void ready.then(syncSites));
api.permissions.onAdded.addListener(() => void ready.then(enableWanted).then(syncSites));
api.permissions.onRemoved.addListener(() => void ready.then(syncSites));
onPolicyChanged(() => void ready.then(syncSites).then(() => Promise.all([forbidRepeats(), refreshBadge()])));

/** What every life of the background begins with; no failure here may keep it from answering. */
async function wake(): Promise<void> {
  const report = (error: unknown): void => console.error(error);
  if (DEV_BUILD && (await loadDevSettings().catch(report))) await syncSites().catch(report);
  // Both before any call, and the badge behind them: a gesture may have woken this background.
  await Promise.all([closeInterrupted().catch(report), forbidRepeats().catch(report)]);
  void refreshBadge();
}

/** A first run leads to the set-up, never to a dead button; where the organisation rolls out, nothing opens by itself. */
async function welcome(): Promise<void> {
  const { readiness } = await readSetUp();
  if (readiness === "not_set_up" && !(await installedByPolicy())) await api.runtime.openOptionsPage();
}
