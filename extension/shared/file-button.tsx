/** A button that opens a file of the agent's, and says so where that file can't be read. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { text, type TextKey } from "./i18n";

interface Props {
  label: TextKey;
  name: string;
  accept: string;
  /** Takes the file, or rejects where it is of no use. */
  read: (file: File) => Promise<void>;
  unread: TextKey;
}

export function FileButton({ label, name, accept, read, unread }: Props): JSX.Element {
  const [failed, setFailed] = useState(false);

  function open(input: HTMLInputElement): void {
    const file = input.files?.[0];
    if (!file) return;
    void read(file).then(
      () => setFailed(false),
      () => setFailed(true),
    );
    // The same file, mended, can be chosen again.
    input.value = "";
  }

  return (
    <>
      <label class="button">
        {text(label)}
        <input type="file" name={name} accept={accept} onChange={(event) => open(event.currentTarget)} />
      </label>
      {failed && (
        <div class="fault" role="alert">
          {text(unread)}
        </div>
      )}
    </>
  );
}
