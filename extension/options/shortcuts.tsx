/** The keys that the browser keeps for this extension, and the way to its own page for them. */
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { type Command, openShortcuts, readShortcuts } from "../shared/browser";
import { text } from "../shared/i18n";
import { Section } from "./section";

export function ShortcutsSection(): JSX.Element {
  const [commands, setCommands] = useState<Command[]>([]);
  const [byHand, setByHand] = useState(false);
  useEffect(() => {
    const read = (): void => void readShortcuts().then(setCommands, () => setCommands([]));
    read();
    // Back from the browser's page they may be others.
    addEventListener("focus", read);
    return () => removeEventListener("focus", read);
  }, []);
  return (
    <Section title="options_shortcuts" about="shortcuts_about">
      <dl class="facts">
        {commands.map(({ name, description, shortcut }) => (
          <div key={name}>
            <dt>{description || text("shortcut_popup")}</dt>
            <dd>{shortcut ? <kbd>{shortcut}</kbd> : text("shortcut_none")}</dd>
          </div>
        ))}
      </dl>
      <button type="button" id="shortcuts" onClick={() => void openShortcuts().catch(() => setByHand(true))}>
        {text("shortcuts_open")}
      </button>
      {byHand && <p role="status">{text("shortcuts_by_hand")}</p>}
    </Section>
  );
}
