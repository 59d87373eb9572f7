import { createElement, Fragment } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { ready } from "./play.js";

function Phone({ phone: [country, area, rest], shape }) {
  if (shape === "link") return <a href={`tel:${country}${area}${rest}`}>call</a>;
  if (shape === "plain") return `${country} ${area} ${rest}`;
  return (
    <>
      {country} <b>{area}</b> <span>{rest}</span>
    </>
  );
}

const Row = ({ row }) => (
  <tr>
    <td>{row.name}</td>
    <td>
      <Phone {...row} />
    </td>
    <td>{row.note && <p>Also {row.note}</p>}</td>
  </tr>
);

const Table = ({ rows }) => (
  <table>
    <tbody>
      {rows.map((row) => (
        <Row key={row.id} row={row} />
      ))}
    </tbody>
  </table>
);

const root = createRoot(document.querySelector("#app"));
ready((rows) => flushSync(() => root.render(<Table rows={rows} />)));
