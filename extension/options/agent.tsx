/** The agent as uContact knows them. */
import type { JSX } from "preact";
import { text } from "../shared/i18n";
import type { SectionProps } from "./options";
import { Section, TextField } from "./section";

export function AgentSection(props: SectionProps): JSX.Element {
  return (
    <Section title="options_agent">
      <div class="columns">
        <TextField {...props} field="agent" label="agent_label" />
        <TextField
          {...props}
          field="extension"
          label="extension_label"
          hint={text("extension_hint")}
          inputMode="numeric"
        />
        <TextField {...props} field="context" label="context_label" hint={text("context_hint")} />
      </div>
    </Section>
  );
}
