import $ from "jquery";
import { ready } from "./play.js";

const body = $("<tbody>").appendTo($("<table>").appendTo("#app"));

/** What stands in the cells now, by row. */
let shown = new Map();

const html = ({ phone: [country, area, rest], shape }) =>
  shape === "split"
    ? `${country} <b>${area}</b> <span>${rest}</span>`
    : `<a href="tel:${country}${area}${rest}">call</a>`;

function fill(line, row, before) {
  const [name, phone, note] = line.children().get();
  if (row.name !== before?.name) $(name).text(row.name);
  if (row.shape === "plain") $(phone).text(row.phone.join(" "));
  else if (row !== before) $(phone).html(html(row));
  if (row.note !== before?.note)
    $(note)
      .empty()
      .append(row.note ? $("<p>").text(`Also ${row.note}`) : []);
}

ready((rows) => {
  const kept = new Map();
  for (const row of rows) {
    const { line = $("<tr><td></td><td></td><td></td></tr>"), row: before } = shown.get(row.id) ?? {};
    fill(line, row, before);
    kept.set(row.id, { line, row });
  }
  for (const [id, { line }] of shown) if (!kept.has(id)) line.remove();
  rows.forEach(({ id }, at) => {
    const [{ line }, there] = [kept.get(id), body.children().eq(at)];
    if (there.length === 0) body.append(line);
    else if (!there.is(line)) there.before(line);
  });
  shown = kept;
});
