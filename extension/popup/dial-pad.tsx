/** The dial pad: a number typed or pasted, the reason where it won't be called, and how the call ended. */
import type { ComponentChildren, JSX } from "preact";
import { useState } from "preact/hooks";
import type { PlannedNumber } from "../generated/types";
import { faultText } from "../shared/faults";
import { text } from "../shared/i18n";
import { ask } from "../shared/messages";
import { Field } from "../shared/ui";
import { type Call, Course } from "./call";
import { NumberField } from "./number-field";

export function DialPad({ call, children }: { call: Call; children: ComponentChildren }): JSX.Element {
  const [typed, setTyped] = useState("");
  const [problem, setProblem] = useState("");

  function dial(event: SubmitEvent): void {
    event.preventDefault();
    // A page of ours has no scripts but ours; still a call begins with the agent's own hand.
    const form = event.currentTarget as HTMLFormElement;
    if (event.isTrusted) call.order(() => find(String(new FormData(form).get("number"))));
  }

  async function find(written: string): ReturnType<Parameters<Call["order"]>[0]> {
    const planned = await ask("number.plan", { text: written });
    setProblem(reasonAgainst(planned));
    if (!planned.number || planned.fault) return undefined;
    return { number: planned.number.e164, shown: planned.number.international };
  }

  return (
    <section class="card">
      <form onSubmit={dial} noValidate>
        <Field label={text("dial_label")} faults={[]} problem={problem}>
          {(input) => (
            <div class="dial">
              <NumberField
                {...input}
                typed={typed}
                onType={(changed) => {
                  setTyped(changed);
                  setProblem("");
                }}
                onGrouped={setTyped}
                // What isn't whole yet is no fault yet; a number that is, and isn't called, says so at once.
                onPlanned={(planned) => planned.number && setProblem(reasonAgainst(planned))}
              />
              <button class="primary" disabled={call.underway !== undefined || typed.trim() === ""}>
                {text("call_verb")}
              </button>
            </div>
          )}
        </Field>
        {children}
      </form>
      <Course call={call} />
    </section>
  );
}

/** Why a number is not called; empty where nothing speaks against it. */
const reasonAgainst = ({ fault }: PlannedNumber): string => (fault ? faultText({ ...fault, got: null }) : "");
