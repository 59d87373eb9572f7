// One contact's row: its note can be edited, its last activity grows by the second.
import { createElement as h, memo, useState } from "/assets/vendor/react.js";

const STAGES = { Customer: "good", Proposal: "cool", Lead: "", "At risk": "bad" };
const ONLINE_BELOW_S = 60;
/** Visitors come back every so often: their "last activity" starts again. */
const RETURNS_AFTER_S = 90;

function initials(name) {
  return name.split(" ").slice(0, 2).map((word) => word[0]).join("");
}

function ago(seconds) {
  if (seconds < 60) return `${seconds} s ago`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ago`;
  return seconds < 86400 ? `${Math.floor(seconds / 3600)} h ago` : `${Math.floor(seconds / 86400)} d ago`;
}

function seenFor(contact, seconds) {
  const total = contact.seen + seconds;
  return contact.seen < RETURNS_AFTER_S ? total % RETURNS_AFTER_S : total;
}

/** `+52 **55** 1234 5678` as text and <b>, the way an old CRM's rich text comes out. */
function rich(text) {
  return text.split("**").map((part, index) => (index % 2 ? h("b", { key: index }, part) : part));
}

function Phone({ contact }) {
  const text = rich(contact.phone);
  return h("td", { className: "phone" }, contact.tel ? h("a", { href: `tel:${contact.tel}` }, text) : text);
}

function NoteForm({ contact, onDone }) {
  const submit = (event) => {
    event.preventDefault();
    onDone(new FormData(event.currentTarget).get("note"));
  };
  return h(
    "form",
    { onSubmit: submit },
    h("input", { name: "note", defaultValue: contact.note, autoFocus: true, "aria-label": `Note on ${contact.name}` }),
    h("button", { className: "button primary" }, "Save"),
  );
}

function Note({ contact, onNote }) {
  const [editing, setEditing] = useState(false);
  const done = (note) => {
    setEditing(false);
    onNote(contact.id, note);
  };
  const edit = { type: "button", className: "quiet edit", "aria-label": `Edit the note on ${contact.name}`, onClick: () => setEditing(true) };
  return h(
    "td",
    { className: "note" },
    editing ? h(NoteForm, { contact, onDone: done }) : [h("span", { key: "text" }, contact.note), " ", h("button", { key: "edit", ...edit }, "Edit")],
  );
}

function Seen({ seconds }) {
  const online = seconds < ONLINE_BELOW_S;
  return h(
    "td",
    { className: "seen" },
    h("span", { className: online ? "presence online" : "presence" }),
    online ? `online, ${ago(seconds)}` : ago(seconds),
  );
}

export const Row = memo(function Row({ contact, seconds, onNote }) {
  // Pointing at a row re-renders it, as many CRMs do to offer a row's actions.
  const [hovered, setHovered] = useState(false);
  return h(
    "tr",
    {
      "data-contact": contact.id,
      className: hovered ? "hovered" : undefined,
      onMouseEnter: () => setHovered(true),
      onMouseLeave: () => setHovered(false),
    },
    h(
      "td",
      null,
      h(
        "div",
        { className: "who" },
        h("span", { className: `avatar hue-${contact.id % 4}`, "aria-hidden": true }, initials(contact.name)),
        h("b", null, contact.name),
        h("span", { className: "sub" }, contact.role),
      ),
    ),
    h("td", { className: "company" }, contact.company, h("span", { className: "sub" }, `${contact.city}, ${contact.country}`)),
    h(Phone, { contact }),
    h("td", { className: "stage" }, h("span", { className: `badge ${STAGES[contact.stage]}` }, contact.stage)),
    h(Note, { contact, onNote }),
    h(Seen, { seconds: seenFor(contact, seconds) }),
  );
});
