/** What the popup shows, gathered for one question: it is drawn at once and as a whole. */
import type { Attempt } from "../shared/attempts";
import type { PopupContents } from "../shared/messages";
import { callsSeen } from "./badge";
import * as journal from "./journal";
import { type Held, setUpOf } from "./set-up";
import { takeQuestion } from "./shortcuts";
import { siteInFront } from "./site-in-front";

const RECENT = 20;

export async function popupContents(held: () => Promise<Held>): Promise<PopupContents> {
  const [setUp, calls, site] = await Promise.all([
    held().then(setUpOf),
    callsShown().catch(() => []),
    siteInFront(held).catch(() => null),
  ]);
  return { setUp, calls, site, question: takeQuestion() };
}

/** The last calls, which the agent has seen by that; the button that says so is drawn behind the answer. */
export async function callsShown(): Promise<Attempt[]> {
  const calls = await journal.recentCalls(RECENT);
  void callsSeen(calls[0]?.id);
  return calls;
}
