// Asks the sandbox what the phone is doing and shows it.
import { showCall, showHistory, showLost } from "/assets/softphone/view.js";

const POLL_MS = 250;
const extension = document.getElementById("extension");
let current;

async function poll() {
  const reply = await fetch("/sandbox/calls");
  const { calls } = await reply.json();
  const mine = calls.filter((call) => call.extension === extension.value);
  current = mine.find((call) => call.phase !== "ended");
  showCall(current, extension.value);
  showHistory(mine.filter((call) => call !== current));
}

async function keepPolling() {
  try {
    await poll();
  } catch {
    showLost();
  }
  setTimeout(keepPolling, POLL_MS);
}

for (const action of ["answer", "hangup"]) {
  document.getElementById(action).addEventListener("click", async () => {
    if (current) await fetch(`/sandbox/calls/${current.call_id}/${action}`, { method: "POST" });
    await poll();
  });
}

const asked = new URLSearchParams(location.search).get("extension");
if ([...extension.options].some((option) => option.value === asked)) extension.value = asked;
extension.addEventListener("change", poll);
keepPolling();
