/** Excerpts of a text, cut between words. */

/** The first words that fit; of a word that alone doesn't, as much as fits. */
export function firstWords(text: string, length: number): string {
  if (text.length <= length) return text;
  const end = text.lastIndexOf(" ", length);
  return `${text.slice(0, end > 0 ? end : length)}…`;
}

/** The last words that fit; of a word that alone doesn't, as much as fits. */
export function lastWords(text: string, length: number): string {
  if (text.length <= length) return text;
  const start = text.indexOf(" ", text.length - length - 1);
  return `…${text.slice(start < 0 ? -length : start + 1)}`;
}
