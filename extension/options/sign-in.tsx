/** The dialog to sign in: says what a sign-in does before anything is sent, and keeps the password nowhere but in its field. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Fault } from "../generated/types";
import { text } from "../shared/i18n";
import { ask, type SignedIn, type SignInReply } from "../shared/messages";
import { ofSignIn } from "../shared/session-outcome";
import { Field, Notice } from "../shared/ui";
import { Dialog } from "./dialog";

interface Props {
  instance: string;
  /** Where name and password go. */
  origin: string;
  agent: string;
  staySignedIn: boolean;
  onSignedIn: (agent: string, told: SignedIn) => void;
  onClose: () => void;
}

export function SignInDialog({ instance, origin, agent, staySignedIn, onSignedIn, onClose }: Props): JSX.Element {
  const [busy, setBusy] = useState(false);
  const [ended, setEnded] = useState<SignInReply>();
  const faults = faultsIn(ended);

  async function signIn(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (!event.isTrusted || busy) return;
    const form = event.currentTarget as HTMLFormElement;
    const [name, password] = ["username", "password"].map((field) => String(new FormData(form).get(field)));
    form.querySelector<HTMLInputElement>("[name=password]")!.value = "";
    setBusy(true);
    setEnded(undefined);
    const order = { instance, agent: name!.trim(), password: password!, staySignedIn };
    const reply = await ask("session.sign_in", order).catch((): SignInReply => INTERRUPTED);
    if (reply.state === "signed_in") return onSignedIn(order.agent, reply);
    setBusy(false);
    setEnded(reply);
  }

  return (
    <Dialog titled="sign-in-title" busy={busy} onClose={onClose}>
      <form onSubmit={(event) => void signIn(event)} noValidate>
        <h2 id="sign-in-title">{text("sign_in_title")}</h2>
        <p>{text("sign_in_about")}</p>
        <Field label={text("agent_label")} faults={faults.filter(({ field }) => field === "agent")}>
          {(input) => (
            <input {...input} name="username" autocomplete="username" spellcheck={false} defaultValue={agent} />
          )}
        </Field>
        <Field
          label={text("password_label")}
          hint={text("sign_in_goes_to", origin)}
          faults={faults.filter(({ field }) => field === "password")}
        >
          {(input) => (
            <input
              {...input}
              name="password"
              type="password"
              autocomplete="current-password"
              autoFocus={agent !== ""}
            />
          )}
        </Field>
        {ended && faults.length === 0 && <Notice saying={ofSignIn(ended)} />}
        <div class="buttons">
          <button type="button" disabled={busy} onClick={onClose}>
            {text("cancel")}
          </button>
          <button class="primary" disabled={busy}>
            {text(busy ? "sign_in_busy" : "sign_in")}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function faultsIn(reply: SignInReply | undefined): Fault[] {
  return reply?.state === "not_sent" && reply.reason.code === "invalid" ? reply.reason.faults : [];
}

const INTERRUPTED = { state: "unknown", reason: { code: "interrupted" } } as const;
