/**
 * The toolbar button: whether a call could leave, is under way, or ended unknown, at a glance and in words.
 * All of it is read anew each time, so that a background that wakes shows what is true.
 */
import { api } from "../shared/browser";
import { text, type TextKey } from "../shared/i18n";
import { leaveSetUp } from "../shared/left-set-up";
import * as desk from "./call-desk";
import { recentCalls } from "../shared/recent-calls";
import type { SetUp } from "../shared/set-up";
import { readSetUp } from "./set-up";

type State = "not_set_up" | "signed_out" | "calling" | "unknown" | "ready";

interface Look {
  badge: string;
  colour: string;
  icon: "" | "off-";
  said: TextKey;
}

/** White on each colour has a contrast of at least 4.5. */
const LOOKS: Record<State, Look> = {
  not_set_up: { badge: "!", colour: "#935a00", icon: "off-", said: "state_not_set_up" },
  signed_out: { badge: "–", colour: "#56646a", icon: "off-", said: "state_signed_out" },
  calling: { badge: "…", colour: "#007a5c", icon: "", said: "state_calling" },
  unknown: { badge: "?", colour: "#935a00", icon: "", said: "state_unknown" },
  ready: { badge: "", colour: "#007a5c", icon: "", said: "state_ready" },
};

/** For how long an unknown outcome that nobody looked at is worth a sign: longer than nearly every call. */
const NEWS_MS = 2 * 60 * 60 * 1000;

let drawing: Promise<void> = Promise.resolve();
const report = (error: unknown): void => console.error(error);

/** Shows the state as it is now. A button that can't be drawn keeps nothing from working. */
export function refreshBadge(): Promise<void> {
  // One after the other: an older state must not be drawn over a newer one.
  drawing = drawing.then(refresh).catch(report);
  return drawing;
}

async function refresh(): Promise<void> {
  if (desk.isBusy()) return draw(LOOKS.calling);
  const setUp = await readSetUp();
  void leaveSetUp(setUp).catch(report);
  await draw(LOOKS[await stateAtRest(setUp)]);
}

/** From now on the button shows when a call is under way, and how it ended. */
export const followCalls = (): void => desk.onTurn(() => void refreshBadge());

/** The agent has looked at the calls: an unknown outcome among them is no news any more. */
export async function callsSeen(newest: string | undefined): Promise<void> {
  if (newest !== undefined) await api.storage.session.set({ seenCall: newest }).catch(report);
  await refreshBadge();
}

async function stateAtRest({ readiness }: SetUp): Promise<State> {
  if (readiness !== "ready") return readiness;
  return (await hasUnseenUnknown()) ? "unknown" : "ready";
}

async function hasUnseenUnknown(): Promise<boolean> {
  const [newest] = await recentCalls(1);
  if (newest?.outcome?.state !== "unknown" || Date.now() - newest.openedAt > NEWS_MS) return false;
  return (await api.storage.session.get("seenCall"))["seenCall"] !== newest.id;
}

/** As this background drew it last; an earlier one may have drawn anything. */
let drawn: Partial<Look> = {};

/** Draws what has changed: the button is drawn while a request leaves, and an icon costs more than that takes. */
async function draw(look: Look): Promise<void> {
  const { action } = api;
  const { badge, colour, icon, said } = look;
  const before = drawn;
  drawn = {};
  await Promise.all([
    badge !== before.badge && action.setBadgeText({ text: badge }),
    colour !== before.colour && action.setBadgeBackgroundColor({ color: colour }),
    before.badge === undefined && action.setBadgeTextColor({ color: "#ffffff" }),
    // From the root: a worker's own folder is background/.
    icon !== before.icon && action.setIcon({ path: { 16: `/icons/${icon}16.png`, 32: `/icons/${icon}32.png` } }),
    said !== before.said && action.setTitle({ title: `${text("product_name")}: ${text(said)}` }),
  ]);
  drawn = look;
}
