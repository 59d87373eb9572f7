/** For an agent who signs in each morning: one field, since the rest is known. */
import type { JSX } from "preact";
import { text } from "../shared/i18n";
import type { SetUp } from "../shared/set-up";
import { PasswordPart, useSignIn } from "../shared/sign-in";

interface Props {
  setUp: SetUp;
  onSignedIn: () => void;
  onOptions: () => void;
}

export function SignIn({ setUp, onSignedIn, onOptions }: Props): JSX.Element {
  const { settings, origin, staySignedIn } = setUp;
  const signing = useSignIn(onSignedIn);
  const order = { instance: settings.instance, agent: settings.agent, staySignedIn };
  return (
    <section class="card sign-in">
      <form onSubmit={(event) => void signing.submit(event, order)} noValidate>
        <h2>{text("sign_in_as", settings.agent)}</h2>
        <p>{text("sign_in_about")}</p>
        {/* For password managers: whose password it is. */}
        <input hidden name="username" autocomplete="username" value={settings.agent} />
        <PasswordPart signing={signing} origin={origin ?? ""} autoFocus>
          <button type="button" class="quiet" onClick={onOptions}>
            {text("sign_in_otherwise")}
          </button>
        </PasswordPart>
      </form>
    </section>
  );
}
