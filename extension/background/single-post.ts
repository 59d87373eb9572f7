/**
 * The defence against a POST that the browser repeats by itself: on a kept-alive HTTP/1 connection that the
 * server closes without a reply, both browsers send it a second time. A connection of its own leaves nothing to repeat on.
 */
import { api } from "../shared/browser";
import { readSetUp } from "./set-up";

const RULE = 1;

/** Makes every request to the instance ask for a connection of its own. */
export async function forbidRepeats(): Promise<void> {
  const { origin } = await readSetUp();
  await api.declarativeNetRequest.updateSessionRules({
    removeRuleIds: [RULE],
    addRules: origin === null ? [] : [closingRule(origin)],
  });
}

function closingRule(origin: string): chrome.declarativeNetRequest.Rule {
  const connection = { header: "connection", operation: "set", value: "close" } as const;
  return {
    id: RULE,
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
