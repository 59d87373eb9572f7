// Puts a call on the screen. Text is set only where it changed, so that screen readers hear each state once.
import { readable } from "/assets/softphone/number.js";

/** What each phase says: the status that is announced, a large line and a small one below it. */
const FACES = {
  idle: ({ extension }) => ["Ready", `Extension ${extension}`, "waits for a call"],
  ringing: ({ extension, number }) => [`Ringing: uContact is calling extension ${extension}`, "", `Then it dials ${number}`],
  dialling: ({ number }) => [`Dialling ${number}`, number, ""],
  talking: ({ number, talked }) => ["In call", number, talked],
  lost: () => ["The sandbox does not answer", "", "Is it still running?"],
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

function show(phase, call, extension) {
  const number = call ? readable(call.destination) : "";
  const [status, large, small] = FACES[phase]({ extension, number, talked: minutes(call?.talked_ms ?? 0) });
  const device = part("device");
  device.dataset.phase = phase;
  device.dataset.destination = call?.destination ?? "";
  say("status", status);
  say("number", large);
  say("clock", small);
  document.title = `${status} · Softphone`;
  part("answer").hidden = phase !== "ringing";
  part("hangup").hidden = !call;
  showDetails(call);
}

/** Shows a call, or the resting phone for none. */
export function showCall(call, extension) {
  show(call?.phase ?? "idle", call, extension);
}

/** Says that the sandbox no longer answers. */
export function showLost() {
  show("lost");
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
