/** What the background answers: every message's handler, and who may send it. */
import { siteInFront } from "../shared/site-in-front";
import type { Judged, MessageType, Reply, Request } from "../shared/messages";
import { refreshBadge } from "./badge";
import * as desk from "./call-desk";
import * as campaigns from "./campaigns";
import { diagnose, openPage } from "./diagnosis";
import { callEngine, findNumbers, planNumber } from "./engine";
import { hangUp } from "./hang-up";
import { numberTextOf } from "./hrefs";
import { dismiss, restore } from "./not-numbers";
import { numbersOnPage } from "./on-page";
import { callsShown, popupContents } from "./popup";
import { equip } from "./preflight";
import { deleteAll, stored } from "./privacy";
import { repair } from "./repair";
import type { Sender } from "./senders";
import { signIn, signOut } from "./session";
import { faultsOf, type Held, originOf, readSettings, saveSets, saveSetUp, setUpOf } from "./set-up";
import { forbidRepeats } from "./single-post";
import { showSite, wantSite } from "./site-in-front";
import { bringLayer, isEnabled, readingOf, syncSites, tellTabs } from "./sites";

interface Handler<T extends MessageType> {
  /** The kinds of sender that are served. */
  from: Sender["kind"][];
  /** `held` gives the set-up as it is for this message. */
  handle(request: Request<T>, sender: Sender, held: () => Promise<Held>): Promise<Reply<T>>;
}

export const handlers: { [T in MessageType]: Handler<T> } = {
  "site.hello": {
    // A stranger here is our content script on a port or site that is not enabled: it learns just that.
    from: ["site", "stranger"],
    handle: async ({ ancestors }, sender, held) => {
      if (sender.kind !== "site") return null;
      const { settings } = (await held()).overlay;
      return ancestors.every((one) => isEnabled(settings, one)) ? readingOf(settings, sender.origin) : null;
    },
  },
  "numbers.find": {
    from: ["site"],
    handle: async ({ texts, wording }, _, held) => {
      const { default_region: region, pages } = (await held()).overlay.settings;
      const said = wording === "address" ? texts.map((href) => numberTextOf(href, pages.links) ?? "") : texts;
      return findNumbers(said, region, wording !== "text");
    },
  },
  "number.dismiss": { from: ["site", "page"], handle: (request, sender) => judge(request, sender, dismiss) },
  "number.restore": { from: ["site", "page"], handle: (request, sender) => judge(request, sender, restore) },
  "page.layer": {
    from: ["site"],
    handle: async (_, sender) => {
      if (sender.kind === "site" && sender.tabId !== undefined) await bringLayer(sender.tabId, sender.frameId);
      return null;
    },
  },
  "page.numbers": { from: ["page"], handle: () => numbersOnPage() },
  "site.in_front": {
    from: ["page"],
    handle: (_, __, held) => held().then(({ overlay }) => siteInFront(overlay)),
  },
  "site.want": { from: ["page"], handle: ({ origin }) => wantSite(origin).then(() => null) },
  "site.show": { from: ["page"], handle: ({ origin, show }) => showSite(origin, show).then(() => null) },
  "call.open": {
    from: ["site", "page"],
    handle: ({ number, shown, campaign, callerId, again, confirmed }, sender, held) => {
      const order = {
        number,
        shown,
        ...(again !== undefined && { again }),
        ...(confirmed === true && { confirmed }),
        source: sender.kind === "site" ? sender.origin : "popup",
        // A page's number goes out with the agent's own choice of campaign, never the page's.
        ...(sender.kind === "page" && campaign !== undefined && { campaign }),
        ...(sender.kind === "page" && callerId !== undefined && { callerId }),
      };
      return desk.open(order, held);
    },
  },
  "call.outcome": { from: ["site", "page"], handle: ({ id }) => desk.outcome(id) },
  "call.cancel": { from: ["site", "page"], handle: ({ id }) => desk.cancel(id) },
  "call.hang_up": { from: ["page"], handle: () => hangUp() },
  "number.plan": {
    from: ["page"],
    handle: async ({ text, settings }) => planNumber(text, settings ?? (await readSettings())),
  },
  "popup.read": { from: ["page"], handle: (_, __, held) => popupContents(held) },
  "calls.recent": { from: ["page"], handle: () => callsShown() },
  "campaigns.join": { from: ["page"], handle: ({ members }) => campaigns.join(members) },
  "campaigns.joinEach": { from: ["page"], handle: ({ batch, members }) => campaigns.joinEach(batch, members) },
  "campaigns.last": { from: ["page"], handle: () => campaigns.lastJoining() },
  "campaigns.added": { from: ["page"], handle: () => campaigns.added() },
  "campaigns.read": { from: ["page"], handle: async ({ text }) => (await callEngine()).readCampaigns(text) },
  "campaigns.write": {
    from: ["page"],
    handle: async ({ campaigns: table }) => (await callEngine()).writeCampaigns(table),
  },
  "roster.read": { from: ["page"], handle: async ({ text }) => (await callEngine()).readRoster(text) },
  "roster.faults": { from: ["page"], handle: async ({ members }) => (await callEngine()).memberFaults(members) },
  "sets.save": { from: ["page"], handle: ({ sets }) => saveSets(sets).finally(refreshBadge) },
  "diagnostics.read": { from: ["page"], handle: () => diagnose() },
  "page.open": {
    from: ["site", "page"],
    handle: async ({ page }) => {
      await openPage(page === "diagnostics" ? page : "options");
      return null;
    },
  },
  "journal.repair": { from: ["page"], handle: () => repair() },
  "setup.read": { from: ["page"], handle: (_, __, held) => held().then(setUpOf) },
  "setup.origin": {
    from: ["page"],
    handle: ({ instance }) => originOf(instance),
  },
  "setup.check": {
    from: ["page"],
    handle: async () => {
      const equipped = await equip();
      return "reason" in equipped ? equipped.reason : null;
    },
  },
  "setup.save": {
    from: ["page"],
    handle: async (request) => {
      const faults = await saveSetUp(request);
      if (faults.length === 0) await Promise.all([syncSites(), forbidRepeats(), refreshBadge()]);
      return faults;
    },
  },
  "setup.faults": { from: ["page"], handle: ({ settings }) => faultsOf(settings) },
  "setup.export": { from: ["page"], handle: async () => (await callEngine()).settingsToFile(await readSettings()) },
  "setup.import": {
    from: ["page"],
    handle: async ({ settings, text }) => (await callEngine()).settingsWithFile(settings, text),
  },
  "privacy.stored": { from: ["page"], handle: () => stored() },
  "privacy.delete_all": {
    from: ["page"],
    handle: async () => {
      await deleteAll().finally(refreshBadge);
      return null;
    },
  },
  "session.sign_in": {
    from: ["page"],
    handle: async (request) => {
      const reply = await signIn(request);
      await Promise.all([forbidRepeats(), refreshBadge()]);
      return reply;
    },
  },
  "session.sign_out": { from: ["page"], handle: ({ atUcontact }) => signOut(atUcontact).finally(refreshBadge) },
};

/** A site judges its own numbers, no other site's; our own pages say whose they mean. */
async function judge(
  { number, origin: meant }: Request<"number.dismiss">,
  sender: Sender,
  verdict: typeof dismiss,
): Promise<Judged> {
  const origin = sender.kind === "site" ? sender.origin : meant;
  const judged = origin === undefined ? "unchanged" : await verdict(origin, number);
  if (judged === "kept") await tellTabs();
  return judged;
}
