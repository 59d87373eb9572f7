// Puts a call on the screen. Text is set only where it changed, so that screen readers hear each state once.
import { readable } from "/assets/softphone/number.js";

const WORDS = {
  idle: (extension) => `Ready: extension ${extension} waits for a call`,
  ringing: (extension) => `Ringing: uContact is calling extension ${extension}`,
  dialling: (_, number) => `Dialling ${number}`,
  talking: () => "In call",
};

const part = (id) => document.getElementById(id);

function say(id, text) {
  if (part(id).textContent !== text) part(id).textContent = text;
}

function minutes(ms) {
  const seconds = Math.floor(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

function showDetails(call) {
  part("details").hidden = !call;
  if (!call) return;
  say("agent", call.agent);
  say("campaign", call.campaign);
  say("caller", readable(call.caller_id));
  say("call-id", call.call_id);
}

/** Shows a call, or the resting phone for none. */
export function showCall(call, extension) {
  const phase = call?.phase ?? "idle";
  const number = call ? readable(call.destination) : "";
  part("device").dataset.phase = phase;
  if (call) part("device").dataset.destination = call.destination;
  else delete part("device").dataset.destination;
  const status = WORDS[phase](extension, number);
  say("status", status);
  document.title = `${status} · Softphone`;
  // The number stays covered while the agent's own phone rings, as on a real one.
  say("number", phase === "idle" || phase === "ringing" ? "" : number);
  say("clock", phase === "talking" ? minutes(call.talked_ms) : "");
  part("answer").hidden = phase !== "ringing";
  part("hangup").hidden = !call;
  showDetails(call);
}

function historyItem(call) {
  const item = document.createElement("li");
  const pieces = [
    ["b", readable(call.destination)],
    ["span", call.talked_ms > 0 ? minutes(call.talked_ms) : "not answered"],
    ["small", call.campaign],
    ["small", `call ${call.call_id.slice(0, 8)}`],
  ];
  for (const [tag, text] of pieces) item.appendChild(document.createElement(tag)).textContent = text;
  item.dataset.call = call.call_id;
  return item;
}

/** Lists the calls that are over, newest first. */
export function showHistory(calls) {
  const list = part("history");
  const shown = [...list.children].map((item) => item.dataset.call).join();
  if (shown === calls.map((call) => call.call_id).join()) return;
  list.replaceChildren(...calls.map(historyItem));
  part("no-history").hidden = calls.length > 0;
}

/** Says that the sandbox no longer answers. */
export function showLost() {
  showCall(undefined, "");
  say("status", "The sandbox does not answer. Is it still running?");
}
