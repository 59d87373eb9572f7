/** A list of short things, each of which can be taken out. */
import type { JSX } from "preact";
import { text } from "../shared/i18n";

interface Props {
  of: string[];
  name: (item: string) => string;
  remove: (kept: string[]) => void;
}

export function Chips({ of: items, name, remove }: Props): JSX.Element {
  return (
    <ul class="chips">
      {items.map((item) => (
        <li key={item}>
          <bdi>{name(item)}</bdi>
          <button
            type="button"
            class="quiet"
            aria-label={text("remove_named", name(item))}
            onClick={() => remove(items.filter((other) => other !== item))}
          >
            ×
          </button>
        </li>
      ))}
    </ul>
  );
}
