/** Hangs up after a call that may be going on. Nothing tells whether it is, so the offer stands as long as a call may last. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { AskedOutcome } from "../generated/types";
import { text } from "../shared/i18n";
import type { Attempt } from "../shared/attempts";
import { ask } from "../shared/messages";
import type { Saying } from "../shared/outcome";
import { ofHangUp } from "../shared/session-outcome";
import { Notice } from "../shared/ui";

/** Longer than nearly every call. */
const OFFERED_MS = 2 * 60 * 60 * 1000;

/** Whether a phone may still be in the call of an attempt, the newest there is. */
export function mayBeTalking(attempt: Attempt | undefined, now: number): boolean {
  const state = attempt?.outcome?.state;
  return attempt !== undefined && (state === "placed" || state === "unknown") && now - attempt.openedAt < OFFERED_MS;
}

export function HangUp({ extension }: { extension: string }): JSX.Element {
  const [busy, setBusy] = useState(false);
  const [saying, setSaying] = useState<Saying>();

  async function hangUp(event: MouseEvent): Promise<void> {
    if (!event.isTrusted || busy) return;
    setBusy(true);
    setSaying(undefined);
    setSaying(ofHangUp(await ask("call.hang_up", {}).catch((): AskedOutcome => INTERRUPTED)));
    setBusy(false);
  }

  return (
    <section class="card hang-up">
      <div class="offer">
        <span class="hint">{text("hang_up_about", extension)}</span>
        {/* A button that is disabled loses the keyboard's focus. */}
        <button type="button" id="hang-up" aria-disabled={busy} onClick={(event) => void hangUp(event)}>
          {text(busy ? "hang_up_busy" : "hang_up")}
        </button>
      </div>
      {saying && <Notice saying={saying} />}
    </section>
  );
}

const INTERRUPTED = { state: "unknown", reason: { code: "interrupted" } } as const;
