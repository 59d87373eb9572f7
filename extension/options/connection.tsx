/** Where calls go and who asks for them: the instance, and a sign-in or a token. */
import type { JSX } from "preact";
import { text } from "../shared/i18n";
import { Choice, Field } from "../shared/ui";
import { Managed } from "./managed";
import type { SectionProps } from "./options";
import { Section } from "./section";
import type { SessionParts } from "./session";

interface Props extends SectionProps {
  session: SessionParts;
  hasToken: boolean;
  token: string;
  staySignedIn: boolean;
  onToken: (token: string) => void;
  onStay: (stay: boolean) => void;
}

export function ConnectionSection(props: Props): JSX.Element {
  const { settings, faultsOf, change, session, hasToken, token, staySignedIn, onToken, onStay } = props;
  return (
    <Section title="options_connection">
      <Managed path="instance">
        <Field
          label={text("instance_label")}
          hint={instanceHint(settings.instance, session.origin)}
          faults={faultsOf("instance")}
        >
          {(input) => (
            <input
              {...input}
              name="instance"
              required
              value={settings.instance}
              autocomplete="off"
              autocapitalize="none"
              spellcheck={false}
              onInput={(event) => change({ instance: nameIn(event.currentTarget.value) })}
            />
          )}
        </Field>
      </Managed>
      {session.line}
      <Field
        label={text("token_label")}
        hint={text(hasToken ? "token_kept_hint" : "token_hint")}
        faults={faultsOf("token")}
      >
        {(input) => (
          <input
            {...input}
            name="token"
            type="password"
            autocomplete="off"
            value={token}
            placeholder={hasToken ? text("token_kept") : ""}
            onInput={(event) => onToken(event.currentTarget.value)}
          />
        )}
      </Field>
      <Choice name="stay" checked={staySignedIn} hint={text("stay_hint")} onCheck={onStay}>
        {text("stay_label")}
      </Choice>
    </Section>
  );
}

/** A pasted address of uContact as the name in it; core takes names alone. */
function nameIn(typed: string): string {
  return /^\s*(?:https:\/\/)?([a-z\d-]+)\.ucontactcloud\.com(?:[/?#].*)?\s*$/i.exec(typed)?.[1] ?? typed;
}

function instanceHint(instance: string, origin: string | null): string {
  if (instance === "") return text("instance_empty_hint");
  return origin === null ? text("rule_instance_label") : text("instance_hint", origin);
}
