// Goes before the content script's own code: counts what it sets going and what it draws, and tells the page when asked.
{
  const counts = { timers: 0, messages: 0, texts: 0, changes: 0, frames: 0 };
  for (const name of ["setTimeout", "setInterval", "requestAnimationFrame", "requestIdleCallback"]) {
    const original = globalThis[name];
    globalThis[name] = (...args) => {
      counts.timers += 1;
      return original.apply(globalThis, args);
    };
  }
  const { runtime } = chrome;
  const send = runtime.sendMessage;
  runtime.sendMessage = (message, ...more) => {
    counts.messages += 1;
    counts.texts += message.texts?.length ?? 0;
    return send.call(runtime, message, ...more);
  };
  // The time of the document stands still within a frame.
  let frame = null;
  for (const name of ["add", "delete", "clear"]) {
    const original = Highlight.prototype[name];
    Highlight.prototype[name] = function (...args) {
      counts.changes += 1;
      if (document.timeline.currentTime !== frame) counts.frames += 1;
      frame = document.timeline.currentTime;
      return original.apply(this, args);
    };
  }
  addEventListener("probe-tell", () => performance.mark(`probe:${JSON.stringify(counts)}`));
}
