/** Our layer above a page. Its root is closed: the page sees the host alone, and only the browsers' own tools see into it. */
import type { Page } from "puppeteer-core";
import { pause } from "./stage";

type Look<A extends unknown[], T> = (root: ShadowRoot, ...given: A) => T;

/** Runs a function on the layer's root, in the page; null where nothing is shown. What it gives has to be JSON. */
export async function inLayer<A extends unknown[], T>(page: Page, look: Look<A, T>, ...given: A): Promise<T | null> {
  const call = `(root) => JSON.stringify((${String(look)})(root, ...${JSON.stringify(given)}) ?? null)`;
  const found = await (isFirefox(page) ? byBidi(page, call) : byCdp(page, call));
  return found === null ? null : (JSON.parse(found) as T);
}

/** Waits until the layer shows something; its text. */
export async function waitForLayer(page: Page, selector: string): Promise<string> {
  const read = (root: ShadowRoot, wanted: string): string | null => root.querySelector(wanted)?.textContent ?? null;
  for (let tries = 0; tries < 100; tries += 1) {
    const text = await inLayer(page, read, selector);
    if (text !== null) return text;
    await pause(50);
  }
  throw new Error(`the layer shows no ${selector}`);
}

/** Clicks in the middle of what the layer shows, as the agent's hand would: what lies there gets it. */
export async function clickInLayer(page: Page, selector: string): Promise<void> {
  await waitForLayer(page, selector);
  const at = await inLayer(
    page,
    (root, wanted) => {
      const { left, top, width, height } = root.querySelector(wanted)!.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    },
    selector,
  );
  await page.mouse.move(at!.x, at!.y);
  await page.mouse.click(at!.x, at!.y);
}

/** Waits until nothing is shown, and the host is gone with it. */
export async function waitForNoLayer(page: Page): Promise<void> {
  await page.waitForFunction(() => !document.querySelector("click-to-call"), { timeout: 5_000 });
}

const isFirefox = (page: Page): boolean => page.browser().process()!.spawnfile.includes("firefox");

async function byCdp(page: Page, call: string): Promise<string | null> {
  const tools = await page.createCDPSession();
  try {
    const { result: host } = await tools.send("Runtime.evaluate", {
      expression: "document.querySelector('click-to-call')",
    });
    if (!host.objectId) return null;
    const { node } = await tools.send("DOM.describeNode", { objectId: host.objectId, pierce: true });
    const { backendNodeId } = node.shadowRoots![0]!;
    const { object: root } = await tools.send("DOM.resolveNode", { backendNodeId });
    const { result } = await tools.send("Runtime.callFunctionOn", {
      functionDeclaration: `function () { return (${call})(this); }`,
      objectId: root.objectId!,
    });
    return result.value as string;
  } finally {
    await tools.detach();
  }
}

/** What puppeteer has of WebDriver BiDi and doesn't offer: a node with its shadow tree. */
interface Bidi {
  connection: { send(method: string, params: object): Promise<{ result: { result: Value } }> };
}
interface Value {
  value?: string & { shadowRoot: { sharedId: string } };
}

async function byBidi(page: Page, call: string): Promise<string | null> {
  const { connection } = page.browser() as unknown as Bidi;
  const target = { context: (page.mainFrame() as unknown as { _id: string })._id };
  const run = async (functionDeclaration: string, options: object): Promise<Value> =>
    (await connection.send("script.callFunction", { functionDeclaration, awaitPromise: false, target, ...options }))
      .result.result;
  const host = await run("() => document.querySelector('click-to-call')", {
    serializationOptions: { includeShadowTree: "all", maxDomDepth: 1 },
  });
  if (!host.value) return null;
  return (await run(call, { arguments: [{ sharedId: host.value.shadowRoot.sharedId }] })).value!;
}
