/** The button that takes an outcome's next step. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { api } from "./browser";
import { text, type TextKey } from "./i18n";
import { ask } from "./messages";
import type { NextStep, Saying } from "./outcome";
import { portless } from "./sites";

interface Props {
  saying: Saying;
  again?: () => void;
}

/** What a step's own work came to, where the button says so. */
const DONE: Partial<Record<NextStep, TextKey>> = {
  copy: "step_copied",
  allow: "step_allowed",
  repair: "step_repaired",
};

export function StepButton({ saying, again }: Props): JSX.Element | null {
  const [done, setDone] = useState<boolean>();
  const { step } = saying;
  const calls = step === "again" || step === "call";
  if (step === null || (calls && !again)) return null;

  function take(event: MouseEvent): void {
    // Also here a call begins with the agent's own hand.
    if (!event.isTrusted) return;
    if (calls) again!();
    else void work(step as Work, saying).then(setDone, () => setDone(false));
  }
  return (
    <div class="step">
      <button type="button" onClick={take} disabled={done === true}>
        {text(done ? (DONE[step] ?? `step_${step}`) : `step_${step}`)}
      </button>
      {done === false && <span class="fault">{text("step_failed")}</span>}
    </div>
  );
}

type Work = Exclude<NextStep, "again" | "call">;

/** Asks at once: the browser takes a request for permission only from within the gesture. */
async function work(step: Work, { code, origin = "" }: Saying): Promise<boolean> {
  switch (step) {
    case "allow":
      return api.permissions.request({ origins: [portless(origin)] });
    case "repair":
      return ask("journal.repair", {});
    case "copy":
      await navigator.clipboard.writeText(code);
      return true;
    case "options":
      await api.runtime.openOptionsPage();
      return true;
  }
}
