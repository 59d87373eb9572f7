/** The dial pad: a number typed or pasted, the reason where it won't be called, and how the call ended. */
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { PlannedNumber } from "../generated/types";
import { again, type Called, type CallOrder, place, unopened } from "../shared/calling";
import { faultText } from "../shared/faults";
import { text } from "../shared/i18n";
import { ask, type Attempt } from "../shared/messages";
import { ofCall, ofDoubt, type Saying } from "../shared/outcome";
import { Field, Notice } from "../shared/ui";
import { Underway } from "./underway";

interface Props {
  campaign: string;
  /** A call that was under way when the popup opened. */
  running: Attempt | undefined;
  onEnded: () => void;
}

/** How the last call ended, and the order that would call again. */
interface End {
  saying: Saying;
  next: CallOrder | undefined;
}

export function DialPad({ campaign, running, onEnded }: Props): JSX.Element {
  const [typed, setTyped] = useState("");
  const [problem, setProblem] = useState("");
  const [underway, setUnderway] = useState<{ attempt: Attempt; wanted: string } | "opening">();
  const [end, setEnd] = useState<End>();

  useEffect(() => {
    // Opening it anew would join it, or ask; it is only looked at.
    if (running) void watch(running);
  }, [running?.id]);

  async function call(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    // A page of ours has no scripts but ours; still a call begins with the agent's own hand.
    if (!event.isTrusted || underway) return;
    setEnd(undefined);
    setUnderway("opening");
    const order = await read().catch((error: unknown) => finish({ outcome: unopened(error) }));
    if (order) await dial(order);
    else setUnderway(undefined);
  }

  /** What is typed, as an order; none where it won't be called, which is said. */
  async function read(): Promise<CallOrder | undefined> {
    const planned = await ask("number.plan", { text: typed });
    setProblem(reasonAgainst(planned));
    if (!planned || planned.fault) return undefined;
    return { number: planned.number.e164, shown: planned.number.international, campaign };
  }

  async function dial(order: CallOrder): Promise<void> {
    setEnd(undefined);
    setUnderway("opening");
    finish(await place(order, ({ attempt }) => setUnderway({ attempt, wanted: order.shown })), order);
  }

  async function watch(attempt: Attempt): Promise<void> {
    setUnderway({ attempt, wanted: attempt.shown });
    const outcome = await ask("call.outcome", { id: attempt.id }).catch(unopened);
    finish({ outcome, attempt });
  }

  function finish(called: Called, order?: CallOrder): void {
    setUnderway(undefined);
    setEnd(endOf(called, order));
    onEnded();
  }

  return (
    <section class="card">
      <form onSubmit={(event) => void call(event)} noValidate>
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
      {underway && underway !== "opening" && <Underway {...underway} />}
      {end && <Notice saying={end.saying} {...(end.next && { again: () => void dial(end.next!) })} />}
    </section>
  );
}

function endOf(called: Called, order?: CallOrder): End {
  if ("asks" in called) return { saying: ofDoubt(called.asks.outcome), next: again(called.asks) };
  return { saying: ofCall(called.outcome), next: called.attempt ? again(called.attempt) : order };
}

/** Why a number is not called; empty where nothing speaks against it. */
function reasonAgainst(planned: PlannedNumber | null): string {
  if (!planned) return text("number_unread");
  return planned.fault ? faultText({ ...planned.fault, got: null }) : "";
}
