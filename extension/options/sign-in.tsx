/** The dialog to sign in: says what a sign-in does before anything is sent. */
import type { JSX } from "preact";
import { text } from "../shared/i18n";
import type { SignedIn } from "../shared/set-up";
import { PasswordPart, useSignIn } from "../shared/sign-in";
import { Field } from "../shared/ui";
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
  const signing = useSignIn(onSignedIn);
  const submit = (event: SubmitEvent): void => {
    const name = new FormData(event.currentTarget as HTMLFormElement).get("username");
    void signing.submit(event, { instance, agent: String(name).trim(), staySignedIn });
  };
  return (
    <Dialog titled="sign-in-title" busy={signing.busy} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <h2 id="sign-in-title">{text("sign_in_title")}</h2>
        <p>{text("sign_in_about")}</p>
        <Field label={text("agent_label")} faults={signing.faults.filter(({ field }) => field === "agent")}>
          {(input) => (
            <input {...input} name="username" autocomplete="username" spellcheck={false} defaultValue={agent} />
          )}
        </Field>
        <PasswordPart signing={signing} origin={origin} autoFocus={agent !== ""}>
          <button type="button" disabled={signing.busy} onClick={onClose}>
            {text("cancel")}
          </button>
        </PasswordPart>
      </form>
    </Dialog>
  );
}
