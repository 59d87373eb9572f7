/** The dial pad: a number typed or pasted, the reason where it won't be called, and how the call ended. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { PlannedNumber } from "../generated/types";
import { faultText } from "../shared/faults";
import { text } from "../shared/i18n";
import { ask, type Attempt } from "../shared/messages";
import { ofCall, type Saying } from "../shared/outcome";
import { Field, Notice } from "../shared/ui";

interface Props {
  campaign: string;
  onEnded: () => void;
}

export function DialPad({ campaign, onEnded }: Props): JSX.Element {
  const [typed, setTyped] = useState("");
  const [problem, setProblem] = useState("");
  const [underway, setUnderway] = useState<Attempt | "opening">();
  const [saying, setSaying] = useState<Saying>();

  async function call(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    // A page of ours has no scripts but ours; still a call begins with the agent's own hand.
    if (!event.isTrusted || underway) return;
    setSaying(undefined);
    setUnderway("opening");
    setSaying(await place());
    setUnderway(undefined);
    onEnded();
  }

  async function place(): Promise<Saying | undefined> {
    const planned = await ask("number.plan", { text: typed });
    setProblem(reasonAgainst(planned));
    if (!planned || planned.fault) return undefined;
    const { number } = planned;
    const attempt = await ask("call.open", { number: number.e164, shown: number.international, campaign });
    setUnderway(attempt);
    return ofCall(attempt.outcome ?? (await ask("call.outcome", { id: attempt.id })));
  }

  return (
    <section class="card">
      <form onSubmit={(event) => void call(event).catch(() => setSaying(LOST()))} noValidate>
        <Field label={text("dial_label")} faults={[]}>
          {(input) => (
            <div class="dial">
              <input
                {...input}
                aria-invalid={problem !== ""}
                type="tel"
                autoFocus
                autocomplete="off"
                placeholder={text("dial_placeholder")}
                value={typed}
                onInput={(event) => {
                  setTyped(event.currentTarget.value);
                  setProblem("");
                }}
              />
              <button class="primary" disabled={underway !== undefined || typed.trim() === ""}>
                {text("call_verb")}
              </button>
            </div>
          )}
        </Field>
        {problem && (
          <div class="fault" role="alert">
            {problem}
          </div>
        )}
      </form>
      {underway && underway !== "opening" && <Underway attempt={underway} />}
      {saying && <Notice saying={saying} />}
    </section>
  );
}

function Underway({ attempt }: { attempt: Attempt }): JSX.Element {
  const cancel = (): void => void ask("call.cancel", { id: attempt.id });
  const cancellable = attempt.state === "waiting" && attempt.leavesAt > Date.now();
  return (
    <div class="notice good underway" role="status">
      <strong>{text("calling", attempt.shown)}</strong>
      {cancellable && (
        <button type="button" onClick={cancel}>
          {text("cancel")}
        </button>
      )}
    </div>
  );
}

/** Why a number is not called; empty where nothing speaks against it. */
function reasonAgainst(planned: PlannedNumber | null): string {
  if (!planned) return text("number_unread");
  return planned.fault ? faultText({ ...planned.fault, got: null }) : "";
}

/** The background died under the call: it may have left. */
const LOST = (): Saying => ofCall({ state: "unknown", reason: { code: "interrupted" } });
