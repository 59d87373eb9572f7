/** On what terms members join: their penalty, and whether they are paused. */
import type { JSX } from "preact";
import { text } from "./i18n";
import type { Terms } from "./members";
import { Choice, Field } from "./ui";

interface Props {
  terms: Terms;
  onChange: (terms: Terms) => void;
}

export function TermsFields({ terms, onChange }: Props): JSX.Element {
  return (
    <>
      <Field label={text("penalty_label")} hint={text("penalty_hint")} faults={[]}>
        {(input) => (
          <input
            {...input}
            name="penalty"
            type="number"
            required
            min="0"
            max="2147483647"
            step="1"
            value={terms.penalty}
            onInput={({ currentTarget: { valueAsNumber } }) => {
              // What is no number yet is the browser's to complain of.
              if (Number.isInteger(valueAsNumber)) onChange({ ...terms, penalty: valueAsNumber });
            }}
          />
        )}
      </Field>
      <Choice
        name="paused"
        checked={terms.paused}
        hint={text("paused_hint")}
        onCheck={(paused) => onChange({ ...terms, paused })}
      >
        {text("paused_label")}
      </Choice>
    </>
  );
}
