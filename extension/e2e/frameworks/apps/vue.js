import { createApp, nextTick, reactive } from "vue/dist/vue.esm-bundler.js";
import { ready } from "./play.js";

const state = reactive({ rows: [] });

const template = `
  <table>
    <tbody>
      <tr v-for="{ id, name, phone, shape, note } in state.rows" :key="id">
        <td>{{ name }}</td>
        <td>
          <a v-if="shape === 'link'" :href="'tel:' + phone.join('')">call</a>
          <template v-else-if="shape === 'plain'">{{ phone[0] }} {{ phone[1] }} {{ phone[2] }}</template>
          <template v-else>{{ phone[0] }} <b>{{ phone[1] }}</b> <span>{{ phone[2] }}</span></template>
        </td>
        <td><p v-if="note">Also {{ note }}</p></td>
      </tr>
    </tbody>
  </table>`;

createApp({ template, setup: () => ({ state }) }).mount("#app");
ready((rows) => {
  state.rows = rows;
  return nextTick();
});
