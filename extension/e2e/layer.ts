/** Our layer above a page. Its root is closed: the page sees the host alone, and only the browsers' own tools see into it. */
import type { CDPSession, Page } from "puppeteer-core";
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

/** Whether the layer has a thing of this role and name for who can't see it, by the browser's own accessibility tree. */
export async function isInLayer(page: Page, role: string, name: string): Promise<boolean> {
  return isFirefox(page) ? isToldByBidi(page, role, name) : isToldByCdp(page, role, name);
}

/** Waits until nothing is shown, and the host is gone with it. */
export async function waitForNoLayer(page: Page): Promise<void> {
  await page.waitForFunction(() => !document.querySelector("click-to-call"), { timeout: 5_000 });
}

const isFirefox = (page: Page): boolean => page.browser().process()!.spawnfile.includes("firefox");

async function byCdp(page: Page, call: string): Promise<string | null> {
  return withTools(page, async (tools, host) => {
    const { node } = await tools.send("DOM.describeNode", { objectId: host, pierce: true });
    const { backendNodeId } = node.shadowRoots![0]!;
    const { object: root } = await tools.send("DOM.resolveNode", { backendNodeId });
    const { result } = await tools.send("Runtime.callFunctionOn", {
      functionDeclaration: `function () { return (${call})(this); }`,
      objectId: root.objectId!,
    });
    return result.value as string;
  });
}

async function isToldByCdp(page: Page, role: string, name: string): Promise<boolean> {
  const nodes = await withTools(page, async (tools) => (await tools.send("Accessibility.getFullAXTree")).nodes);
  return nodes?.some((node) => !node.ignored && node.role?.value === role && node.name?.value === name) ?? false;
}

/** Works with Chromium's tools on the layer's host; null where there is none. */
async function withTools<T>(page: Page, work: (tools: CDPSession, host: string) => Promise<T>): Promise<T | null> {
  const tools = await page.createCDPSession();
  try {
    const { result } = await tools.send("Runtime.evaluate", { expression: HOST });
    return result.objectId ? await work(tools, result.objectId) : null;
  } finally {
    await tools.detach();
  }
}

const HOST = "document.querySelector('click-to-call')";

/** What puppeteer has of WebDriver BiDi and doesn't offer: a node with its shadow tree, and by what it is told to be. */
interface Bidi {
  connection: { send(method: string, params: object): Promise<{ result: { result: Value; nodes: unknown[] } }> };
}
interface Value {
  value?: string & { shadowRoot: { sharedId: string } };
}

async function byBidi(page: Page, call: string): Promise<string | null> {
  const root = await rootByBidi(page);
  return root && (await runByBidi(page, call, { arguments: [root] })).value!;
}

async function isToldByBidi(page: Page, role: string, name: string): Promise<boolean> {
  const root = await rootByBidi(page);
  if (!root) return false;
  const locator = { type: "accessibility", value: { role, name } };
  const { nodes } = (
    await bidi(page).send("browsingContext.locateNodes", { context: contextOf(page), locator, startNodes: [root] })
  ).result;
  return nodes.length > 0;
}

async function rootByBidi(page: Page): Promise<{ sharedId: string } | null> {
  const host = await runByBidi(page, `() => ${HOST}`, {
    serializationOptions: { includeShadowTree: "all", maxDomDepth: 1 },
  });
  return host.value ? { sharedId: host.value.shadowRoot.sharedId } : null;
}

async function runByBidi(page: Page, functionDeclaration: string, options: object): Promise<Value> {
  const target = { context: contextOf(page) };
  const run = { functionDeclaration, awaitPromise: false, target, ...options };
  return (await bidi(page).send("script.callFunction", run)).result.result;
}

const bidi = (page: Page): Bidi["connection"] => (page.browser() as unknown as Bidi).connection;
const contextOf = (page: Page): string => (page.mainFrame() as unknown as { _id: string })._id;
