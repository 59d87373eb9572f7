/** A list as one line each: such lists come by copy and paste. */
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Fault } from "../generated/types";
import { Field } from "../shared/ui";

const MOST_ROWS = 8;

interface Props {
  name: string;
  label: string;
  hint: string;
  faults: Fault[];
  lines: string[];
  change: (lines: string[]) => void;
}

export function LinesField({ name, label, hint, faults, lines, change }: Props): JSX.Element {
  /** With the empty lines and spaces that typing makes. */
  const [typed, setTyped] = useState(lines.join("\n"));
  useEffect(() => {
    if (linesOf(typed).join("\n") !== lines.join("\n")) setTyped(lines.join("\n"));
  }, [lines]);
  return (
    <Field label={label} hint={hint} faults={faults}>
      {(input) => (
        <textarea
          {...input}
          name={name}
          rows={Math.min(MOST_ROWS, lines.length + 1)}
          spellcheck={false}
          value={typed}
          onInput={({ currentTarget: { value } }) => (setTyped(value), change(linesOf(value)))}
        />
      )}
    </Field>
  );
}

const linesOf = (typed: string): string[] =>
  typed
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
