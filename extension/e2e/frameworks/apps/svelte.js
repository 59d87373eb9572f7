import { flushSync, mount } from "svelte";
import { writable } from "svelte/store";
import { ready } from "./play.js";
import Table from "./Table.svelte";

export const rows = writable([]);

mount(Table, { target: document.querySelector("#app") });
ready((next) => flushSync(() => rows.set(next)));
