/** The dial pad: a number typed or pasted, the reason where it won't be called, and how the call ended. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { PlannedNumber } from "../generated/types";
import { faultText } from "../shared/faults";
import { text } from "../shared/i18n";
import { ask } from "../shared/messages";
import { Field } from "../shared/ui";
import { type Call, Course } from "./call";

export function DialPad({ call }: { call: Call }): JSX.Element {
  const [typed, setTyped] = useState("");
  const [problem, setProblem] = useState("");

  function dial(event: SubmitEvent): void {
    event.preventDefault();
    // A page of ours has no scripts but ours; still a call begins with the agent's own hand.
    if (event.isTrusted) call.order(find);
  }

  async function find(): ReturnType<Parameters<Call["order"]>[0]> {
    const planned = await ask("number.plan", { text: typed });
    setProblem(reasonAgainst(planned));
    if (!planned || planned.fault) return undefined;
    return { number: planned.number.e164, shown: planned.number.international };
  }

  return (
    <section class="card">
      <form onSubmit={dial} noValidate>
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
              <button class="primary" disabled={call.underway !== undefined || typed.trim() === ""}>
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
      <Course call={call} />
    </section>
  );
}

/** Why a number is not called; empty where nothing speaks against it. */
function reasonAgainst(planned: PlannedNumber | null): string {
  if (!planned) return text("number_unread");
  return planned.fault ? faultText({ ...planned.fault, got: null }) : "";
}
