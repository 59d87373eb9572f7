/**
 * Which instances speak HTTP/2, learnt from their replies and from nothing else: a request that only asks would warm up
 * the very connection on which Chromium repeats a POST. Over HTTP/2 the body is streamed (SECURITY.md), over HTTP/1 it can't be.
 * It is known for good, so that the first call after an update or the browser's start is streamed too; where an instance speaks
 * it no longer, a stream doesn't leave, and that is learnt.
 */
import type { Wire } from "#wasm";
import { api } from "../shared/browser";
import { withDatabase } from "../shared/database";

/** Beside the rules of `single-post.ts`. */
const LENGTH_RULE = 3;

/** The URL and the length that the rule stands for. */
let announced: string | undefined;

const observer = new PerformanceObserver((list) => void learn(list.getEntries()).catch(() => undefined));
observer.observe({ type: "resource" });

export const wire: Wire = {
  async streams(url, bytes) {
    const streams = canStream() && (await isSpeaker(new URL(url).origin));
    if (streams) await announceLength(url, bytes);
    else if (announced) await withdrawLength();
    return streams;
  },
  unreached: (url) => note(new URL(url).origin, false),
};

/** The streams that Firefox does not know it sends as the text `[object ReadableStream]`. */
const canStream = (): boolean => "duplex" in Request.prototype;

async function learn(replies: PerformanceEntryList): Promise<void> {
  for (const { name, nextHopProtocol } of replies as PerformanceResourceTiming[]) {
    // Empty where the request failed, and always in Firefox: then nothing was learnt.
    if (nextHopProtocol) await note(new URL(name).origin, /^h[23]/.test(nextHopProtocol));
  }
}

async function isSpeaker(origin: string): Promise<boolean> {
  try {
    // The last reply may have come a moment ago.
    await learn(observer.takeRecords());
    return (await speakers()).has(origin);
  } catch {
    // What is wrong with the database is the journal's to say.
    return false;
  }
}

/** By heart, because a call waits for them. */
let known: Promise<Set<string>> | undefined;

function speakers(): Promise<Set<string>> {
  known ??= withDatabase((db) => db.getAllKeys("http2")).then((origins) => new Set(origins));
  known.catch(forgetWires);
  return known;
}

/** After this, only the database knows. */
export const forgetWires = (): void => void (known = undefined);

async function note(origin: string, speaks: boolean): Promise<void> {
  const before = await speakers();
  if (before.has(origin) === speaks) return;
  if (speaks) before.add(origin);
  else before.delete(origin);
  await withDatabase<unknown>((db) => (speaks ? db.put("http2", true, origin) : db.delete("http2", origin)));
}

/** A streamed body is sent without its length, which servers may want; only a rule can add it. */
async function announceLength(url: string, bytes: number): Promise<void> {
  const announcement = `${url} ${bytes}`;
  if (announced === announcement) return;
  const length = { header: "content-length", operation: "set", value: String(bytes) } as const;
  await api.declarativeNetRequest.updateSessionRules({
    removeRuleIds: [LENGTH_RULE],
    addRules: [
      {
        id: LENGTH_RULE,
        action: { type: "modifyHeaders", requestHeaders: [length] },
        condition: {
          urlFilter: `|${url}|`,
          requestMethods: ["post"],
          resourceTypes: ["xmlhttprequest", "other"],
          tabIds: [api.tabs.TAB_ID_NONE],
        },
      },
    ],
  });
  announced = announcement;
}

/** A rule that stayed would put the length of one body onto another. */
export async function withdrawLength(): Promise<void> {
  await api.declarativeNetRequest.updateSessionRules({ removeRuleIds: [LENGTH_RULE] });
  announced = undefined;
}
