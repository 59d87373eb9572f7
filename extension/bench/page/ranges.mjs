/**
 * What drawing itself takes: the bare walk, and a mark for every text that begins as a number does. For a text that changed
 * later one message to a background, which answers at once.
 */
const highlight = new Highlight();
const byText = new Map();

function mark(text) {
  if (!text.data.startsWith("+")) return;
  const place = { startContainer: text, startOffset: 0, endContainer: text, endOffset: text.length };
  const range = new StaticRange(place);
  byText.set(text, range);
  highlight.add(range);
}

function begin() {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) mark(walker.currentNode);
  CSS.highlights.set("ucontact-number", highlight);
  new MutationObserver((records) => requestAnimationFrame(() => void update(records[0].target))).observe(document, {
    characterData: true,
    subtree: true,
  });
}

async function update(text) {
  highlight.delete(byText.get(text));
  await chrome.runtime.sendMessage(text.data);
  mark(text);
}

// The same file is the background.
if (location.protocol.endsWith("extension:")) chrome.runtime.onMessage.addListener((text, _, answer) => answer(text));
else addEventListener("DOMContentLoaded", begin);
