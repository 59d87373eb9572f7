/**
 * The defence against a POST that the browser repeats by itself: on a kept-alive HTTP/1 connection that the
 * server closes without a reply, both browsers send it a second time. A connection of its own leaves nothing to repeat on.
 * HTTP/2 has no such end of a connection: see `wire.ts`.
 */
import { api } from "../shared/browser";
import { readSetUp } from "./set-up";
import { withdrawLength } from "./wire";

const RULES = [1, 2];

/** Makes every request to the instance ask for a connection of its own; to that of a sign-in too, which isn't saved yet. */
export async function forbidRepeats(signInTo?: string): Promise<void> {
  await withdrawLength();
  const { origin } = await readSetUp();
  const origins = new Set([origin, signInTo].filter((known) => known !== undefined && known !== null));
  await api.declarativeNetRequest.updateSessionRules({
    removeRuleIds: RULES,
    addRules: [...origins].map((known, index) => closingRule(RULES[index]!, known)),
  });
}

function closingRule(id: number, origin: string): chrome.declarativeNetRequest.Rule {
  const connection = { header: "connection", operation: "set", value: "close" } as const;
  return {
    id,
    action: { type: "modifyHeaders", requestHeaders: [connection] },
    condition: {
      urlFilter: `|${origin}/`,
      requestMethods: ["post"],
      resourceTypes: ["xmlhttprequest", "other"],
      // Requests of no tab: ours. The portal that the agent has open keeps its connections.
      tabIds: [api.tabs.TAB_ID_NONE],
    },
  };
}
