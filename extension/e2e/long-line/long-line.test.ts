/** A single line as long as a whole log, or with the elements of one: the page isn't held up by it. */
import { expect, it } from "vitest";
import { inEachBrowser, openMarked, waitForMarks } from "../stage";

const CHARACTERS = 3_000_000;
const fill = (text: string, length = CHARACTERS): string => text.repeat(length / text.length);
const LINES = {
  "three million characters of numbers": fill("55 1234 5678, "),
  "three million characters of times and ids": fill("2026-11-27 12:00:00 request 12345 took 33 ms; "),
  "three million characters of digits of another script": fill("٥٥ ١٢٣٤ ٥٦٧٨ "),
  "paragraphs of such digits, too few for a number": `<section>${fill(`<p>${fill("٥٥٥٥٥٥ رقم ", 1_000)}</p>`)}</section>`,
  "a hundred thousand words, each an element": "<b>55</b> <i>and so on</i> ".repeat(50_000),
};
/** The longest task of ours that anybody may feel. */
const LONGEST_MS = 50;
const ROUNDS = 25;

inEachBrowser("a line", {}, (stage) => {
  it.each(Object.entries(LINES))("of %s holds nobody up", async (_, html) => {
    const page = await openMarked(stage, "/crm/contacts");
    let shortest = Infinity;
    // The shortest of some: whatever else the machine does only makes it longer.
    for (let round = 0; round < ROUNDS && shortest >= LONGEST_MS; round += 1)
      shortest = Math.min(shortest, await page.evaluate(longestGap, html));
    expect(shortest).toBeLessThan(LONGEST_MS);
    await waitForMarks(page);
    await page.close();
  });
});

/** The longest that the page's own tasks wait while the line is read. It isn't drawn: that would be the browser's time. */
async function longestGap(html: string): Promise<number> {
  const line = document.createElement("div");
  line.hidden = true;
  line.innerHTML = `${html} 55 9999 1234`;
  document.body.append(line);
  const { port1, port2 } = new MessageChannel();
  let [longest, last] = [0, performance.now()];
  const end = last + 800;
  await new Promise<void>((resolve) => {
    port1.onmessage = () => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
      if (now < end) port2.postMessage(null);
      else resolve();
    };
    port2.postMessage(null);
  });
  port1.close();
  line.remove();
  return longest;
}
