/** A titled group of fields, and the plain text field that most of them are. */
import type { ComponentChildren, JSX } from "preact";
import type { Settings } from "../generated/types";
import { text, type TextKey } from "../shared/i18n";
import { Field } from "../shared/ui";
import { Managed } from "./managed";
import type { SectionProps } from "./options";

export function Section({
  title,
  about,
  children,
}: {
  title: TextKey;
  about?: TextKey;
  children: ComponentChildren;
}): JSX.Element {
  return (
    <section aria-labelledby={title}>
      <h2 id={title}>{text(title)}</h2>
      {about && <p class="about">{text(about)}</p>}
      {children}
    </section>
  );
}

/** The settings that are a line of text. */
type TextSetting = { [K in keyof Settings]: Settings[K] extends string ? K : never }[keyof Settings];

interface TextFieldProps extends SectionProps {
  field: TextSetting;
  label: TextKey;
  hint?: string;
  inputMode?: "numeric" | "text";
}

export function TextField({
  settings,
  change,
  faultsOf,
  field,
  label,
  hint,
  inputMode = "text",
}: TextFieldProps): JSX.Element {
  return (
    <Managed path={field}>
      <Field label={text(label)} faults={faultsOf(field)} {...(hint !== undefined && { hint })}>
        {(input) => (
          <input
            {...input}
            name={field}
            required
            dir="auto"
            value={settings[field]}
            inputMode={inputMode}
            autocomplete="off"
            spellcheck={false}
            onInput={(event) => change({ [field]: event.currentTarget.value })}
          />
        )}
      </Field>
    </Managed>
  );
}
