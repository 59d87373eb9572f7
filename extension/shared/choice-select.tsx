/** One of a few words that settings know, each by its text. */
import type { JSX } from "preact";
import { text, type TextKey } from "./i18n";
import type { Tied } from "./ui";

interface Props<C extends string> extends Partial<Tied> {
  of: Record<C, TextKey>;
  value: C;
  onChoose: (choice: C) => void;
  name?: string;
  disabled?: boolean;
  "aria-label"?: string;
}

export function ChoiceSelect<C extends string>({ of: choices, value, onChoose, ...select }: Props<C>): JSX.Element {
  return (
    <select {...select} value={value} onChange={({ currentTarget }) => onChoose(currentTarget.value as C)}>
      {Object.entries<TextKey>(choices).map(([choice, key]) => (
        <option key={choice} value={choice}>
          {text(key)}
        </option>
      ))}
    </select>
  );
}
