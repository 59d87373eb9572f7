/** Who is to be added: rows typed, pasted, or out of a file. */
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { RosterRow } from "../generated/types";
import { FileButton } from "../shared/file-button";
import { text } from "../shared/i18n";
import { ask } from "../shared/messages";
import { TABLES, textOf } from "../shared/text-file";
import { Field } from "../shared/ui";
import { Card } from "./card";

const ROWS = { fewest: 4, most: 12 };

export function People({ written, onWrite }: { written: string; onWrite: (text: string) => void }): JSX.Element {
  return (
    <Card title="people_title">
      <Field label={text("people_label")} hint={text("people_hint")} faults={[]}>
        {(input) => (
          <textarea
            {...input}
            name="people"
            dir="auto"
            rows={Math.min(ROWS.most, Math.max(ROWS.fewest, written.split("\n").length + 1))}
            spellcheck={false}
            autocomplete="off"
            value={written}
            placeholder={"ana.perez, 1001\nleo.gil, 1002"}
            onInput={(event) => onWrite(event.currentTarget.value)}
          />
        )}
      </Field>
      <div class="beside">
        <FileButton
          label="people_file"
          name="file"
          accept={TABLES}
          read={(file) => textOf(file).then(onWrite)}
          unread="file_unread"
        />
      </div>
    </Card>
  );
}

/** The rows of what is written, as the background reads them. */
export function useRoster(written: string): RosterRow[] {
  const [rows, setRows] = useState<RosterRow[]>([]);
  useEffect(() => {
    let latest = true;
    const show = (read: RosterRow[]): void => void (latest && setRows(read));
    void ask("roster.read", { text: written }).then(show, () => show([]));
    return () => void (latest = false);
  }, [written]);
  return rows;
}
