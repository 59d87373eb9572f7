// The contact list as a React app: a live column, a filter, sorting, notes to edit, and churn on demand.
import { createElement as h, useCallback, useEffect, useMemo, useState } from "/assets/vendor/react.js";
import { Row } from "/assets/react/row.js";

const CHURN_MS = 50;
const SORTABLE = { name: "Contact", company: "Company", seen: "Last activity" };

/** A number that grows by one every `ms`, or stands still where `ms` is null. */
function useTicks(ms) {
  const [ticks, setTicks] = useState(0);
  useEffect(() => {
    if (ms === null) return undefined;
    const timer = setInterval(() => setTicks((n) => n + 1), ms);
    return () => clearInterval(timer);
  }, [ms]);
  return ticks;
}

function matches(contact, words) {
  const text = `${contact.name} ${contact.company} ${contact.city} ${contact.phone}`.toLocaleLowerCase();
  return words.every((word) => text.includes(word));
}

function sorted(contacts, { by, down }) {
  const compare = (a, b) => (by === "seen" ? a.seen - b.seen : a[by].localeCompare(b[by]));
  return contacts.toSorted((a, b) => (down ? compare(b, a) : compare(a, b)));
}

/** Moves every row on by `step` places; every tenth step leaves out each second row. */
function churned(contacts, step) {
  const turn = step % Math.max(contacts.length, 1);
  const turned = [...contacts.slice(turn), ...contacts.slice(0, turn)];
  return step % 10 === 9 ? turned.filter((_, index) => index % 2 === 0) : turned;
}

function Heading({ by, sort, onSort }) {
  const current = sort.by === by;
  const arrow = current ? (sort.down ? " ↓" : " ↑") : "";
  return h(
    "th",
    { scope: "col", "aria-sort": current ? (sort.down ? "descending" : "ascending") : undefined },
    h("button", { type: "button", "data-sort": by, onClick: () => onSort(by) }, SORTABLE[by] + arrow),
  );
}

function Tools({ filter, setFilter, churning, setChurning }) {
  return h(
    "div",
    { className: "tools" },
    h("input", {
      id: "filter",
      type: "search",
      placeholder: "Search contacts",
      "aria-label": "Filter contacts",
      value: filter,
      onChange: (event) => setFilter(event.target.value),
    }),
    h(
      "button",
      { id: "churn", className: "button", type: "button", "aria-pressed": churning, onClick: () => setChurning(!churning) },
      churning ? "Stop churn" : "Churn rows",
    ),
  );
}

function Table({ rows, churning, sort, onSort, seconds, onNote }) {
  const heading = (by) => h(Heading, { by, sort, onSort });
  const plain = (text) => h("th", { scope: "col" }, text);
  // Keyed by place, rows keep their nodes and change their text: what most CRMs do to an extension.
  const key = (contact, index) => (churning ? `place-${index}` : contact.id);
  return h(
    "table",
    null,
    h("thead", null, h("tr", null, heading("name"), heading("company"), plain("Phone"), plain("Stage"), plain("Note"), heading("seen"))),
    h("tbody", null, rows.map((contact, index) => h(Row, { key: key(contact, index), contact, seconds, onNote }))),
  );
}

export function App({ contacts: initial, still }) {
  window.__renders += 1;
  const [contacts, setContacts] = useState(initial);
  const [filter, setFilter] = useState("");
  const [sort, setSort] = useState({ by: "name", down: false });
  const [churning, setChurning] = useState(false);
  const seconds = useTicks(still ? null : 1000);
  const step = useTicks(churning ? CHURN_MS : null);

  const found = useMemo(() => {
    const words = filter.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    return sorted(contacts.filter((contact) => matches(contact, words)), sort);
  }, [contacts, filter, sort]);
  const onSort = useCallback((by) => setSort((old) => ({ by, down: old.by === by && !old.down })), []);
  const onNote = useCallback(
    (id, note) => setContacts((old) => old.map((contact) => (contact.id === id ? { ...contact, note } : contact))),
    [],
  );
  const rows = churning ? churned(found, step) : found;
  const count = `${found.length} ${found.length === 1 ? "person" : "people"}`;
  return [
    h(
      "div",
      { key: "headline", className: "headline" },
      h("div", null, h("h1", null, "Contacts"), h("p", null, `${count}, rendered by React`)),
      h(Tools, { filter, setFilter, churning, setChurning }),
    ),
    h(
      "div",
      { key: "sheet", className: "sheet" },
      h(Table, { rows, churning, sort, onSort, seconds, onNote }),
      found.length === 0 && h("p", { className: "empty" }, `Nobody matches “${filter}”.`),
    ),
  ];
}
