/**
 * Numbers as plain objects, a list for each of `texts` texts. A record is six words: the number's text, its span, and where its
 * E.164 form, its extension and its international form end in `written`, in which those of all numbers stand one after the other.
 */
export function lists(texts, records, written) {
  const all = new Array(texts);
  for (let text = 0; text < texts; text += 1) all[text] = [];
  let from = 0;
  for (let at = 0; at < records.length; at += 6) {
    const behindNumber = records[at + 3];
    const behindExtension = records[at + 4];
    const behind = records[at + 5];
    all[records[at]].push({
      start: records[at + 1],
      end: records[at + 2],
      e164: written.slice(from, behindNumber),
      ext: behindExtension === behindNumber ? null : written.slice(behindNumber, behindExtension),
      international: written.slice(behindExtension, behind),
    });
    from = behind;
  }
  return all;
}
