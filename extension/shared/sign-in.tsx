/** What the forms to sign in share: the request, and their last part. The password is kept nowhere but in its field. */
import type { ComponentChildren, JSX } from "preact";
import { useState } from "preact/hooks";
import type { Fault } from "../generated/types";
import { text } from "./i18n";
import { ask } from "./messages";
import type { SignedIn, SignInReply, SignInRequest } from "./set-up";
import { ofSignIn } from "./session-outcome";
import { Field, Notice } from "./ui";

export interface SigningIn {
  busy: boolean;
  /** How the last try ended; what is wrong with a field stands beside that instead. */
  ended: SignInReply | undefined;
  faults: Fault[];
  /** Sends what a form holds; its password field is emptied at once. */
  submit: (event: SubmitEvent, order: Omit<SignInRequest, "password">) => Promise<void>;
}

export function useSignIn(onSignedIn: (agent: string, told: SignedIn) => void): SigningIn {
  const [busy, setBusy] = useState(false);
  const [ended, setEnded] = useState<SignInReply>();
  const faults = ended?.state === "not_sent" && ended.reason.code === "invalid" ? ended.reason.faults : [];

  async function submit(event: SubmitEvent, order: Omit<SignInRequest, "password">): Promise<void> {
    event.preventDefault();
    if (!event.isTrusted || busy) return;
    const field = (event.currentTarget as HTMLFormElement).querySelector<HTMLInputElement>("[name=password]")!;
    const request = { ...order, password: field.value };
    field.value = "";
    setBusy(true);
    setEnded(undefined);
    const reply = await ask("session.sign_in", request).catch((): SignInReply => INTERRUPTED);
    if (reply.state === "signed_in") return onSignedIn(order.agent, reply);
    setBusy(false);
    setEnded(reply);
  }

  return {
    busy,
    ended: faults.length > 0 ? undefined : ended,
    faults,
    submit,
  };
}

const INTERRUPTED = { state: "unknown", reason: { code: "interrupted" } } as const;

interface Props {
  signing: SigningIn;
  /** Where name and password go. */
  origin: string;
  autoFocus: boolean;
  /** The button beside the one that signs in. */
  children: ComponentChildren;
}

/** The password, how the last try ended, and the buttons. */
export function PasswordPart({ signing, origin, autoFocus, children }: Props): JSX.Element {
  const { busy, ended, faults } = signing;
  const here = faults.filter(({ field }) => field !== "agent");
  return (
    <>
      <Field label={text("password_label")} hint={text("sign_in_goes_to", origin)} faults={here}>
        {(input) => (
          <input
            {...input}
            name="password"
            type="password"
            autocomplete="current-password"
            {...(autoFocus && { autoFocus })}
          />
        )}
      </Field>
      {ended && <Notice saying={ofSignIn(ended)} />}
      <div class="buttons">
        {children}
        <button class="primary" disabled={busy}>
          {text(busy ? "sign_in_busy" : "sign_in")}
        </button>
      </div>
    </>
  );
}
