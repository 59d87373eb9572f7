/** Which campaigns people are added to, and on what terms. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { text } from "../shared/i18n";
import type { Terms } from "../shared/members";
import { TermsFields } from "../shared/terms";
import { Choice, Field } from "../shared/ui";
import { Card } from "./card";

interface Props {
  names: string[];
  ticked: string[];
  terms: Terms;
  onTick: (name: string, on: boolean) => void;
  onOther: (name: string) => void;
  onTerms: (terms: Terms) => void;
}

export function Where({ names, ticked, terms, onTick, onOther, onTerms }: Props): JSX.Element {
  return (
    <Card title="where_title">
      <fieldset class="campaigns" aria-labelledby="where_title">
        {names.map((name) => (
          <Choice
            key={name}
            name="campaign"
            value={name}
            checked={ticked.includes(name)}
            onCheck={(on) => onTick(name, on)}
          >
            <bdi>{name}</bdi>
          </Choice>
        ))}
      </fieldset>
      <Other names={names} onOther={onOther} />
      <div class="terms">
        <TermsFields terms={terms} onChange={onTerms} />
      </div>
    </Card>
  );
}

/** Any campaign of uContact, not only those that are called for. */
function Other({ names, onOther }: { names: string[]; onOther: Props["onOther"] }): JSX.Element {
  const [typed, setTyped] = useState("");
  const name = typed.trim();
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (name === "" || names.includes(name)) return;
        onOther(name);
        setTyped("");
      }}
    >
      <Field label={text("where_other")} hint={text("where_other_hint")} faults={[]}>
        {(input) => (
          <div class="beside">
            <input
              {...input}
              name="other"
              autocomplete="off"
              spellcheck={false}
              value={typed}
              onInput={(event) => setTyped(event.currentTarget.value)}
            />
            <button disabled={name === "" || names.includes(name)}>{text("where_add")}</button>
          </div>
        )}
      </Field>
    </form>
  );
}
