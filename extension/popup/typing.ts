/** A number in a field while it is typed: its digits take their groups, and the caret stays among them. */

export interface Written {
  value: string;
  caret: number;
}

const counts = (symbol: string): boolean => /[\d+]/.test(symbol);

/** What the field is to hold, where the background groups its digits so; null where it stays as it is. */
export function regrouped({ value, caret }: Written, grouped: string | null): Written | null {
  // What was typed behind the number may be the beginning of an extension.
  if (grouped === null || value.startsWith(grouped)) return null;
  return { value: grouped, caret: placeBehind(grouped, [...value.slice(0, caret)].filter(counts).length) };
}

/** Just behind so many digits, a `+` among them. */
function placeBehind(text: string, digits: number): number {
  let place = 0;
  for (let left = digits; left > 0 && place < text.length; place += 1) if (counts(text[place]!)) left -= 1;
  return place;
}

/** Where a key took away a sign that the grouping put there, it takes the digit beyond it too: otherwise it would do nothing. */
export function erased(before: string, { value, caret }: Written, inputType: string): Written {
  const digits = (text: string): string => [...text].filter(counts).join("");
  if (digits(before) !== digits(value) || value.length !== before.length - 1) return { value, caret };
  if (inputType === "deleteContentBackward") {
    const at = value.slice(0, caret).search(/[\d+][^\d+]*$/);
    return at < 0 ? { value, caret } : { value: value.slice(0, at) + value.slice(caret), caret: at };
  }
  if (inputType === "deleteContentForward") {
    const beyond = value.slice(caret).search(/[\d+]/);
    return beyond < 0 ? { value, caret } : { value: value.slice(0, caret) + value.slice(caret + beyond + 1), caret };
  }
  return { value, caret };
}
