/** The field for a number to call: grouped while it is typed, with the reason where that number won't be called. */
import type { JSX } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { PlannedNumber } from "../generated/types";
import { text } from "../shared/i18n";
import { ask } from "../shared/messages";
import type { Tied } from "../shared/ui";
import { erased, regrouped } from "./typing";

interface Props extends Tied {
  typed: string;
  onType: (typed: string) => void;
  /** What was typed, with its digits in groups. */
  onGrouped: (typed: string) => void;
  /** What the dial plan makes of what is typed now. */
  onPlanned: (planned: PlannedNumber) => void;
}

export function NumberField({ typed, onType, onGrouped, onPlanned, ...tied }: Props): JSX.Element {
  const field = useRef<HTMLInputElement>(null);
  const [caret, setCaret] = useState<number>();

  // Drawn anew, the browser puts the caret at the end.
  useLayoutEffect(() => {
    if (caret !== undefined && document.activeElement === field.current) field.current!.setSelectionRange(caret, caret);
  }, [caret, typed]);

  async function plan(value: string): Promise<void> {
    const planned = await ask("number.plan", { text: value });
    const input = field.current;
    // Meanwhile it may hold something else, or be gone.
    if (!input || input.value !== value) return;
    onPlanned(planned);
    const held = { value, caret: input.selectionEnd ?? value.length };
    const isPoint = input.selectionStart === input.selectionEnd;
    const changed = isPoint && regrouped(held, planned.grouped);
    if (!changed) return;
    onGrouped(changed.value);
    setCaret(changed.caret);
  }

  function take(event: InputEvent): void {
    const input = event.currentTarget as HTMLInputElement;
    // What an input method still composes is its own.
    if (event.isComposing) return onType(input.value);
    const held = { value: input.value, caret: input.selectionEnd ?? input.value.length };
    const written = erased(typed, held, event.inputType);
    onType(written.value);
    setCaret(written.caret);
    input.value = written.value;
    void plan(written.value).catch(() => undefined);
  }

  return (
    <input
      {...tied}
      ref={field}
      type="tel"
      name="number"
      autoFocus
      autocomplete="off"
      placeholder={text("dial_placeholder")}
      value={typed}
      onInput={take}
    />
  );
}
