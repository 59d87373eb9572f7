/** Plays the changes on an app: `play` on the page, for the test. */
import { edited, numbersIn, randomOf, rowsOf } from "./edits.js";

/** `show(rows)` brings the app to show these rows, and resolves when it does. */
export function ready(show) {
  globalThis.play = async (seed, count, pauses) => {
    const random = randomOf(seed);
    let rows = rowsOf(random);
    await show(rows);
    const states = [];
    for (let done = 0; done < count; done += 1) {
      rows = edited(rows, random);
      await show(rows);
      states.push(digest(document.body.innerHTML));
      // Now and then frames are drawn and answers come, so that changes meet all that can be under way.
      if (pauses && done % 4 === 0) await new Promise((resolve) => setTimeout(resolve, done % 20));
    }
    return { states, body: document.body.innerHTML, numbers: numbersIn(rows) };
  };
}

/** FNV-1a: a thousand pages are too long to keep. */
function digest(text) {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
