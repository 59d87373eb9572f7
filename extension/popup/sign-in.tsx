/** For an agent who signs in each morning: one field, since the rest is known. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { text } from "../shared/i18n";
import { ask, type SetUp, type SignInReply } from "../shared/messages";
import { ofSignIn } from "../shared/session-outcome";
import { Field, Notice } from "../shared/ui";

interface Props {
  setUp: SetUp;
  onSignedIn: () => void;
  onOptions: () => void;
}

export function SignIn({ setUp, onSignedIn, onOptions }: Props): JSX.Element {
  const { settings, origin, staySignedIn } = setUp;
  const [busy, setBusy] = useState(false);
  const [ended, setEnded] = useState<SignInReply>();
  const faults = ended?.state === "not_sent" && ended.reason.code === "invalid" ? ended.reason.faults : [];

  async function signIn(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (!event.isTrusted || busy) return;
    const field = (event.currentTarget as HTMLFormElement).querySelector<HTMLInputElement>("[name=password]")!;
    const password = field.value;
    field.value = "";
    setBusy(true);
    setEnded(undefined);
    const order = { instance: settings.instance, agent: settings.agent, password, staySignedIn };
    const reply = await ask("session.sign_in", order).catch((): SignInReply => INTERRUPTED);
    if (reply.state === "signed_in") return onSignedIn();
    setBusy(false);
    setEnded(reply);
  }

  return (
    <section class="card sign-in">
      <form onSubmit={(event) => void signIn(event)} noValidate>
        <h2>{text("sign_in_as", settings.agent)}</h2>
        <p>{text("sign_in_about")}</p>
        {/* For password managers: whose password it is. */}
        <input hidden name="username" autocomplete="username" value={settings.agent} />
        <Field label={text("password_label")} hint={text("sign_in_goes_to", origin ?? "")} faults={faults}>
          {(input) => <input {...input} name="password" type="password" autocomplete="current-password" autoFocus />}
        </Field>
        {ended && faults.length === 0 && <Notice saying={ofSignIn(ended)} />}
        <div class="buttons">
          <button type="button" class="quiet" onClick={onOptions}>
            {text("sign_in_otherwise")}
          </button>
          <button class="primary" disabled={busy}>
            {text(busy ? "sign_in_busy" : "sign_in")}
          </button>
        </div>
      </form>
    </section>
  );
}

const INTERRUPTED = { state: "unknown", reason: { code: "interrupted" } } as const;
