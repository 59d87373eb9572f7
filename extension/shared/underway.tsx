/** A call under way: which number is really being called, and its cancelling while it can be. */
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { text } from "./i18n";
import type { Attempt } from "./attempts";
import { ask } from "./messages";

interface Props {
  attempt: Attempt;
  /** The number that was asked for, as people read it. */
  wanted: string;
}

export function Underway({ attempt, wanted }: Props): JSX.Element {
  const [left, setLeft] = useState(attempt.state !== "waiting");
  useEffect(() => {
    const timer = setTimeout(() => setLeft(true), attempt.leavesAt - Date.now());
    return () => clearTimeout(timer);
  }, [attempt.id]);
  const cancel = (): void => void ask("call.cancel", { id: attempt.id }).catch(() => undefined);
  return (
    <div class="notice good underway" role="status">
      <strong>{text("calling", attempt.shown)}</strong>
      {!left && (
        <button type="button" onClick={cancel}>
          {text("cancel")}
        </button>
      )}
      <span>{wanted === attempt.shown ? text(stage(left)) : text("calling_other", attempt.shown, wanted)}</span>
    </div>
  );
}

const stage = (left: boolean): "calling_now" | "calling_soon" => (left ? "calling_now" : "calling_soon");
