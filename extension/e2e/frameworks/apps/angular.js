import "zone.js";
import "@angular/compiler";
import { ApplicationRef, Component, signal } from "@angular/core";
import { bootstrapApplication } from "@angular/platform-browser";
import { ready } from "./play.js";

const rows = signal([]);

const template = `
  <table>
    <tbody>
      @for (row of rows(); track row.id) {
        <tr>
          <td>{{ row.name }}</td>
          <td>
            @switch (row.shape) {
              @case ("link") { <a [href]="'tel:' + row.phone.join('')">call</a> }
              @case ("plain") { {{ row.phone[0] }} {{ row.phone[1] }} {{ row.phone[2] }} }
              @default { {{ row.phone[0] }} <b>{{ row.phone[1] }}</b> <span>{{ row.phone[2] }}</span> }
            }
          </td>
          <td>@if (row.note) { <p>Also {{ row.note }}</p> }</td>
        </tr>
      }
    </tbody>
  </table>`;

class Table {
  rows = rows;
}

// The decorator as a call: no build step of Angular's own.
const app = await bootstrapApplication(Component({ selector: "#app", template })(Table) ?? Table);
ready((next) => {
  rows.set(next);
  app.injector.get(ApplicationRef).tick();
});
