/** What the popup shows, gathered for one question: it is drawn at once and as a whole. */
import type { Attempt } from "../shared/attempts";
import type { PopupContents } from "../shared/messages";
import { callsSeen } from "./badge";
import { recentCalls } from "../shared/recent-calls";
import { leaveSetUp } from "../shared/left-set-up";
import { siteInFront } from "../shared/site-in-front";
import { type Held, setUpOf } from "./set-up";
import { takeQuestion } from "./shortcuts";

export async function popupContents(held: () => Promise<Held>): Promise<PopupContents> {
  const [setUp, calls, site] = await Promise.all([
    held().then(setUpOf),
    callsShown().catch(() => []),
    held()
      .then(({ overlay }) => siteInFront(overlay))
      .catch(() => null),
  ]);
  void leaveSetUp(setUp).catch(() => undefined);
  return { setUp, calls, site, question: takeQuestion() };
}

/** The last calls, which the agent has seen by that; the button that says so is drawn behind the answer. */
export async function callsShown(): Promise<Attempt[]> {
  const calls = await recentCalls();
  void callsSeen(calls[0]?.id);
  return calls;
}
