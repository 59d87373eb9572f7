// Starts the React app and keeps every error that React reports, for tests to read.
import { createElement, createRoot } from "/assets/vendor/react.js";
import { App } from "/assets/react/app.js";

window.__reactErrors = [];
window.__renders = 0;
const keep = (error) => window.__reactErrors.push(String(error?.stack ?? error));
window.addEventListener("error", (event) => keep(event.error ?? event.message));

const contacts = await (await fetch("/crm/contacts.json")).json();
// `?still` stops the clock, so that two runs end in the same page.
const still = new URLSearchParams(location.search).has("still");
const root = createRoot(document.getElementById("root"), {
  onCaughtError: keep,
  onRecoverableError: keep,
  onUncaughtError: keep,
});
root.render(createElement(App, { contacts, still }));
