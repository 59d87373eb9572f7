/** Where calls go and who asks for them: the instance and the token. */
import type { JSX } from "preact";
import { text } from "../shared/i18n";
import { Field } from "../shared/ui";
import type { SectionProps } from "./options";
import { Section, TextField } from "./section";

interface Props extends SectionProps {
  token: string;
  hasToken: boolean;
  staySignedIn: boolean;
  onToken: (token: string) => void;
  onStay: (stay: boolean) => void;
  onSignOut: () => void;
}

export function ConnectionSection(props: Props): JSX.Element {
  const { settings, faultsOf, token, hasToken, staySignedIn, onToken, onStay, onSignOut } = props;
  const name = settings.instance || text("instance_example");
  // The dev build alone takes whole addresses.
  const address = name.startsWith("http://") ? name : `https://${name}.ucontactcloud.com`;
  return (
    <Section title="options_connection">
      <TextField {...props} field="instance" label="instance_label" hint={text("instance_hint", address)} />
      <Field label={text("token_label")} hint={text("token_hint")} faults={faultsOf("token")}>
        {(input) => (
          <div class="beside">
            <input
              {...input}
              name="token"
              type="password"
              autocomplete="off"
              value={token}
              placeholder={hasToken ? text("token_kept") : ""}
              onInput={(event) => onToken(event.currentTarget.value)}
            />
            {hasToken && (
              <button type="button" onClick={onSignOut}>
                {text("sign_out")}
              </button>
            )}
          </div>
        )}
      </Field>
      <label class="choice">
        <input
          type="checkbox"
          name="stay"
          checked={staySignedIn}
          onChange={(event) => onStay(event.currentTarget.checked)}
        />
        <span>
          {text("stay_label")}
          <span class="hint">{text("stay_hint")}</span>
        </span>
      </label>
    </Section>
  );
}
