/** A file that an agent chose, as text. */

/** What holds a table, for a file field. */
export const TABLES = ".csv,.tsv,.txt,text/csv,text/plain,text/tab-separated-values";

/** No list that people make is larger. */
const MOST_BYTES = 1_000_000;

/** Rejects where the file can't be a list. Spreadsheets write UTF-8, UTF-16, or what Windows had before. */
export async function textOf(file: File): Promise<string> {
  if (file.size > MOST_BYTES) throw new RangeError("too large");
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  try {
    return plain(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return plain(new TextDecoder("windows-1252").decode(bytes));
  }
}

/** A text has no NUL; what has one is a picture, or a spreadsheet of its own format. */
function plain(text: string): string {
  if (text.includes("\0")) throw new TypeError("no text");
  return text;
}
