/** A single line as long as a whole log: nothing on it is read, and the page isn't held up by it. */
import { expect, it } from "vitest";
import { inEachBrowser, openMarked, waitForMarks } from "../stage";

const LINES = {
  "numbers without an end": "55 1234 5678, ",
  "times and ids": "2026-11-27 12:00:00 request 12345 took 33 ms; ",
  "digits of another script": "٥٥ ١٢٣٤ ٥٦٧٨ ",
};
/** The longest task of ours that anybody may feel. */
const LONGEST_MS = 50;

inEachBrowser("a line of three million characters", {}, (stage) => {
  it.each(Object.entries(LINES))("of %s holds nobody up", async (_, words) => {
    const page = await openMarked(stage, "/crm/contacts");
    const gaps: number[] = [];
    // The shortest of three: whatever else the machine does only makes it longer.
    for (let round = 0; round < 3; round += 1) gaps.push(await page.evaluate(longestGap, words));
    expect(Math.min(...gaps)).toBeLessThan(LONGEST_MS);
    await waitForMarks(page);
    await page.close();
  });
});

/** The longest that the page's own tasks wait while the line is read. It isn't drawn: that would be the browser's time. */
async function longestGap(words: string): Promise<number> {
  const line = document.createElement("div");
  line.hidden = true;
  line.append(words.repeat(3_000_000 / words.length), " 55 9999 1234");
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
