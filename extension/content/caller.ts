/** From a genuine gesture on a number to the background's call desk, with a toast for every step. */
import { api } from "../shared/browser";
import { ask } from "../shared/messages";
import { nameOf, settle } from "./call-button";
import * as toast from "./toast";
import type { Mark } from "./marks";

export async function call(mark: Mark): Promise<void> {
  const { number } = mark;
  settle(mark);
  const shown = nameOf(number);
  toast.calling(shown, 0, () => undefined);
  try {
    const attempt = await ask("call.open", { number: number.e164, shown });
    // Joined calls too: the toast names the number that is really being called.
    const cancel = (): void => void ask("call.cancel", { id: attempt.id }).catch(() => undefined);
    if (attempt.state !== "ended") toast.calling(attempt.shown, attempt.leavesAt - Date.now(), cancel);
    const outcome = attempt.outcome ?? (await ask("call.outcome", { id: attempt.id }));
    toast.ended(attempt.shown, outcome);
  } catch {
    lost(shown);
  }
}

/** No answer from the background: after an update it is gone for good, otherwise it died and the call may have left. */
function lost(shown: string): void {
  if (isOrphaned()) toast.orphaned();
  else toast.ended(shown, { state: "unknown", reason: { code: "interrupted" } });
}

/** An extension that was updated or removed leaves its content scripts without an identity. */
export const isOrphaned = (): boolean => !api.runtime?.id;
